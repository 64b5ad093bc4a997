import { type Coverage, type CoverageReport, MAX_REPORTS } from '../../../model/article.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { defined } from '../../util/defined.ts';
import type { EventLookup, EventMember, NewsEvent } from './news-event.ts';
import { sharedWords } from './shared-words.ts';
import { HOUR, type ReportText } from './terms/event-report.ts';

interface CoverageSerializerInput {
  eventOf: EventLookup;
  textOf: (article: ArticleRecord) => ReportText;
  /** The JSON of an article as a related story, and a text that changes with it. */
  storyOf: (article: ArticleRecord) => string;
  storyVersion: (article: ArticleRecord) => string;
}

/** Serializes what other articles report on the event of an article. */
export interface CoverageSerializer {
  /** The field `coverage` as JSON; empty if no other article is on the event. */
  field: (article: ArticleRecord) => string;
  /** Changes with `field`, or with the article. */
  version: (article: ArticleRecord) => string;
  /** The other articles on the event, whose JSON may contain this one. */
  others: (article: ArticleRecord) => ArticleRecord[];
  /** Why the reports on an event are together, in words as the article spells them, or as the earliest one does. */
  reasonOf: (event: NewsEvent, article?: ArticleRecord) => Omit<Coverage, 'reports'>;
}

export function createCoverageSerializer(input: CoverageSerializerInput): CoverageSerializer {
  const { eventOf, textOf, storyOf, storyVersion } = input;
  const wordsOf = ({ reports, shared }: NewsEvent, article?: ArticleRecord) => {
    if (!shared) return { isNamed: true as const };
    const articles = reports.map((report) => report.article);
    const words = sharedWords(shared.terms, textsOf(article ? [article, ...articles] : articles));
    return words.length === 0 ? {} : { words, ...defined('isMost', shared.isMost) };
  };
  const reasonOf: CoverageSerializer['reasonOf'] = (event, article) => ({
    ...wordsOf(event, article),
    ...extentOf(event),
  });
  function* textsOf(articles: readonly ArticleRecord[]): Generator<ReportText> {
    for (const article of articles) yield textOf(article);
  }
  return {
    field(article) {
      const event = eventOf(article);
      if (!event) return '';
      const fields = reasonOf(event, article);
      const reports = selectReports(event, article).map((report) => {
        const relation = JSON.stringify(relationTo(article, report, event));
        return relation === '{}'
          ? storyOf(report.article)
          : `${storyOf(report.article).slice(0, -1)},${relation.slice(1)}`;
      });
      return `"coverage":${JSON.stringify(fields).slice(0, -1)},"reports":[${reports.join(',')}]}`;
    },
    version(article) {
      const event = eventOf(article);
      if (!event) return '';
      const reports = selectReports(event, article).map((report) => [
        storyVersion(report.article),
        relationTo(article, report, event),
      ]);
      // Words may be spelled as in a report that is not listed.
      const others = event.shared?.isMost ? event.reports.map((report) => report.article.version) : [];
      return JSON.stringify([event.shared, extentOf(event), reports, others]);
    },
    others: (article) =>
      eventOf(article)?.reports.flatMap((report) => (report.article === article ? [] : report.article)) ?? [],
    reasonOf,
  };
}

function extentOf({ reports }: NewsEvent): Pick<Coverage, 'hours' | 'total'> {
  const times = [reports[0], reports.at(-1)].map((report) => Date.parse(report?.article.publishedAt ?? ''));
  const [first = 0, last = 0] = times;
  return { hours: Math.ceil((last - first) / HOUR), total: reports.length };
}

/** The reports that an article shows: the most similar one, then the first one of each provider, then others. */
function selectReports({ reports }: NewsEvent, article: ArticleRecord): EventMember[] {
  const others = reports.filter((report) => report.article !== article);
  if (others.length <= MAX_REPORTS) return others;
  const nearest = nearestOf(reports, article);
  const providers = new Set<string>();
  const ranks = others.map((report) => {
    const { domain, name } = report.article.provider ?? {};
    const provider = domain ?? name ?? '';
    const isFirst = !providers.has(provider);
    providers.add(provider);
    if (report.article === nearest) return 0;
    return isFirst ? 1 : 2;
  });
  const selected = new Set(
    others
      .map((report, index) => ({ report, rank: ranks[index] ?? 2 }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MAX_REPORTS)
      .map(({ report }) => report),
  );
  return others.filter((report) => selected.has(report));
}

const nearestOf = (reports: readonly EventMember[], article: ArticleRecord): ArticleRecord | undefined =>
  reports.find((report) => report.article === article)?.nearest;

function relationTo(
  article: ArticleRecord,
  report: EventMember,
  { reports }: NewsEvent,
): Pick<CoverageReport, 'isNearest' | 'sameTextAs'> {
  const original = (member: EventMember | undefined): ArticleRecord | undefined =>
    member && (member.sameTextAs ?? member.article);
  const own = reports.find((member) => member.article === article);
  // Of several with one text, the article itself is the original on its page.
  const hasOwnText = original(report) === original(own);
  const sameTextAs = hasOwnText ? article : report.sameTextAs;
  return {
    ...(own?.nearest === report.article && { isNearest: true as const }),
    ...defined('sameTextAs', sameTextAs?.slug),
  };
}
