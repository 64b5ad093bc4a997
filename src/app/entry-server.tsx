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
import { renderedModules } from './states/lazy-component.tsx';
import { emptyCollection } from './states/lazy-empty-collection.ts';

/** Parts of pages whose code the browser loads together with that of the page. */
const lazyParts = [articleBody, coverage, topStories, videoPlayer];

// `renderToString` does not wait for lazy components: it would render their fallbacks.
await Promise.all([...lazyPages, ...lazyParts, emptyCollection].map(({ preload }) => preload()));

export const renderPage: AppServer['renderPage'] = (address, data) => {
  const siteInfo = siteInfoIn(data);
  const route = withPages(parseRoute(address), siteInfo.pages);
  const addContext = contextProviders(address, data);
  const { renderList, renderLayout } = renderersFor(siteInfo);
  renderedModules.clear();
  const { head, body } = renderList(addContext(<Page route={route} />));
  const ofPage = lazyPageOf(route.page)?.module;
  const ofParts = lazyParts.filter(({ module }) => renderedModules.has(module)).map(({ module }) => module);
  const [before, after] = renderLayout({ route, addContext });
  return { head, root: before + body + after, modules: ofPage === undefined ? ofParts : [ofPage, ...ofParts] };
};

export const renderSpaFallback: AppServer['renderSpaFallback'] = (data) => {
  const { head, body } = renderHtml(contextProviders('/404.html', data)(<SpaFallbackPage />));
  return { head, root: body, modules: [] };
};

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
