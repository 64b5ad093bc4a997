// First: it defines the order of cascade layers.
import './styles.css';

import { useQuery } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { AppProviders } from './app.tsx';
import { createQueryClient } from './data/create-query-client.ts';
import { siteQuery } from './data/queries.ts';
import { SiteProvider } from './data/site-context.ts';
import { filterPanels } from './filter/panel/lazy-filter-panel.tsx';
import { PageLayout } from './layout/page-layout.tsx';
import { PartsPage } from './parts/parts-page.tsx';

/*
 * The page of parts, which only the dev server has: `src/pipeline/vite/serve-parts.ts`. It shows one theme; the page
 * around it has one frame for each.
 */

function Parts() {
  const { data: siteInfo } = useQuery(siteQuery());
  if (!siteInfo) return null;
  return (
    <SiteProvider value={siteInfo}>
      <PageLayout route={{ page: 'collection', collection: { kind: 'all' } }} panels={filterPanels}>
        <PartsPage />
      </PageLayout>
    </SiteProvider>
  );
}

document.documentElement.dataset['theme'] = new URLSearchParams(location.search).get('theme') ?? 'light';
// Links lead nowhere: they are here to be looked at.
document.addEventListener(
  'click',
  (event) => {
    if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  },
  { capture: true },
);
createRoot(document.getElementById('root') as HTMLElement).render(
  <AppProviders queryClient={createQueryClient()}>
    <Parts />
  </AppProviders>,
);
