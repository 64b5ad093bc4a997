import { type Coverage, type CoverageReport, MAX_REPORTS } from '../../../model/article.ts';
import {
  type CardReport,
  type EventCard,
  type EventData,
  type EventReport,
  MAX_CARD_REPORTS,
  MAX_EVENT_REPORTS,
} from '../../../model/edition.ts';
import { count, type DropCounter, fields, isRecord, list, slug, text, yes } from './check-value.ts';
import { parseRelatedStory, parseSummary } from './parse-story.ts';

/* Checks of what several articles report on one event, see `parse-edition.ts`. */

const MAX_CARDS = 100;
const MAX_NAME = 500;

/** Checks what other articles report on the event of one. Without reports it is none. */
export function parseCoverage(value: unknown, counter: DropCounter): Coverage | undefined {
  if (!isRecord(value)) return undefined;
  const reports = list(value['reports'], MAX_REPORTS, (report) => parseReport(report, counter), counter);
  if (reports.length === 0) return undefined;
  return { ...parseReason(value, reports.length + 1, counter), reports };
}

/** Why reports are together. `min` is the smallest number of reports that there can be. */
function parseReason(value: Record<string, unknown>, min: number, counter: DropCounter): Omit<Coverage, 'reports'> {
  const words = parseWords(value['words'], counter);
  const flags = fields<Pick<Required<Coverage>, 'isMost' | 'isNamed' | 'hours'>>(
    value,
    { isMost: yes, isNamed: yes, hours: count },
    counter,
  );
  return { ...(words.length > 0 && { words }), ...flags, total: Math.max(count(value['total']) ?? 0, min) };
}

const parseWords = (value: unknown, counter: DropCounter): string[] =>
  list(value, MAX_REPORTS, text(MAX_NAME), counter);

function parseReport(value: unknown, counter: DropCounter): CoverageReport | undefined {
  const story = parseRelatedStory(value, counter);
  if (!isRecord(value) || story?.slug === undefined || story.publishedAt === undefined) return undefined;
  const { slug: own, publishedAt, ...rest } = story;
  const relation = fields<Pick<Required<CoverageReport>, 'isNearest' | 'sameTextAs'>>(
    value,
    { isNearest: yes, sameTextAs: slug },
    counter,
  );
  return { ...rest, slug: own, publishedAt, ...relation };
}

/** Checks the events of a head. A card without reports is none. */
export const parseEventCards = (value: unknown, counter: DropCounter): EventCard[] =>
  list(value, MAX_CARDS, (card) => parseEventCard(card, counter), counter);

function parseEventCard(value: unknown, counter: DropCounter): EventCard | undefined {
  if (!isRecord(value)) return undefined;
  const own = slug(value['slug']);
  const reports = list(value['reports'], MAX_CARD_REPORTS, (report) => parseCardReport(report, counter), counter);
  if (own === undefined || reports.length === 0) return undefined;
  return { slug: own, ...parseCounts(value, reports.length), reports };
}

const parseCounts = (value: Record<string, unknown>, min: number): Pick<EventCard, 'total' | 'sources'> => ({
  total: Math.max(count(value['total']) ?? 0, min),
  sources: Math.max(count(value['sources']) ?? 0, 1),
});

/** Checks the file of an event. Without a slug or a report it is none. */
export function parseEvent(value: unknown): EventData | undefined {
  if (!isRecord(value)) return undefined;
  const counter: DropCounter = { dropped: 0 };
  const own = slug(value['slug']);
  const reports = list(value['reports'], MAX_EVENT_REPORTS, (report) => parseEventReport(report, counter), counter);
  const [first] = reports;
  if (own === undefined || !first) return undefined;
  return {
    ...parseReason(value, reports.length, counter),
    ...parseCounts(value, reports.length),
    slug: own,
    lead: slug(value['lead']) ?? first.slug,
    reports,
  };
}

function parseCardReport(value: unknown, counter: DropCounter): CardReport | undefined {
  const summary = parseSummary(value, counter);
  if (!summary || !isRecord(value)) return undefined;
  return { ...summary, ...fields<{ sameTextAs: string }>(value, { sameTextAs: slug }, counter) };
}

function parseEventReport(value: unknown, counter: DropCounter): EventReport | undefined {
  const report = parseCardReport(value, counter);
  if (!report || !isRecord(value)) return undefined;
  const adds = parseWords(value['adds'], counter);
  return { ...report, ...(adds.length > 0 && { adds }) };
}
