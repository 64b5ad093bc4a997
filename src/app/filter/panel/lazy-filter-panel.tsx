import type { CollectionId } from '../../../model/edition.ts';
import { useTools } from '../../article/tools/use-tools.ts';
import { useSite } from '../../data/site-context.ts';
import type { FilterPanels } from '../../layout/topics/filter-panels.ts';
import { TopicLinks } from '../../layout/topics/topic-links.tsx';
import { preloadComponent } from '../../loading/component-loaders.ts';
import { lazyComponent } from '../../states/lazy-component.tsx';

/** Loads the code of the panel, and of the page that its choices navigate to. */
const panel = lazyComponent('filter-panel', () => {
  void preloadComponent('filter-page');
  return import('./filter-panel.tsx');
});

const sheet = lazyComponent('filter-sheet', () => {
  void preloadComponent('filter-page');
  return import('./filter-sheet.tsx');
});

const summary = lazyComponent('filter-summary', () => import('./filter-summary.tsx'));

/** Links to the topics. On the first interaction, which loads the tools, the panel takes their place. */
function Rail({ collection }: { collection: CollectionId }) {
  const links = <TopicLinks topics={useSite().topics} />;
  return useTools() ? <panel.View collection={collection} fallback={links} /> : links;
}

/** The filter panels that the page layout shows. Their code is not part of the first load. */
export const filterPanels: FilterPanels = {
  Panel: panel.View,
  Sheet: sheet.View,
  Rail,
  Summary: summary.View,
  preloadPanel: () => void panel.preload(),
  preloadSheet: () => void sheet.preload(),
};
