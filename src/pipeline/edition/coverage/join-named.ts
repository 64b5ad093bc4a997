import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { newestFirst } from '../../content/cache/newest-first.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { FIELD_NAMES } from '../../content/normalize/names/field-names.ts';
import { quote } from '../../diagnostics/quote.ts';
import { defined } from '../../util/defined.ts';
import { groupBy } from '../../util/group-by.ts';
import { MAX_MEMBERS } from './grouping/merge-groups.ts';
import type { EventMember, NewsEvent } from './news-event.ts';

/**
 * Joins the articles that name an event, in any language and at any time, with the reports that are grouped with one of
 * them. Names win over words: a group whose articles name several events is divided. A name in more than `MAX_MEMBERS`
 * articles is no event, so it is ignored with a warning.
 */
export function joinNamed(
  events: readonly NewsEvent[],
  articles: readonly ArticleRecord[],
  diagnostics: DeferredDiagnostic[],
): NewsEvent[] {
  const byName = groupBy(
    articles.filter(({ eventName }) => eventName),
    ({ eventName }) => eventName || '',
  );
  for (const [name, named] of byName) {
    if (named.length <= MAX_MEMBERS) continue;
    byName.delete(name);
    diagnostics.push(tooManyWarning(name, named));
  }
  if (byName.size === 0) return [...events];
  const namesOf = (event: NewsEvent): Set<string> =>
    new Set(event.reports.flatMap(({ article }) => nameOf(article, byName)));
  const joined = [...byName].map(([name, named]): NewsEvent => {
    const attached = events.filter((event) => [...namesOf(event)].join() === name);
    return toNamedEvent(
      named,
      attached.flatMap(({ reports }) => reports),
    );
  });
  const others = events.flatMap((event): NewsEvent[] => {
    const names = namesOf(event);
    if (names.size === 1) return [];
    const reports = event.reports.filter(({ article }) => nameOf(article, byName).length === 0);
    // What most of the whole group share may not be what most of the rest share.
    const shared = event.shared?.isMost && names.size > 0 ? { terms: [] } : event.shared;
    return [{ reports: reports.map((report) => withoutOthers(report, reports)), ...defined('shared', shared) }];
  });
  return [...joined, ...others].filter(({ reports }) => reports.length > 1);
}

/** The name of the event of an article, unless it is ignored. */
const nameOf = ({ eventName }: ArticleRecord, names: ReadonlyMap<string, unknown>): string[] =>
  eventName && names.has(eventName) ? [eventName] : [];

function toNamedEvent(named: readonly ArticleRecord[], attached: readonly EventMember[]): NewsEvent {
  const known = new Set(attached.map(({ article }) => article));
  const added = named.filter((article) => !known.has(article)).map((article): EventMember => ({ article }));
  return { reports: [...attached, ...added].sort((a, b) => newestFirst(b.article, a.article)) };
}

/** A report without references to articles that are not among those reports. */
function withoutOthers({ article, nearest, sameTextAs }: EventMember, reports: readonly EventMember[]): EventMember {
  const has = (other: ArticleRecord | undefined): boolean => reports.some((report) => report.article === other);
  return {
    article,
    ...defined('nearest', has(nearest) ? nearest : undefined),
    ...defined('sameTextAs', has(sameTextAs) ? sameTextAs : undefined),
  };
}

const tooManyWarning = (name: string, [first, ...others]: readonly ArticleRecord[]): DeferredDiagnostic => ({
  file: first?.file ?? '',
  names: FIELD_NAMES.coverage,
  severity: 'warning',
  code: 'coverage-limit',
  message: `Expected at most ${MAX_MEMBERS} articles with the coverage ${quote(name)}, found ${others.length + 1}; the name is ignored.`,
  hint: '`coverage` names one event. Use `topics` for a subject.',
});
