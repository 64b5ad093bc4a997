import { defaultOption } from '../document/default-options.ts';
import { changeEntries } from '../state/reader-state.ts';
import { readSetting, useSetting } from '../state/use-reader.ts';

/** The layouts of lists of stories. */
export const LIST_LAYOUTS = ['cards', 'list', 'headlines'] as const;

type ListLayout = (typeof LIST_LAYOUTS)[number];

/** The name of the setting. It is older than this file. */
const LIST_LAYOUT = 'density';

export const useListLayout = (): ListLayout => parseListLayout(useSetting(LIST_LAYOUT));

export function setListLayout(listLayout: ListLayout): void {
  changeEntries('settings', [[LIST_LAYOUT, listLayout === defaultOption(LIST_LAYOUT) ? null : listLayout]]);
  // The pressed button is painted first: on a slow device the new layout takes a while.
  requestAnimationFrame(() => setTimeout(applyListLayout));
}

function applyListLayout(): void {
  const { dataset } = document.documentElement;
  const listLayout = parseListLayout(readSetting(LIST_LAYOUT));
  if (listLayout === 'cards') delete dataset.density;
  else dataset.density = listLayout;
}

/** What is stored can be anything. */
const parseListLayout = (stored: string | undefined): ListLayout =>
  LIST_LAYOUTS.find((known) => known === stored) ?? defaultOption(LIST_LAYOUT);
