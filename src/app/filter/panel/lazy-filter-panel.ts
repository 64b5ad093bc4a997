import { filterPage } from '../../pages/lazy-pages.ts';

/** Fetches the filter panel's code, and that of the page it leads to: on intent, so that they are there when wanted. */
export function loadFilterPanel() {
  void filterPage.preload();
  return import('./filter-panel.tsx');
}

/** The same for the panel as a sheet. */
export function loadFilterSheet() {
  void filterPage.preload();
  return import('./filter-sheet.tsx');
}
