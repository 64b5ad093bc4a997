import { readStored, useStored, writeStored } from './storage.ts';

/** The layouts of lists of stories. */
export const LIST_LAYOUTS = ['cards', 'list', 'headlines'] as const;

type ListLayout = (typeof LIST_LAYOUTS)[number];

const LIST_LAYOUT_KEY = 'density';

export const useListLayout = (): ListLayout => parseListLayout(useStored(LIST_LAYOUT_KEY));

export function setListLayout(listLayout: ListLayout): void {
  writeStored(LIST_LAYOUT_KEY, listLayout === 'cards' ? '' : listLayout);
  // The pressed button is painted first: on a slow device the new layout takes a while.
  requestAnimationFrame(() => setTimeout(applyListLayout));
}

/** Applies the stored layout. The inline script in `index.html` does it before the first paint. */
export function applyListLayout(): void {
  const { dataset } = document.documentElement;
  const listLayout = parseListLayout(readStored(LIST_LAYOUT_KEY));
  if (listLayout === 'cards') delete dataset.density;
  else dataset.density = listLayout;
}

/** Local storage can hold any text. */
const parseListLayout = (stored: string | undefined): ListLayout =>
  LIST_LAYOUTS.find((known) => known === stored) ?? 'cards';
