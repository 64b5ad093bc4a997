import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Frame } from '../model/edition.ts';
import { type AppServer, FRAME, type PageData, type RenderedPage } from '../model/page.ts';
import { AppProviders, Page } from './app.tsx';
import { videoPlayer } from './article/video/lazy-video-player.ts';
import { createQueries } from './data/create-query-client.ts';
import { seedQueries } from './data/hydrate-queries.ts';
import { FrameProvider } from './data/site-context.ts';
import { filterPanels } from './filter/panel/lazy-filter-panel.ts';
import { PageLayout } from './layout/page-layout.tsx';
import { parseRoute, type Route } from './navigation/routes.ts';
import { laterPage, laterPages } from './pages/lazy-pages.ts';
import { StartPage } from './pages/spa-fallback-page.tsx';

// The server renders in one go: a page whose code is still to come would be left out.
await Promise.all([...laterPages, videoPlayer].map(({ preload }) => preload()));

export const renderPage: AppServer['renderPage'] = (address, data) => {
  const route = parseRoute(address);
  const stage = setStage(address, data);
  const { head, root } = render(stage.put(<Page route={route} />));
  const [before, after] = shellOf(route, stage);
  const later = [laterPage(route.page), root.includes(VIDEO) ? videoPlayer : undefined];
  return { head, root: before + root + after, modules: later.flatMap((page) => page?.module ?? []) };
};

export const renderStart: AppServer['renderStart'] = (data) => render(setStage('/404.html', data).put(<StartPage />));

/** All that a part of a page needs around it. */
interface Stage {
  frame: Frame;
  put: (part: ReactNode) => ReactNode;
}

function setStage(serverPath: string, data: PageData): Stage {
  const frame = data[FRAME] as Frame;
  const queries = seededQueries(data);
  return {
    frame,
    put: (part) => (
      <AppProviders queries={queries} serverPath={serverPath}>
        <FrameProvider value={frame}>{part}</FrameProvider>
      </AppProviders>
    ),
  };
}

function seededQueries(data: PageData): QueryClient {
  const queries = createQueries();
  seedQueries(queries, data);
  return queries;
}

/** What only the player renders. */
const VIDEO = 'class="video-play"';
const CONTENT_MARK = '[content]';
let lastShell: { key: string; frame: Frame; parts: [before: string, after: string] } | undefined;

/**
 * What stands before and after the content of a page. Thousands of pages, one after the other, have the same: it is
 * rendered once. (So no component may call `useId`, which counts within one rendering.)
 */
function shellOf(route: Route, { frame, put }: Stage): [string, string] {
  const key = JSON.stringify(route.page === 'article' ? { page: route.page } : { ...route, number: 0 });
  if (lastShell?.key !== key || lastShell.frame !== frame) {
    const { root } = render(
      put(
        <PageLayout route={route} panels={filterPanels}>
          {CONTENT_MARK}
        </PageLayout>,
      ),
    );
    const [before = '', after = ''] = root.split(`>${CONTENT_MARK}<`);
    lastShell = { key, frame, parts: [`${before}>`, `<${after}`] };
  }
  return lastShell.parts;
}

/** Titles, metas and preloads come before the first element of a rendered page: they belong into its head. */
const HOISTED = /^(?:<(?:link|meta)\b[^>]*>|<title\b[^>]*>[^<]*<\/title>)+/;

function render(page: ReactNode): RenderedPage {
  const html = renderToString(page);
  const [head = ''] = HOISTED.exec(html) ?? [];
  return { head, root: html.slice(head.length), modules: [] };
}
