import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { slugKey, withSuffix } from '../../content/normalize/fields/slug.ts';
import { FIELD_NAMES } from '../../content/normalize/names/field-names.ts';
import { printable, quote } from '../../diagnostics/quote.ts';

/**
 * Gives each article a slug that no other has. Slugs that follow from the path or the field `slug` come first, then those
 * that were made, each in the order of the files. The slug of a later file becomes the one with its date, or gets a
 * suffix that depends on its path only. A slug that the author chose and did not get is a warning.
 */
export function assignUniqueSlugs(
  articles: readonly ArticleRecord[],
  diagnostics: DeferredDiagnostic[],
): ArticleRecord[] {
  const owners = new Map<string, string>();
  const take = (slug: string, file: string): boolean => {
    const key = slugKey(slug);
    if (owners.has(key)) return false;
    owners.set(key, file);
    return true;
  };
  const conflicts = new Set<ArticleRecord>();
  for (const isMade of [false, true])
    for (const article of articles)
      if ((article.alternativeSlug !== undefined) === isMade && !take(article.slug, article.file))
        conflicts.add(article);
  if (conflicts.size === 0) return [...articles];
  return articles.map((article) => {
    if (!conflicts.has(article)) return article;
    const slug = freeSlug(article, take);
    if (article.alternativeSlug === undefined)
      diagnostics.push(takenSlugWarning(article, slug, owners.get(slugKey(article.slug)) ?? ''));
    // The texts of the record contain its own slug.
    return { ...article, slug, ownSlug: article.slug, version: `${article.version}.${slug}` };
  });
}

function freeSlug(
  { slug, alternativeSlug, file }: ArticleRecord,
  take: (slug: string, file: string) => boolean,
): string {
  if (alternativeSlug !== undefined && take(alternativeSlug, file)) return alternativeSlug;
  for (let candidate = withSuffix(slug, file); ; candidate = withSuffix(candidate, file))
    if (take(candidate, file)) return candidate;
}

function takenSlugWarning({ file, slug }: ArticleRecord, given: string, owner: string): DeferredDiagnostic {
  const message = `Expected a unique slug, found ${quote(slug)}, which is already the slug of \`${printable(owner)}\`. This article gets ${quote(given)}.`;
  const hint = 'Rename the file or give it another `slug`.';
  return { file, names: FIELD_NAMES.slug, severity: 'warning', code: 'same-slug', message, hint };
}
