import { PAGE_PREFIX } from '../../../../model/addresses/permalinks.ts';
import { defined } from '../../../util/defined.ts';
import { type FieldIndex, indexFields } from '../names/index-fields.ts';
import { describeValue } from '../values/describe-value.ts';
import { readBoolean } from '../values/read-value.ts';
import type { FieldContext } from './field-context.ts';
import { type ArticleSlug, articleSlug } from './slug.ts';

/** What a page of the publisher has and an article does not. */
export interface PageOptions {
  isInMenu?: true;
  /** Pages with a number come first, the smallest before the others. */
  order?: number;
}

/** The date of a page that gives none. It is not shown. */
export const NO_DATE = '1970-01-01T00:00:00Z';

/** Takes the fields out that only pages have, so that they do not count as unknown. */
export function withoutPageFields({ data }: FieldIndex): FieldIndex {
  return indexFields(Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'menu' && name !== 'order')));
}

/** Reads these fields. */
export function readPageOptions({ data }: FieldIndex, { report }: Pick<FieldContext, 'report'>): PageOptions {
  const { menu, order } = data;
  const isInMenu = menu === undefined ? undefined : readBoolean({ value: menu, path: ['menu'], report });
  const number =
    typeof order === 'number' || (typeof order === 'string' && order.trim() !== '') ? Number(order) : Number.NaN;
  const isNumber = Number.isFinite(number);
  if (order !== undefined && !isNumber) {
    const message = `Expected a number, found ${describeValue(order)}.`;
    report({ severity: 'warning', path: ['order'], code: 'bad-value', message });
  }
  return { ...(isInMenu && { isInMenu }), ...(isNumber && { order: number }) };
}

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
