import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Router } from 'wouter';
import { EditionProvider } from './edition-context.ts';
import { Shell } from './layout/shell.tsx';
import { FeedPage } from './pages/feed-page.tsx';
import { archivePage, articlePage, settingsPage } from './pages/later-pages.ts';
import { usePlace } from './place.ts';
import { editionQuery } from './queries.ts';
import type { Route } from './routes.ts';
import { LoadFailed } from './states/load-failed.tsx';
import { NotFound } from './states/not-found.tsx';
import { FeedSkeleton } from './states/skeleton.tsx';
import { useRoute } from './use-route.ts';

interface AppProps {
  queries: QueryClient;
  /** On the server: the path to render, below the site's root. */
  serverPath?: string;
}

export function App({ queries, serverPath }: AppProps) {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return (
    <QueryClientProvider client={queries}>
      <Router base={base} {...(serverPath === undefined ? {} : { ssrPath: base + serverPath })}>
        <Paper />
      </Router>
    </QueryClientProvider>
  );
}

function Paper() {
  const { data: edition, error, isPending, refetch } = useQuery(editionQuery());
  const route = useRoute();
  usePlace();
  if (isPending) return <FeedSkeleton />;
  if (!edition) {
    return (
      <main className="page">
        <LoadFailed what="paper" error={error} onRetry={() => void refetch()} headingLevel={1} />
      </main>
    );
  }
  return (
    <EditionProvider value={edition}>
      <Shell route={route}>
        <Suspense fallback={<FeedSkeleton />}>
          <Page route={route} />
        </Suspense>
      </Shell>
    </EditionProvider>
  );
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'feed':
      return <FeedPage key={JSON.stringify(route)} feed={route.feed} />;
    case 'archive':
      return <archivePage.Page key={JSON.stringify(route)} feed={route.feed} number={route.number} />;
    case 'article':
      return <articlePage.Page key={route.slug} slug={route.slug} />;
    case 'settings':
      return <settingsPage.Page />;
    case 'not-found':
      return <NotFound what="page" />;
  }
}
