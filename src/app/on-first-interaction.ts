import type { QueryClient } from '@tanstack/react-query';
import { dismissSourceLinkMenus } from './article/source-links/dismiss-source-link-menu.ts';
import { prefetchLinks } from './navigation/prefetch-links.ts';
import { loadRestorer } from './navigation/scroll-restoration.ts';
import { enableViewTransitions } from './navigation/view-transition.ts';
import { articlePage } from './pages/lazy-pages.ts';
import { syncWithOtherTabs } from './reader/appearance.ts';

/** What the first load leaves to the first sign of a reader's hand. */
export function onFirstInteraction(client: QueryClient): void {
  void loadRestorer();
  syncWithOtherTabs();
  dismissSourceLinkMenus();
  prefetchLinks(client);
  // The DOM of the article's page is wanted at once.
  void articlePage.preload().then((hasCome) => hasCome && enableViewTransitions());
}
