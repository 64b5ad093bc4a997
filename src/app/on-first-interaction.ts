import type { QueryClient } from '@tanstack/react-query';
import { loadTools } from './article/tools/load-tools.ts';
import { offerNewVersion } from './loading/offer-new-version.ts';
import { prefetchLinks } from './navigation/prefetch-links.ts';
import { loadScrollRestorer } from './navigation/scroll/scroll-restoration.ts';
import { enableViewTransitions } from './navigation/view-transition.ts';
import { updateOnOpen } from './offline/update-on-open.ts';
import { articlePage } from './pages/lazy-pages.tsx';
import { openSettingsInSheet } from './pages/settings/open-settings-in-sheet.ts';
import { completeKeptArticles } from './reader/actions/kept-articles.ts';
import { purgeSaved } from './reader/actions/purge-saved.ts';
import { setQueryClient } from './reader/actions/reader-actions.ts';
import { markReadOnScroll } from './reader/settings/mark-read-on-scroll.ts';
import { openSourcesAsChosen } from './reader/settings/open-in-new-tab.ts';
import { followSettings } from './reader/settings/settings.ts';
import { openStore } from './reader/store/reader-store.ts';
import { addUndoToast } from './reader/undo/undo-toast.tsx';
import { trackVisits } from './reader/visits/visits.ts';
import { tolerateDomChanges } from './tolerate-dom-changes.ts';

// Until then, nothing on the page is removed.
tolerateDomChanges();

/** Shows the read marks and saved stories of a returning reader. */
export function showReaderData(client: QueryClient): void {
  void openStore().then(() => purgeSaved(client));
  loadTools(client);
}

/** Sets up what a page needs only once the reader interacts with it. */
export function onFirstInteraction(client: QueryClient): void {
  void loadScrollRestorer();
  followSettings();
  openSourcesAsChosen();
  openSettingsInSheet(client);
  markReadOnScroll();
  setQueryClient(client);
  void openStore().then(() => {
    trackVisits(client);
    void purgeSaved(client).then(() => completeKeptArticles(client));
  });
  addUndoToast();
  loadTools(client, true);
  prefetchLinks(client);
  void offerNewVersion();
  void updateOnOpen().catch(() => {});
  void import('./print.ts').catch(() => {});
  // A view transition needs the DOM of the article page synchronously.
  void articlePage.preload().then((isLoaded) => isLoaded && enableViewTransitions());
}
