import { articlePath } from '../../../model/addresses/permalinks.ts';
import { parseRoute } from '../../../model/addresses/routes.ts';
import type { PageLabel } from '../../../model/edition.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { slugKey } from '../../content/normalize/fields/slug.ts';
import { FIELD_NAMES } from '../../content/normalize/names/field-names.ts';
import { quote } from '../../diagnostics/quote.ts';
import { fileAt } from '../../util/path-to-file.ts';
import { describeReserved } from './reserved-files.ts';

/** Takes the pages out whose address the site has for something else. Each is an error that names both. */
export function rejectTakenPages(
  unlisted: readonly ArticleRecord[],
  diagnostics: DeferredDiagnostic[],
): ArticleRecord[] {
  return unlisted.filter(({ file, slug, page }) => {
    const owner = page && ownerOf(slug);
    if (owner === undefined) return true;
    const path = articlePath(slug);
    const message = `Expected an address that the site does not use, found ${quote(path)}, which ${owner}.`;
    const hint = 'Rename the file, or give the page another `slug`.';
    diagnostics.push({ file, names: FIELD_NAMES.slug, severity: 'error', code: 'taken-address', message, hint });
    return false;
  });
}

/** What else the address of a page is for. Names are compared by `slugKey`: some file systems ignore case. */
function ownerOf(slug: string): string | undefined {
  const path = articlePath(slugKey(slug));
  const [, first = ''] = path.split('/');
  if (isRoute(path)) return 'is a page of the site';
  // `/articles/` is no page, but `/articles/1/` is.
  if (isRoute(`/${first}/`) || isRoute(`/${first}/1/`))
    return `is reserved for pages of the site, like all below \`/${first}/\``;
  return describeReserved(fileAt(path));
}

const isRoute = (path: string): boolean => parseRoute(path).page !== 'not-found';

/** The pages of the publisher: by `order`, then by title, with the drafts that are shown. */
export function listPages(
  unlisted: readonly ArticleRecord[],
  { titleOf, language }: { titleOf: (article: ArticleRecord) => string; language: string },
): PageLabel[] {
  const { compare } = new Intl.Collator(language);
  return unlisted
    .flatMap((article) => {
      const { slug, page, isDraft } = article;
      return page ? [{ ...page, slug, title: titleOf(article), ...(isDraft && { isDraft }) }] : [];
    })
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || compare(a.title, b.title))
    .map(({ order: _, ...label }) => label);
}
