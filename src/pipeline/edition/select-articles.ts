import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { ArticleFileResult } from '../content/cache/cache-entry.ts';
import { newestFirst } from '../content/cache/newest-first.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { FIELD_NAMES } from '../content/normalize/names/field-names.ts';
import { printable } from '../diagnostics/quote.ts';
import type { Settings } from '../settings/settings.ts';
import { defined } from '../util/defined.ts';
import { groupBy } from '../util/group-by.ts';
import { rejectTakenPages } from './addresses/publisher-pages.ts';
import { assignUniqueSlugs } from './addresses/unique-slugs.ts';
import { hasPassed, isFuture } from './future-dates.ts';

/** The numbers of files. `files` is the sum of articles, pages, drafts, duplicates, scheduled, expired and rejected files. */
export interface Counts {
  files: number;
  /** With the unlisted ones. */
  articles: number;
  /** The pages of the publisher, without drafts. */
  pages: number;
  drafts: number;
  /** The drafts that are included in the edition. */
  draftsShown: number;
  duplicates: number;
  /** The articles that are left out until their date. */
  scheduled: number;
  /** The date of the next of them. */
  nextScheduledAt?: string;
  /** The articles that are left out because `expires` has passed. */
  expired: number;
  rejected: number;
}

export interface Selection {
  /** Newest first. */
  articles: ArticleRecord[];
  /** The articles that have a page but are in no list, newest first, and pages of the publisher. */
  unlisted: ArticleRecord[];
  counts: Counts;
  diagnostics: DeferredDiagnostic[];
}

/**
 * Selects the articles of the edition. Hidden drafts, scheduled and expired articles are removed first, so that they do
 * not take the slug or the origin URL of an article; then pages whose address is taken; then duplicates, among which
 * unlisted articles do not count. `now` is in milliseconds since 1970.
 */
export function selectArticles(files: readonly ArticleFileResult[], settings: Settings, now: number): Selection {
  const diagnostics: DeferredDiagnostic[] = [];
  const read = files.flatMap(({ record }) => record ?? []);
  const groups = groupBy(read, (record) => presenceOf(record, settings, now));
  const [shown = [], hiddenDrafts = []] = [groups.get('shown'), groups.get('draft')];
  const [scheduled = [], expired = []] = [groups.get('scheduled'), groups.get('expired')];
  const unfinished = files.filter(({ isUnfinishedDraft }) => isUnfinishedDraft).length;
  const hidden = hiddenDrafts.length + unfinished;
  const unique = assignUniqueSlugs(shown, diagnostics);
  const withoutList = unique.filter(({ isUnlisted }) => isUnlisted).sort(newestFirst);
  const unlisted = rejectTakenPages(withoutList, diagnostics);
  const listed = withoutList.length > 0 ? unique.filter(({ isUnlisted }) => !isUnlisted) : unique;
  const drafts = listed.filter(({ isDraft }) => isDraft);
  const published = listed.filter(({ isDraft }) => !isDraft).sort(newestFirst);
  const { kept, duplicates } = removeDuplicates(published, settings.duplicates, diagnostics);
  const pages = unlisted.filter(({ page, isDraft }) => page && !isDraft).length;
  const taken = withoutList.length - unlisted.length;
  const unlistedDrafts = unlisted.filter(({ isDraft }) => isDraft).length;
  const draftsShown = drafts.length + unlistedDrafts;
  const counts: Counts = {
    files: files.length,
    articles: kept.length + unlisted.length - unlistedDrafts - pages,
    pages,
    drafts: hidden + draftsShown,
    draftsShown,
    duplicates,
    scheduled: scheduled.length,
    expired: expired.length,
    rejected: files.length - hidden - scheduled.length - expired.length - shown.length + taken,
  };
  const next = scheduled.sort(newestFirst).at(-1);
  if (next) counts.nextScheduledAt = next.publishedAt;
  return { articles: [...kept, ...drafts].sort(newestFirst), unlisted, counts, diagnostics };
}

type Presence = 'shown' | 'draft' | 'scheduled' | 'expired';

/** Whether an article is in the edition, else why it is not. The state of a draft does not depend on the time. */
function presenceOf(
  { isDraft, publishedAt, expiresAt }: ArticleRecord,
  { unpublished, future }: Settings,
  now: number,
): Presence {
  if (isDraft) return unpublished === 'show' ? 'shown' : 'draft';
  if (expiresAt !== undefined && hasPassed(expiresAt, now)) return 'expired';
  return future === 'hide' && isFuture(publishedAt, now) ? 'scheduled' : 'shown';
}

/** Removes articles with the origin URL of a newer one, unless the rule is to keep them. `articles` are newest first. */
function removeDuplicates(
  articles: readonly ArticleRecord[],
  rule: Settings['duplicates'],
  diagnostics: DeferredDiagnostic[],
) {
  const first = new Map<string, ArticleRecord>();
  const unique = articles.filter((article) => {
    const { originKey } = article;
    const winner = originKey ? first.get(originKey) : undefined;
    if (originKey && !winner) first.set(originKey, article);
    if (winner) diagnostics.push(duplicateWarning(winner, article, rule));
    return !winner;
  });
  const kept = rule === 'keep' ? articles : unique;
  return { kept, duplicates: articles.length - kept.length };
}

function duplicateWarning(
  winner: ArticleRecord,
  { file, publishedAt }: ArticleRecord,
  rule: string,
): DeferredDiagnostic {
  const age = winner.publishedAt === publishedAt ? 'has the same date' : 'is newer';
  const outcome = rule === 'keep' ? 'Both are kept.' : 'This one is left out.';
  const message = `Expected a unique origin URL, found that of \`${printable(winner.file)}\`, which ${age}. ${outcome}`;
  const hint = rule === 'keep' ? undefined : 'Change the origin URL of one of them, or delete one.';
  return {
    file,
    names: FIELD_NAMES.originUrl,
    severity: 'warning',
    code: 'duplicate',
    message,
    ...defined('hint', hint),
  };
}
