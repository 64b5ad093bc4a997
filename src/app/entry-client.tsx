import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { hasFilter, parseRoute, withPages } from '../model/addresses/routes.ts';
import type { PageData } from '../model/page.ts';
import { unpackPageData } from '../model/unpack-page-data.ts';
import { App } from './app.tsx';
import { withBasePath, withoutBasePath } from './data/base-path.ts';
import { createQueryClient } from './data/create-query-client.ts';
import { hydrateQueries } from './data/hydrate-queries.ts';
import { siteQuery } from './data/queries.ts';
import { keyboardLoader } from './keyboard/keyboard-loader.ts';
import { requireComponents } from './loading/component-loaders.ts';
import { createLoader } from './loading/create-loader.ts';
import { registerWorker } from './loading/register-worker.ts';
import { watchLine } from './loading/watch-line.ts';
import { whenLoaded } from './loading/when-loaded.ts';
import { navigationHooks } from './navigation/app-link.tsx';
import { filterPage, lazyPageOf } from './pages/lazy-pages.tsx';
import { hasStored } from './reader/storage/web-storage.ts';
import { isSupportedBrowser, leaveAsHtml } from './supported-browser.ts';
import './styles.css';

/** Replaced by the build: whether the site has a service worker. Not in the dev server. */
declare const __SERVICE_WORKER__: boolean;

const queryClient = createQueryClient();
const app = (
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>
);
const root = document.getElementById('root') as HTMLElement;
const pageData = document.querySelector<HTMLScriptElement>('#page-data');

function start(): void {
  // Registered before the router's listener: a view transition may have to delay the router.
  window.addEventListener('popstate', (event) => navigationHooks.onPopState(event));

  // Only collections have filters: on other pages, show what the script in `index.html` has hidden.
  const route = parseRoute(withoutBasePath(location.pathname));
  if (route.page !== 'collection' && route.page !== 'archive') delete document.documentElement.dataset.filtered;

  watchLine(queryClient);
  takeOver();
  loadOnFirstInteraction();
  if (__SERVICE_WORKER__) registerWorker();
  if (import.meta.hot) void import('./data/dev-updates.ts').then(({ followDevServer }) => followDevServer(queryClient));
}

/** Code for the next page, and for navigating to it, loads on the first interaction. */
function loadOnFirstInteraction(): void {
  const interaction = createLoader(() => import('./on-first-interaction.ts'));
  const controller = new AbortController();
  const onFirstInteraction = (): void => {
    controller.abort();
    whenLoaded(queryClient, interaction, (module) => module.onFirstInteraction(queryClient));
  };
  for (const type of ['pointermove', 'touchstart', 'keydown', 'scroll'])
    window.addEventListener(type, onFirstInteraction, { passive: true, signal: controller.signal });

  // A returning reader has read marks and saved stories to show.
  if (hasStored()) whenLoaded(queryClient, interaction, (module) => module.showReaderData(queryClient));

  // The first key press loads the keyboard code, which then handles it, and the keys pressed while it was loading.
  window.addEventListener('keydown', (event) => {
    if (!keyboardLoader.error()) whenLoaded(queryClient, keyboardLoader, (keys) => keys.handleKey(event));
  });
}

/** Hydrates the pre-rendered page, or renders another one in its place. What is not needed for that loads later. */
function takeOver(): void {
  const data = readPageData();
  if (data) hydrateQueries(queryClient, data);
  const address = pageData?.dataset.address;
  // Some hosts answer every address with the front page, so a page is hydrated only at its own address.
  if (data && address !== undefined && isCurrentAddress(address)) hydrate(address);
  else if (data || root.childElementCount === 0) render();
  // The document is cut: it stays until there is another page to show.
  else
    whenLoaded(
      queryClient,
      createLoader(() => queryClient.query(siteQuery())),
      render,
    );
}

/** The data that is embedded in the page. `undefined` if it is cut. */
function readPageData(): PageData | undefined {
  try {
    return pageData ? unpackPageData(pageData.textContent) : undefined;
  } catch {
    return undefined;
  }
}

/** React recovers by rendering anew. Extensions and translators change pages before they are hydrated. */
// oxlint-disable-next-line no-console -- for developers; a mismatch fails the browser tests
const rootOptions = { onRecoverableError: (error: unknown) => console.warn(error) };

function render(): void {
  document.querySelector('title')?.remove();
  root.replaceChildren();
  createRoot(root, rootOptions).render(app);
}

/** Parts of pages whose code is lazy, by an element that only they render. */
const LAZY_PARTS = {
  '.prose': 'article-body',
  '.coverage': 'coverage',
  '.top-stories': 'top-stories',
  '.video-play': 'video-player',
  '.state-title': 'empty-collection',
};

/** If the code of the page fails to load, the HTML stays as it is: its links work. */
function hydrate(path: string): void {
  if (hasFilter(location.search)) void filterPage.preload();
  const { pages } = queryClient.getQueryData(siteQuery().queryKey) ?? {};
  const page = lazyPageOf(withPages(parseRoute(path), pages).page)?.module ?? '';
  const parts = Object.entries(LAZY_PARTS).filter(([selector]) => root.querySelector(selector));
  const code = createLoader(() => requireComponents([page, ...parts.map(([, module]) => module)]));
  whenLoaded(queryClient, code, () => void hydrateRoot(root, app, rootOptions));
}

/**
 * Whether the document has this path below the base path. Percent-encoding, `/` and `index.html` at the end may differ.
 */
function isCurrentAddress(path: string): boolean {
  const normalize = (pathname: string): string => decodeURI(pathname).replace(/\/(?:index\.html)?$/, '');
  try {
    return normalize(location.pathname) === normalize(withBasePath(path));
  } catch {
    return false;
  }
}

if (isSupportedBrowser()) start();
else leaveAsHtml();
