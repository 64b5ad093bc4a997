import { lazy } from 'react';
import type { FilterPanels } from '../../layout/topics/filter-panels.ts';
import { preloadComponent } from '../../navigation/lazy-component.tsx';

/** Loads the code of the panel, and of the page that its choices navigate to. */
function loadPanel() {
  preloadComponent('filter-page');
  return import('./filter-panel.tsx');
}

function loadSheet() {
  preloadComponent('filter-page');
  return import('./filter-sheet.tsx');
}

/** The filter panels that the page layout shows. Their code is not part of the first load. */
export const filterPanels: FilterPanels = {
  Panel: lazy(loadPanel),
  Sheet: lazy(loadSheet),
  // The rail opens without an interaction, so it does not load the code of the filter page.
  Rail: lazy(() => import('./filter-panel.tsx')),
  Summary: lazy(() => import('./filter-summary.tsx')),
  preloadPanel: () => void loadPanel(),
  preloadSheet: () => void loadSheet(),
};
