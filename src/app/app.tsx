import { type QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { hasFilter, parseRoute, type Route, withPages } from '../model/addresses/routes.ts';
import { endHydration } from './collection/use-incremental-list.ts';
import { siteQuery } from './data/queries.ts';
import { SiteProvider } from './data/site-context.ts';
import { filterPanels } from './filter/panel/lazy-filter-panel.tsx';
import { strings } from './i18n/strings.ts';
import { PageLayout } from './layout/page-layout.tsx';
import { useScrollRestoration } from './navigation/scroll/scroll-restoration.ts';
import { ServerPathProvider, ShownSearch } from './navigation/use-route.ts';
import { useShownAddress } from './navigation/use-shown-address.ts';
import { CollectionPage } from './pages/collection-page.tsx';
import {
  archivePage,
  articlePage,
  eventPage,
  filterPage,
  readerPage,
  searchPage,
  settingsPage,
} from './pages/lazy-pages.tsx';
import { preparePage } from './pages/prepare-page.ts';
import { ErrorBoundary } from './states/error-boundary.tsx';
import { notFound } from './states/lazy-not-found.ts';
import { LoadState } from './states/load-state.tsx';
import { PageFailed } from './states/page-failed.tsx';
import { ListSkeleton } from './states/skeleton.tsx';

export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <AppProviders queryClient={queryClient}>
      <AppContent />
    </AppProviders>
  );
}

interface AppProvidersProps {
  queryClient: QueryClient;
  /** On the server: the path to render, below the site's root. */
  serverPath?: string;
  children: ReactNode;
}

export function AppProviders({ queryClient, serverPath, children }: AppProvidersProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <ServerPathProvider value={serverPath}>{children}</ServerPathProvider>
    </QueryClientProvider>
  );
}

function AppContent() {
  const client = useQueryClient();
  const { data: siteInfo, error } = useQuery(siteQuery());
  const address = useShownAddress(useCallback((next) => preparePage(client, next), [client]));
  const [path = ''] = address.split('?');
  const search = address.slice(path.length);
  const route = useMemo(() => withPages(parseRoute(path), siteInfo?.pages), [path, siteInfo]);
  useScrollRestoration(address);
  useEffect(endHydration, []);
  if (!siteInfo) {
    return (
      <main className="page">
        <LoadState title={strings.failed.paper} error={error} headingLevel={1}>
          <ListSkeleton />
        </LoadState>
      </main>
    );
  }
  return (
    <SiteProvider value={siteInfo}>
      <PageLayout route={route} search={search} panels={filterPanels}>
        <ShownSearch value={search}>
          <Page route={route} search={search} />
        </ShownSearch>
      </PageLayout>
    </SiteProvider>
  );
}

interface PageProps {
  route: Route;
  /** The query of the address, with its `?`. Pages are pre-rendered without one. */
  search?: string;
}

/** The content of a route, without the layout around it. */
export const Page = memo(function Page({ route, search = '' }: PageProps) {
  return (
    <ErrorBoundary resetKey={JSON.stringify(route)} fallback={<PageFailed />}>
      <RoutePage route={route} search={search} />
    </ErrorBoundary>
  );
});

function RoutePage({ route, search = '' }: PageProps) {
  switch (route.page) {
    case 'collection':
      if (hasFilter(search)) return <filterPage.View collection={route.collection} search={search} />;
      return <CollectionPage key={JSON.stringify(route)} collection={route.collection} search={search} />;
    case 'archive':
      return <archivePage.View key={JSON.stringify(route)} collection={route.collection} number={route.number} />;
    case 'article':
      return <articlePage.View key={route.slug} slug={route.slug} />;
    case 'event':
      return <eventPage.View key={route.slug} slug={route.slug} />;
    case 'search':
      return <searchPage.View search={search} />;
    case 'settings':
      return <settingsPage.View />;
    case 'not-found':
      return <notFound.View what="page" />;
    case 'following':
    case 'hidden':
    case 'saved':
      return <readerPage.View page={route.page} />;
  }
}
