import type { Provider } from '../../../model/provider.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { EventMember, NewsEvent } from './news-event.ts';

/** The reports of an event in the order in which a card shows them. */
export interface RankedReports {
  /** The lead, one report of each other source, then the others. */
  reports: ArticleRecord[];
  /** The number of sources, which are the first reports. */
  sources: number;
}

/**
 * Ranks reports by their score, highest first, else earliest first. Reports with nearly the same text are one source, and
 * so are reports of one provider: the first one counts.
 */
export function rankReports({ reports }: NewsEvent, completeProvider: (provider: Provider) => Provider): RankedReports {
  const isSource = createSourceTest(completeProvider);
  const sources: ArticleRecord[] = [];
  const others: ArticleRecord[] = [];
  for (const report of byScore(reports)) (isSource(report) ? sources : others).push(report.article);
  return { reports: [...sources, ...others], sources: sources.length };
}

/** The number of sources of reports. */
export const countSources = (
  reports: readonly EventMember[],
  completeProvider: (provider: Provider) => Provider,
): number => byScore(reports).filter(createSourceTest(completeProvider)).length;

const byScore = (reports: readonly EventMember[]): EventMember[] =>
  reports.toSorted((a, b) => (b.article.score ?? -1) - (a.article.score ?? -1));

/** Returns a function that tells whether a report is of another source than those for which it was called before. */
function createSourceTest(completeProvider: (provider: Provider) => Provider): (report: EventMember) => boolean {
  const texts = new Set<ArticleRecord>();
  const providers = new Set<string>();
  return (report) => {
    const text = originalOf(report);
    const provider = nameOf(report, completeProvider);
    const isOther = !texts.has(text) && !providers.has(provider);
    texts.add(text);
    // A copy does not stand for what its provider reports itself.
    if (isOther) providers.add(provider);
    return isOther;
  };
}

const originalOf = ({ article, sameTextAs = article }: EventMember): ArticleRecord => sameTextAs;

/** Articles without a provider are the site's own: one source. */
function nameOf({ article }: EventMember, completeProvider: (provider: Provider) => Provider): string {
  const { domain, name = '' } = article.provider ? completeProvider(article.provider) : {};
  return domain ?? name;
}
