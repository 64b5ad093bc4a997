import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of what other articles report on an event. */
export const coverageStrings = {
  alsoReportedBy: 'Also reported by',
  more: (count: number) => (count === 1 ? '1 more report' : `${count} more reports`),
  allReports: (count: number) => `All ${count} reports in order of time`,
  notListed: (count: number) =>
    count === 1 ? '1 report is not listed here.' : `${count} reports are not listed here.`,
  sameText: (count: number) => (count === 1 ? 'Same text in 1 more report' : `Same text in ${count} more reports`),
  why: 'Why together?',
  /** The words follow, then the time. */
  allName: (count: number) => (count === 2 ? 'Both name' : `All ${count} name`),
  mostName: (count: number) => `Most of the ${count} name`,
  /** The reason where they have no word in common. */
  similar: (count: number, span: string) => `Each of the ${count} is similar to another one, ${span}.`,
  /** The reason where content files name the event. */
  named: (span: string) => `The publisher of this site put them together. They appeared ${span}.`,
  withinHours: (hours: number) => (hours <= 1 ? 'within an hour' : `within ${hours} hours`),
  withinDays: (days: number) => `within ${days} days`,
  mostSimilar: 'Most similar to this report:',
} satisfies StringTable;
