import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { PageData } from '../model/page.ts';
import { App } from './app.tsx';
import { addressOf, pathOf } from './data/base-path.ts';
import { createQueries } from './data/create-query-client.ts';
import { seedQueries } from './data/hydrate-queries.ts';
import { ways } from './navigation/app-link.tsx';
import { hasFilter, parseRoute } from './navigation/routes.ts';
import { filterPage, laterPage } from './pages/lazy-pages.ts';
import './styles.css';

const queries = createQueries();
const app = (
  <StrictMode>
    <App queries={queries} />
  </StrictMode>
);
const root = document.getElementById('root') as HTMLElement;
const pageData = document.querySelector<HTMLScriptElement>('#page-data');
const address = pageData?.dataset.address;

// Before the router listens: the way back may have to wait for what is to be seen of it.
window.addEventListener('popstate', (event) => ways.onPopState(event));

// Only feeds have filters: what the script in `index.html` has hidden for one is shown on other pages.
const route = parseRoute(pathOf(location.pathname));
if (route.page !== 'feed') delete document.documentElement.dataset.filtered;

if (pageData) seedQueries(queries, JSON.parse(pageData.textContent) as PageData);
// A host may answer any address with the front page: only a page at its own address is hydrated.
if (address !== undefined && isHere(address)) void hydrate(address);
else {
  root.replaceChildren();
  createRoot(root).render(app);
}

// The first sign of a reader's hand is soon enough for the code of the page that comes next, and of the way to it.
const handless = new AbortController();
for (const type of ['pointermove', 'touchstart', 'keydown'])
  window.addEventListener(type, prepare, { passive: true, signal: handless.signal });

function prepare(): void {
  handless.abort();
  void import('./on-first-interaction.ts').then((hand) => hand.prepare(queries), ignore);
}

/** The first key brings the code for keys, which then takes it up, and what was pressed meanwhile. */
let handleKey = (event: KeyboardEvent): void =>
  void import('./keyboard/keyboard.ts').then((keys) => {
    handleKey = keys.handleKey;
    handleKey(event);
  }, ignore);
window.addEventListener('keydown', (event) => handleKey(event));

if (import.meta.hot) void import('./data/dev-updates.ts').then(({ followDevServer }) => followDevServer(queries));

/** What does not come is done without. */
function ignore(): void {}

/** Takes over from the pre-rendered page. Where the code for it does not come, that page stays: its links work. */
async function hydrate(path: string): Promise<void> {
  if (hasFilter(location.search)) void filterPage.preload();
  const page = laterPage(parseRoute(path).page);
  if (!page || (await page.preload())) hydrateRoot(root, app);
}

/** Whether the browser is at this path below the base path, however it is spelt. */
function isHere(path: string): boolean {
  const plain = (spelt: string): string => decodeURI(spelt).replace(/\/(?:index\.html)?$/, '');
  try {
    return plain(location.pathname) === plain(addressOf(path));
  } catch {
    return false;
  }
}
