import { isPageFile } from '../../content/files/is-page-file.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Settings } from '../../settings/settings.ts';

/** Warns if the folder of pages has no Markdown file, or does not exist. `articles` are the files of articles and pages. */
export function findEmptyPagesFolder(
  { pagesFolder, file = 'site.yaml' }: Settings,
  articles: readonly string[],
): DeferredDiagnostic[] {
  if (pagesFolder === undefined || articles.some((article) => isPageFile({ file: article, pagesFolder }))) return [];
  const message = `Expected a folder with Markdown files, found none in ${quote(pagesFolder)}; the site has no pages.`;
  const hint = 'A path is relative to the content folder.';
  return [{ file, names: ['pagesFolder'], severity: 'warning', code: 'no-pages', message, hint }];
}
