import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { withBasePath, withoutBasePath } from './data/base-path.ts';
import { createQueryClient } from './data/create-query-client.ts';
import { hydrateQueries } from './data/hydrate-queries.ts';
import { unpackPageData } from './data/unpack-page-data.ts';
import { navigationHooks } from './navigation/app-link.tsx';
import { hasFilter, parseRoute } from './navigation/routes.ts';
import { filterPage, lazyPageOf } from './pages/lazy-pages.ts';
import { hasStored } from './reader/storage/web-storage.ts';
import './styles.css';

const queryClient = createQueryClient();
const app = (
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>
);
const root = document.getElementById('root') as HTMLElement;
const pageData = document.querySelector<HTMLScriptElement>('#page-data');
const pageAddress = pageData?.dataset.address;

// Registered before the router's listener: a view transition may have to delay the router.
window.addEventListener('popstate', (event) => navigationHooks.onPopState(event));

// Only collections have filters: on other pages, show what the script in `index.html` has hidden.
const route = parseRoute(withoutBasePath(location.pathname));
if (route.page !== 'collection' && route.page !== 'archive') delete document.documentElement.dataset.filtered;

if (pageData) hydrateQueries(queryClient, unpackPageData(pageData.textContent));
// Some hosts answer every address with the front page, so a page is hydrated only at its own address.
if (pageAddress !== undefined && isCurrentAddress(pageAddress)) void hydrate(pageAddress);
else {
  root.replaceChildren();
  createRoot(root).render(app);
}

const importInteraction = () => import('./on-first-interaction.ts');

// Code for the next page, and for navigating to it, loads on the first interaction.
const firstInteraction = new AbortController();
for (const type of ['pointermove', 'touchstart', 'keydown', 'scroll'])
  window.addEventListener(type, onFirstInteraction, { passive: true, signal: firstInteraction.signal });

function onFirstInteraction(): void {
  firstInteraction.abort();
  void importInteraction().then((module) => module.onFirstInteraction(queryClient), ignore);
}

// A returning reader has read marks and saved stories to show.
if (hasStored()) void importInteraction().then((module) => module.showReaderData(), ignore);

/**
 * The first key press loads the keyboard code, which then handles it, and the keys pressed while it was loading. They
 * wait for one promise: a second `import()` may resolve later than the first, and a key pressed in between would be
 * handled too early.
 */
let keyboard: Promise<typeof import('./keyboard/keyboard.ts')> | undefined;
let handleKey = (event: KeyboardEvent): void => {
  keyboard ??= import('./keyboard/keyboard.ts');
  void keyboard.then((keys) => {
    handleKey = keys.handleKey;
    handleKey(event);
  }, ignore);
};
window.addEventListener('keydown', (event) => handleKey(event));

if (import.meta.hot) void import('./data/dev-updates.ts').then(({ followDevServer }) => followDevServer(queryClient));

/** These modules are enhancements: if one fails to load, the page works without it. */
function ignore(): void {}

/** Hydrates the pre-rendered page. If the code of the page fails to load, the HTML stays as it is: its links work. */
async function hydrate(path: string): Promise<void> {
  if (hasFilter(location.search)) void filterPage.preload();
  const page = lazyPageOf(parseRoute(path).page);
  if (!page || (await page.preload())) hydrateRoot(root, app);
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
