import { readStored, useStored, writeStored } from './storage.ts';

/** How densely stories are set in lists. */
export const LIST_LAYOUTS = ['cards', 'list', 'headlines'] as const;

type ListLayout = (typeof LIST_LAYOUTS)[number];

const LIST_LAYOUT_KEY = 'density';

export const useListLayout = (): ListLayout => asListLayout(useStored(LIST_LAYOUT_KEY));

export function setListLayout(listLayout: ListLayout): void {
  writeStored(LIST_LAYOUT_KEY, listLayout === 'cards' ? '' : listLayout);
  // The button is painted first: a slow machine takes a while to set all stories anew.
  requestAnimationFrame(() => setTimeout(applyListLayout));
}

/** Sets the stories as is stored. The script in `index.html` does the same before the first paint. */
export function applyListLayout(): void {
  const { dataset } = document.documentElement;
  const listLayout = asListLayout(readStored(LIST_LAYOUT_KEY));
  if (listLayout === 'cards') delete dataset.density;
  else dataset.density = listLayout;
}

/** What is stored may be anything. */
const asListLayout = (stored: string | undefined): ListLayout =>
  LIST_LAYOUTS.find((known) => known === stored) ?? 'cards';
