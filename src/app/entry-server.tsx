import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { SiteInfo } from '../model/edition.ts';
import { type AppServer, type PageData, type RenderedPage, SITE_INFO } from '../model/page.ts';
import { AppProviders, Page } from './app.tsx';
import { videoPlayer } from './article/video/lazy-video-player.ts';
import { createQueryClient } from './data/create-query-client.ts';
import { hydrateQueries } from './data/hydrate-queries.ts';
import { SiteProvider } from './data/site-context.ts';
import { filterPanels } from './filter/panel/lazy-filter-panel.ts';
import { PageLayout } from './layout/page-layout.tsx';
import { parseRoute, type Route } from './navigation/routes.ts';
import { lazyPageOf, lazyPages } from './pages/lazy-pages.ts';
import { SpaFallbackPage } from './pages/spa-fallback-page.tsx';

// `renderToString` does not wait for lazy components: it would render their fallbacks.
await Promise.all([...lazyPages, videoPlayer].map(({ preload }) => preload()));

export const renderPage: AppServer['renderPage'] = (address, data) => {
  const route = parseRoute(address);
  const context = createRenderContext(address, data);
  const { head, root } = render(context.wrap(<Page route={route} />));
  const [before, after] = renderLayout(route, context);
  const lazyComponents = [lazyPageOf(route.page), root.includes(VIDEO_MARKER) ? videoPlayer : undefined];
  return { head, root: before + root + after, modules: lazyComponents.flatMap((component) => component?.module ?? []) };
};

export const renderSpaFallback: AppServer['renderSpaFallback'] = (data) =>
  render(createRenderContext('/404.html', data).wrap(<SpaFallbackPage />));

interface RenderContext {
  siteInfo: SiteInfo;
  /** Adds the context providers. */
  wrap: (part: ReactNode) => ReactNode;
}

function createRenderContext(serverPath: string, data: PageData): RenderContext {
  const siteInfo = data[SITE_INFO] as SiteInfo;
  const queryClient = hydratedQueries(data);
  return {
    siteInfo,
    wrap: (part) => (
      <AppProviders queryClient={queryClient} serverPath={serverPath}>
        <SiteProvider value={siteInfo}>{part}</SiteProvider>
      </AppProviders>
    ),
  };
}

function hydratedQueries(data: PageData): QueryClient {
  const queryClient = createQueryClient();
  hydrateQueries(queryClient, data);
  return queryClient;
}

/** HTML that only the video player renders. */
const VIDEO_MARKER = 'class="video-play"';
const CONTENT_PLACEHOLDER = '[content]';
let lastLayout: { key: string; siteInfo: SiteInfo; parts: [before: string, after: string] } | undefined;

/**
 * The HTML before and after the content of a page. Consecutive pages often share it, so the last one is cached. The
 * layout and the content are rendered separately, so no component may call `useId`, which counts within one rendering.
 */
function renderLayout(route: Route, { siteInfo, wrap }: RenderContext): [string, string] {
  const key = JSON.stringify(route.page === 'article' ? { page: route.page } : { ...route, number: 0 });
  if (lastLayout?.key !== key || lastLayout.siteInfo !== siteInfo) {
    const { root } = render(
      wrap(
        <PageLayout route={route} panels={filterPanels}>
          {CONTENT_PLACEHOLDER}
        </PageLayout>,
      ),
    );
    const [before = '', after = ''] = root.split(`>${CONTENT_PLACEHOLDER}<`);
    lastLayout = { key, siteInfo, parts: [`${before}>`, `<${after}`] };
  }
  return lastLayout.parts;
}

/** React puts `<title>`, `<meta>` and `<link>` before the first element. They belong into the head of the document. */
const HOISTED = /^(?:<(?:link|meta)\b[^>]*>|<title\b[^>]*>[^<]*<\/title>)+/;

function render(page: ReactNode): RenderedPage {
  const html = renderToString(page);
  const [head = ''] = HOISTED.exec(html) ?? [];
  return { head, root: html.slice(head.length), modules: [] };
}
