import { Fragment, type ReactNode } from 'react';
import { locale } from './locale.ts';

/** A list with an element for each item: `A, B, and C`. */
export function listElements<Item>(items: readonly Item[], render: (item: Item) => ReactNode): ReactNode {
  const format = new Intl.ListFormat(locale, { type: 'conjunction' });
  const parts = format.formatToParts(items.map((_, index) => `${index}`));
  return parts.map(({ type, value }, index) => (
    <Fragment key={index}>{type === 'element' ? render(items[Number(value)] as Item) : value}</Fragment>
  ));
}
