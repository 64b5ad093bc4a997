import type { Summary } from '../../../model/article.ts';
import type { Provider } from '../../../model/provider.ts';
import { primaryLanguage } from '../../../model/text/primary-language.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { type KeyedCache, openKeyedCache } from '../../content/cache/keyed-cache.ts';
import { newestFirst } from '../../content/cache/newest-first.ts';
import { pipelineVersion } from '../../content/cache/pipeline-version.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import type { Settings } from '../../settings/settings.ts';
import { defined } from '../../util/defined.ts';
import { groupBy } from '../../util/group-by.ts';
import { MAX_HOURS } from './grouping/find-pairs.ts';
import { groupReports } from './grouping/group-reports.ts';
import type { ReportSegment } from './grouping/report-segments.ts';
import { joinNamed } from './join-named.ts';
import type { EventMember, NewsEvent } from './news-event.ts';
import { type EventReport, type ReportGroup } from './terms/event-report.ts';

interface EventInput {
  /** The articles in lists, in any order. */
  articles: readonly ArticleRecord[];
  settings: Settings;
  summaryOf: (article: ArticleRecord) => string;
  completeProvider: (provider: Provider) => Provider;
  isScheduled: (article: ArticleRecord) => boolean;
  cache?: KeyedCache<ReportSegment>;
}

/**
 * Finds the events that several articles report. Names in content files decide first, then the words of titles and
 * excerpts. Drafts and scheduled articles are in none, so that the dev server, which shows them, finds the same events
 * as a build.
 */
export function findEvents(input: EventInput): { events: NewsEvent[]; diagnostics: DeferredDiagnostic[] } {
  const { articles, settings, isScheduled, cache = openKeyedCache() } = input;
  if (settings.coverage === 'off') return { events: [], diagnostics: [] };
  const published = articles.filter((article) => !article.isDraft && !isScheduled(article)).sort(oldestFirst);
  const diagnostics: DeferredDiagnostic[] = [];
  const byLanguage = groupBy(published, ({ lang }) => primaryLanguage(lang ?? settings.site.language));
  const events = [...byLanguage].flatMap(([language, own]) => {
    const { groups, isBounded } = groupReports({
      reports: own.map((article) => reportOf(article, input)),
      language,
      isStrict: settings.coverage === 'strict',
      version: pipelineVersion(),
      cache,
    });
    if (isBounded) diagnostics.push(boundWarning(settings));
    return groups.map((group) => toEvent(group, own));
  });
  cache.forgetUnused();
  return { events: joinNamed(events, published, diagnostics).sort(byOldestArticle), diagnostics };
}

function toEvent(
  { members, nearest, sameText, ...shared }: ReportGroup,
  articles: readonly ArticleRecord[],
): NewsEvent {
  const at = (member: number | undefined): ArticleRecord | undefined => articles[members[member ?? -1] ?? -1];
  const reports = members.flatMap((_, index): EventMember[] => {
    const article = at(index);
    const original = sameText[index] === index ? undefined : at(sameText[index]);
    return article ? [{ article, ...defined('nearest', at(nearest[index])), ...defined('sameTextAs', original) }] : [];
  });
  return { reports, shared };
}

function reportOf(article: ArticleRecord, { summaryOf, completeProvider }: EventInput): EventReport {
  const { version, publishedAt, eventName } = article;
  const { domain, name } = article.provider ? completeProvider(article.provider) : {};
  const provider = domain ?? name;
  return {
    version: `${version} ${provider ?? ''} ${eventName === false}`,
    at: Date.parse(publishedAt),
    ...defined('provider', provider),
    ...(eventName === false && { isAlone: true }),
    read: () => JSON.parse(summaryOf(article)) as Summary,
  };
}

const oldestFirst = (a: ArticleRecord, b: ArticleRecord): number => newestFirst(b, a);

const byOldestArticle = ({ reports: [a] }: NewsEvent, { reports: [b] }: NewsEvent): number =>
  a && b ? oldestFirst(a.article, b.article) : 0;

const boundWarning = ({ file = 'site.yaml' }: Settings): DeferredDiagnostic => ({
  file,
  names: ['coverage'],
  severity: 'warning',
  code: 'coverage-limit',
  message: `Expected fewer similar articles within ${MAX_HOURS} hours; not all of them were compared to group reports on one event.`,
  hint: 'Set `coverage: off` if these articles are no news.',
});
