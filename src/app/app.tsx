import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { frameQuery } from './data/queries.ts';
import { FrameProvider } from './data/site-context.ts';
import { filterPanels } from './filter/panel/lazy-filter-panel.ts';
import { PageLayout } from './layout/page-layout.tsx';
import { hasFilter, type Route } from './navigation/routes.ts';
import { usePlace } from './navigation/scroll-restoration.ts';
import { ServerPathProvider, useRoute, useSearch } from './navigation/use-route.ts';
import { FeedPage } from './pages/collection-page.tsx';
import { archivePage, articlePage, filterPage, settingsPage } from './pages/lazy-pages.ts';
import { Guard } from './states/error-boundary.tsx';
import { notFound } from './states/lazy-not-found.ts';
import { LoadFailed } from './states/load-failed.tsx';
import { PageFailed } from './states/page-failed.tsx';
import { FeedSkeleton } from './states/skeleton.tsx';

export function App({ queries }: { queries: QueryClient }) {
  return (
    <AppProviders queries={queries}>
      <Paper />
    </AppProviders>
  );
}

interface AppProvidersProps {
  queries: QueryClient;
  /** On the server: the path to render, below the site's root. */
  serverPath?: string;
  children: ReactNode;
}

export function AppProviders({ queries, serverPath, children }: AppProvidersProps) {
  return (
    <QueryClientProvider client={queries}>
      <ServerPathProvider value={serverPath}>{children}</ServerPathProvider>
    </QueryClientProvider>
  );
}

function Paper() {
  const { data: frame, error, isPending, refetch } = useQuery(frameQuery());
  const route = useRoute();
  usePlace();
  if (isPending) return <FeedSkeleton />;
  if (!frame) {
    return (
      <main className="page">
        <LoadFailed what="paper" error={error} onRetry={() => void refetch()} headingLevel={1} />
      </main>
    );
  }
  return (
    <FrameProvider value={frame}>
      <PageLayout route={route} panels={filterPanels}>
        <Page route={route} />
      </PageLayout>
    </FrameProvider>
  );
}

/** The page that an address shows, without what surrounds every page. */
export function Page({ route }: { route: Route }) {
  return (
    <Guard subject={JSON.stringify(route)} fallback={<PageFailed />}>
      <Suspense fallback={<FeedSkeleton />}>
        <PageOf route={route} />
      </Suspense>
    </Guard>
  );
}

function PageOf({ route }: { route: Route }) {
  const search = useSearch();
  switch (route.page) {
    case 'feed':
      if (hasFilter(search)) return <filterPage.Page feed={route.feed} search={search} />;
      return <FeedPage key={JSON.stringify(route)} feed={route.feed} />;
    case 'archive':
      return <archivePage.Page key={JSON.stringify(route)} feed={route.feed} number={route.number} />;
    case 'article':
      return <articlePage.Page key={route.slug} slug={route.slug} />;
    case 'settings':
      return <settingsPage.Page />;
    case 'not-found':
      return <notFound.Page what="page" />;
  }
}
