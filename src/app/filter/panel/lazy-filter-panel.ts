import { lazy } from 'react';
import type { FilterPanels } from '../../layout/topics/filter-panels.ts';
import { preloadPage } from '../../navigation/lazy-page.tsx';

/** Fetches the code of the panel and of the page that a choice in it leads to. */
function loadPanel() {
  preloadPage('filter-page');
  return import('./filter-panel.tsx');
}

function loadSheet() {
  preloadPage('filter-page');
  return import('./filter-sheet.tsx');
}

/** The filter panels that the page layout shows. Their code is not part of the first load. */
export const filterPanels: FilterPanels = {
  Panel: lazy(loadPanel),
  Sheet: lazy(loadSheet),
  // The rail shows the panel without being asked, so it fetches nothing else.
  Rail: lazy(() => import('./filter-panel.tsx')),
  preloadPanel: () => void loadPanel(),
  preloadSheet: () => void loadSheet(),
};
