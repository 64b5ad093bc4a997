import type { QueryClient } from '@tanstack/react-query';
import { sourceLinkItems } from './article/source-links/lazy-source-link-items.ts';
import { prefetchLinks } from './navigation/prefetch-links.ts';
import { loadScrollRestorer } from './navigation/scroll-restoration.ts';
import { enableViewTransitions } from './navigation/view-transition.ts';
import { articlePage } from './pages/lazy-pages.ts';
import { syncWithOtherTabs } from './reader/appearance.ts';

/** Sets up what a page needs only once the reader interacts with it. */
export function onFirstInteraction(client: QueryClient): void {
  void loadScrollRestorer();
  syncWithOtherTabs();
  void sourceLinkItems.preload();
  prefetchLinks(client);
  void import('./print.ts').catch(() => {});
  // A view transition needs the DOM of the article page synchronously.
  void articlePage.preload().then((isLoaded) => isLoaded && enableViewTransitions());
}
