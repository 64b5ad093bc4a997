import { PAGE_PREFIX } from '../../../../model/addresses/permalinks.ts';
import { defined } from '../../../util/defined.ts';
import { type ArticleSlug, articleSlug } from './slug.ts';

/** What a page of the publisher has and an article does not. */
export interface PageOptions {
  isInMenu?: true;
  /** Pages with a number come first, the smallest before the others. */
  order?: number;
}

/** The date of a page that gives none. It is not shown. */
export const NO_DATE = '1970-01-01T00:00:00Z';

/**
 * The slug of a page: its path in the folder of pages, or its own `slug`. `undefined` for an `index.md` in this folder
 * without a valid `slug`: its address would be that of the front page.
 */
export function pageSlug(file: string, pagesFolder: string, ownSlug: string | undefined): ArticleSlug | undefined {
  const name = file.normalize('NFC').slice(pagesFolder.length + 1);
  const { slug, invalid } = articleSlug({ file: name, keepsFolders: true, ...defined('ownSlug', ownSlug) });
  if (/^index\.[^./]+$/.test(name) && (ownSlug === undefined || invalid !== undefined) && slug === 'index')
    return undefined;
  return { slug: PAGE_PREFIX + slug, ...defined('invalid', invalid) };
}
