import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { PageData } from '../model/page.ts';
import { App } from './app.tsx';
import { createQueries } from './create-queries.ts';
import { seedQueries } from './page-data.ts';
import { articlePage } from './pages/later-pages.ts';
import './styles.css';

const queries = createQueries();
const app = (
  <StrictMode>
    <App queries={queries} />
  </StrictMode>
);
const root = document.getElementById('root') as HTMLElement;
const pageData = document.querySelector<HTMLScriptElement>('#page-data');

if (pageData) seedQueries(queries, JSON.parse(pageData.textContent) as PageData);
// A host may answer any address with the front page: only a page at its own address is hydrated.
if (pageData && isOwnAddress(pageData)) {
  hydrateRoot(root, app);
} else {
  root.replaceChildren();
  createRoot(root).render(app);
}

// The first sign of a reader's hand is soon enough for the code of the page that comes next.
for (const type of ['pointermove', 'touchstart', 'keydown']) {
  window.addEventListener(type, () => void articlePage.preload(), { once: true, passive: true });
}

if (import.meta.hot) void import('./dev-updates.ts').then(({ followDevServer }) => followDevServer(queries));

function isOwnAddress({ dataset }: HTMLScriptElement): boolean {
  const withoutIndex = location.pathname.replace(/index\.html$/, '');
  return withoutIndex === import.meta.env.BASE_URL + (dataset.address ?? '').slice(1);
}
