import type { ReactNode } from 'react';
import { parseRoute, withPages } from '../model/addresses/routes.ts';
import type { SiteInfo } from '../model/edition.ts';
import { type AppServer, type PageData, SITE_INFO } from '../model/page.ts';
import { AppProviders, Page } from './app.tsx';
import { articleBody } from './article/body/lazy-article-body.tsx';
import { coverage } from './article/coverage/lazy-coverage.tsx';
import { videoPlayer } from './article/video/lazy-video-player.tsx';
import { createQueryClient } from './data/create-query-client.ts';
import { hydrateQueries } from './data/hydrate-queries.ts';
import { SiteProvider } from './data/site-context.ts';
import { lazyPageOf, lazyPages } from './pages/lazy-pages.tsx';
import { SpaFallbackPage } from './pages/spa-fallback-page.tsx';
import { topStories } from './pages/top/lazy-top-stories.tsx';
import { createListRenderer } from './prerender/render-cards.tsx';
import { renderHtml } from './prerender/render-html.ts';
import { createLayoutRenderer } from './prerender/render-layout.tsx';
import { emptyCollection } from './states/lazy-empty-collection.ts';

// `renderToString` does not wait for lazy components: it would render their fallbacks.
await Promise.all(
  [...lazyPages, articleBody, coverage, emptyCollection, topStories, videoPlayer].map(({ preload }) => preload()),
);

export const renderPage: AppServer['renderPage'] = (address, data) => {
  const siteInfo = siteInfoIn(data);
  const route = withPages(parseRoute(address), siteInfo.pages);
  const addContext = contextProviders(address, data);
  const { renderList, renderLayout } = renderersFor(siteInfo);
  const { head, body } = renderList(addContext(<Page route={route} />));
  const [before, after] = renderLayout({ route, addContext });
  const lazyComponents = [
    lazyPageOf(route.page),
    body.includes(BODY_MARKER) ? articleBody : undefined,
    body.includes(COVERAGE_MARKER) ? coverage : undefined,
    body.includes(TOP_MARKER) ? topStories : undefined,
    body.includes(VIDEO_MARKER) ? videoPlayer : undefined,
  ];
  return { head, root: before + body + after, modules: lazyComponents.flatMap((component) => component?.module ?? []) };
};

export const renderSpaFallback: AppServer['renderSpaFallback'] = (data) => {
  const { head, body } = renderHtml(contextProviders('/404.html', data)(<SpaFallbackPage />));
  return { head, root: body, modules: [] };
};

/** HTML that only the body of an article renders. */
const BODY_MARKER = 'class="prose"';
/** HTML that only reports on the same event render. */
const COVERAGE_MARKER = 'class="related coverage"';
/** HTML that only the front page in the order of points renders. */
const TOP_MARKER = 'class="top-stories"';
/** HTML that only the video player renders. */
const VIDEO_MARKER = 'class="video-play"';

const siteInfoIn = (data: PageData): SiteInfo => data[SITE_INFO] as SiteInfo;

/** Returns a function that adds the context providers of a page. */
function contextProviders(serverPath: string, data: PageData): (part: ReactNode) => ReactNode {
  const { [SITE_INFO]: siteInfo, ...files } = data;
  const queryClient = createQueryClient();
  hydrateQueries(queryClient, files);
  return (part) => (
    <AppProviders queryClient={queryClient} serverPath={serverPath}>
      <SiteProvider value={siteInfo as SiteInfo}>{part}</SiteProvider>
    </AppProviders>
  );
}

const renderers = new WeakMap<SiteInfo, Renderers>();

interface Renderers {
  renderList: ReturnType<typeof createListRenderer>;
  renderLayout: ReturnType<typeof createLayoutRenderer>;
}

/** Cards and layouts contain the site's data, so other data needs other renderers. */
function renderersFor(siteInfo: SiteInfo): Renderers {
  const existing = renderers.get(siteInfo);
  if (existing) return existing;
  const created = {
    renderList: createListRenderer((card) => <SiteProvider value={siteInfo}>{card}</SiteProvider>),
    renderLayout: createLayoutRenderer(),
  };
  renderers.set(siteInfo, created);
  return created;
}
