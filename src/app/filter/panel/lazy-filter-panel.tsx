import { lazy } from 'react';
import type { CollectionId } from '../../../model/edition.ts';
import { useTools } from '../../article/tools/use-tools.ts';
import { useSite } from '../../data/site-context.ts';
import type { FilterPanels } from '../../layout/topics/filter-panels.ts';
import { TopicLinks } from '../../layout/topics/topic-links.tsx';
import { preloadComponent } from '../../navigation/lazy-component.tsx';

const importPanel = () => import('./filter-panel.tsx');

/** Loads the code of the panel, and of the page that its choices navigate to. */
function loadPanel() {
  preloadComponent('filter-page');
  return importPanel();
}

function loadSheet() {
  preloadComponent('filter-page');
  return import('./filter-sheet.tsx');
}

const RailPanel = lazy(importPanel);

/** Links to the topics. On the first interaction, which loads the tools, the panel takes their place. */
function Rail({ collection }: { collection: CollectionId }) {
  const { topics } = useSite();
  return useTools() ? <RailPanel collection={collection} /> : <TopicLinks topics={topics} />;
}

/** The filter panels that the page layout shows. Their code is not part of the first load. */
export const filterPanels: FilterPanels = {
  Panel: lazy(loadPanel),
  Sheet: lazy(loadSheet),
  Rail,
  Summary: lazy(() => import('./filter-summary.tsx')),
  preloadPanel: () => void loadPanel(),
  preloadSheet: () => void loadSheet(),
};
