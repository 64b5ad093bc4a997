import type { QueryClient } from '@tanstack/react-query';
import { dismissLinkChoices } from './article/source-links/dismiss-source-link-menu.ts';
import { prefetchLinks } from './navigation/prefetch-links.ts';
import { loadKeeper } from './navigation/scroll-restoration.ts';
import { startMoving } from './navigation/view-transition.ts';
import { articlePage } from './pages/lazy-pages.ts';
import { followOtherTabs } from './reader/appearance.ts';

/** What the first load leaves to the first sign of a reader's hand. */
export function prepare(client: QueryClient): void {
  void loadKeeper();
  followOtherTabs();
  dismissLinkChoices();
  prefetchLinks(client);
  // The DOM of the article's page is wanted at once.
  void articlePage.preload().then((hasCome) => hasCome && startMoving());
}
