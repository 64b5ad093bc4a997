import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { PageData } from '../model/page.ts';
import { App } from './app.tsx';
import { withBasePath, withoutBasePath } from './data/base-path.ts';
import { createQueryClient } from './data/create-query-client.ts';
import { hydrateQueries } from './data/hydrate-queries.ts';
import { navigationHooks } from './navigation/app-link.tsx';
import { hasFilter, parseRoute } from './navigation/routes.ts';
import { filterPage, lazyPageOf } from './pages/lazy-pages.ts';
import './styles.css';

const queryClient = createQueryClient();
const app = (
  <StrictMode>
    <App queryClient={queryClient} />
  </StrictMode>
);
const root = document.getElementById('root') as HTMLElement;
const pageData = document.querySelector<HTMLScriptElement>('#page-data');
const address = pageData?.dataset.address;

// Before the router listens: the way back may have to wait for what is to be seen of it.
window.addEventListener('popstate', (event) => navigationHooks.onPopState(event));

// Only feeds have filters: what the script in `index.html` has hidden for one is shown on other pages.
const route = parseRoute(withoutBasePath(location.pathname));
if (route.page !== 'collection') delete document.documentElement.dataset.filtered;

if (pageData) hydrateQueries(queryClient, JSON.parse(pageData.textContent) as PageData);
// A host may answer any address with the front page: only a page at its own address is hydrated.
if (address !== undefined && isHere(address)) void hydrate(address);
else {
  root.replaceChildren();
  createRoot(root).render(app);
}

// The first sign of a reader's hand is soon enough for the code of the page that comes next, and of the way to it.
const untilInteraction = new AbortController();
for (const type of ['pointermove', 'touchstart', 'keydown'])
  window.addEventListener(type, onFirstInteraction, { passive: true, signal: untilInteraction.signal });

function onFirstInteraction(): void {
  untilInteraction.abort();
  void import('./on-first-interaction.ts').then((module) => module.onFirstInteraction(queryClient), ignore);
}

/** The first key brings the code for keys, which then takes it up, and what was pressed meanwhile. */
let handleKey = (event: KeyboardEvent): void =>
  void import('./keyboard/keyboard.ts').then((keys) => {
    handleKey = keys.handleKey;
    handleKey(event);
  }, ignore);
window.addEventListener('keydown', (event) => handleKey(event));

if (import.meta.hot) void import('./data/dev-updates.ts').then(({ followDevServer }) => followDevServer(queryClient));

/** What does not come is done without. */
function ignore(): void {}

/** Takes over from the pre-rendered page. Where the code for it does not come, that page stays: its links work. */
async function hydrate(path: string): Promise<void> {
  if (hasFilter(location.search)) void filterPage.preload();
  const page = lazyPageOf(parseRoute(path).page);
  if (!page || (await page.preload())) hydrateRoot(root, app);
}

/** Whether the browser is at this path below the base path, however it is spelt. */
function isHere(path: string): boolean {
  const plain = (spelt: string): string => decodeURI(spelt).replace(/\/(?:index\.html)?$/, '');
  try {
    return plain(location.pathname) === plain(withBasePath(path));
  } catch {
    return false;
  }
}
