import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { ArticleFileResult } from '../content/cache/cache-entry.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { FIELD_NAMES } from '../content/normalize/fields/field-names.ts';
import { slugKey } from '../content/normalize/fields/slug.ts';
import { printable, quote } from '../diagnostics/quote.ts';
import type { Settings } from '../settings/settings.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { defined } from '../util/defined.ts';

/** What became of the files. Articles, drafts, duplicates and rejected files together are all files. */
export interface Counts {
  files: number;
  articles: number;
  drafts: number;
  /** Drafts that are part of the edition all the same. */
  draftsShown: number;
  duplicates: number;
  rejected: number;
}

export interface Selection {
  /** Newest first. */
  articles: ArticleRecord[];
  counts: Counts;
  diagnostics: DeferredDiagnostic[];
}

/**
 * Chooses what is part of the edition. Rejected files and drafts are set aside first, so that what is not shown takes
 * nothing from what is; then files with an address that is taken; then duplicates.
 */
export function selectArticles(files: readonly ArticleFileResult[], settings: Settings): Selection {
  const diagnostics: DeferredDiagnostic[] = [];
  const read = files.flatMap(({ record }) => record ?? []);
  const isShown = ({ isDraft }: ArticleRecord): boolean => !isDraft || settings.unpublished === 'show';
  const hidden = read.length - read.filter(isShown).length;
  const unique = rejectTakenSlugs(read.filter(isShown), diagnostics);
  const drafts = unique.filter(({ isDraft }) => isDraft);
  const published = unique.filter(({ isDraft }) => !isDraft).sort(newestFirst);
  const { kept, duplicates } = removeDuplicates(published, settings.duplicates, diagnostics);
  const counts: Counts = {
    files: files.length,
    articles: kept.length,
    drafts: hidden + drafts.length,
    draftsShown: drafts.length,
    duplicates,
    rejected: files.length - hidden - unique.length,
  };
  return { articles: [...kept, ...drafts].sort(newestFirst), counts, diagnostics };
}

/** By the moment of publication, then by slug. Moments of one length are in the order of their letters. */
export function newestFirst(a: ArticleRecord, b: ArticleRecord): number {
  const isPlain = a.publishedAt.length === b.publishedAt.length;
  const difference = isPlain
    ? compareCodeUnits(b.publishedAt, a.publishedAt)
    : Date.parse(b.publishedAt) - Date.parse(a.publishedAt);
  return difference || compareCodeUnits(a.slug, b.slug);
}

/** Two files cannot have one address: the later one, by path, is rejected. */
function rejectTakenSlugs(articles: readonly ArticleRecord[], diagnostics: DeferredDiagnostic[]): ArticleRecord[] {
  const owners = new Map<string, string>();
  return articles.filter(({ slug, file }) => {
    const owner = owners.get(slugKey(slug));
    if (owner === undefined) {
      owners.set(slugKey(slug), file);
      return true;
    }
    const message = `Expected an address of its own, found ${quote(slug)}, which is that of \`${printable(owner)}\` already.`;
    const hint = 'Rename the file or give it a `slug`.';
    diagnostics.push({ file, names: FIELD_NAMES.slug, severity: 'error', code: 'same-slug', message, hint });
    return false;
  });
}

/** `articles` come newest first, so the first with an address is the one that stays. */
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
    if (winner) diagnostics.push(duplicateOf(winner, article, rule));
    return !winner;
  });
  const kept = rule === 'keep' ? articles : unique;
  return { kept, duplicates: articles.length - kept.length };
}

function duplicateOf(winner: ArticleRecord, { file, publishedAt }: ArticleRecord, rule: string): DeferredDiagnostic {
  const age = winner.publishedAt === publishedAt ? 'was published at the same moment' : 'is newer';
  const fate = rule === 'keep' ? 'Both are kept.' : 'This one is left out.';
  const message = `Expected an origin address of its own, found that of \`${printable(winner.file)}\`, which ${age}. ${fate}`;
  const hint = rule === 'keep' ? undefined : 'Give one of the two another address, or delete it.';
  return {
    file,
    names: FIELD_NAMES.originUrl,
    severity: 'warning',
    code: 'duplicate',
    message,
    ...defined('hint', hint),
  };
}
