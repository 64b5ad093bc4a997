import { Fragment, type ReactNode } from 'react';
import { listFormat } from './format-list.ts';

/** A list with an element for each item: `A, B, and C`. */
export function listElements<Item>(items: readonly Item[], render: (item: Item) => ReactNode): ReactNode {
  const parts = listFormat.formatToParts(items.map((_, index) => `${index}`));
  return parts.map(({ type, value }, index) => (
    <Fragment key={index}>{type === 'element' ? render(items[Number(value)] as Item) : value}</Fragment>
  ));
}
