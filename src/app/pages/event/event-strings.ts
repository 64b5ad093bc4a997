import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the page of an event. */
export const eventStrings = {
  allReports: 'All reports',
  pageTitle: (title: string) => `All reports: ${title}`,
  reports: (count: number, shown: string) => (count === 1 ? '1 report' : `${shown} reports`),
  from: (reports: string, sources: string) => `${reports} from ${sources}`,
  sources: (count: number, shown: string) => (count === 1 ? '1 source' : `${shown} sources`),
  providers: 'Sources',
  /** The name of the provider is before it. */
  wasFirst: 'was first',
  reportCount: (count: string) => `${count} reports`,
  adds: 'New in this report:',
  sameText: (count: number) => (count === 1 ? 'Same text at 1 more source' : `Same text at ${count} more sources`),
  notListed: (count: number) =>
    count === 1 ? '1 later report is not listed here.' : `${count} later reports are not listed here.`,
  failed: 'These reports could not be loaded.',
} satisfies StringTable;
