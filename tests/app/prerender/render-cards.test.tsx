import type { ReactNode } from 'react';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppProviders, Page } from '../../../src/app/app.tsx';
import { createQueryClient } from '../../../src/app/data/create-query-client.ts';
import { hydrateQueries } from '../../../src/app/data/hydrate-queries.ts';
import { SiteProvider } from '../../../src/app/data/site-context.ts';
import { parseRoute } from '../../../src/model/addresses/routes.ts';
// It loads the lazy components, as the build does.
import '../../../src/app/entry-server.tsx';
import { createListRenderer } from '../../../src/app/prerender/render-cards.tsx';
import { renderHtml } from '../../../src/app/prerender/render-html.ts';
import type { SiteInfo } from '../../../src/model/edition.ts';
import { type PageData, SITE_INFO } from '../../../src/model/page.ts';
import { siteInfoOf } from '../../../src/pipeline/output/data/edition.ts';
import { pageGroups } from '../../../src/pipeline/output/pages/page-files.ts';
import { buildIn } from '../../support/content-folder.ts';
import { KINDS, writeKindsContent } from '../../support/kinds-paper.ts';

/** The data of each page, by its address. */
const pages = new Map<string, PageData>();

beforeAll(() => {
  const built = buildIn(writeKindsContent());
  const siteInfo = siteInfoOf(built);
  for (const group of pageGroups(built, '')) {
    for (const page of group) {
      if (page.path === undefined || page.address === undefined) continue;
      const files = [...page.data, ...page.otherData].map((file) => [file.path, JSON.parse(file.body) as unknown]);
      pages.set(page.address, { ...(Object.fromEntries(files) as PageData), [SITE_INFO]: siteInfo });
    }
  }
});

const siteInfoIn = (data: PageData): SiteInfo => data[SITE_INFO] as SiteInfo;

function pageElement(address: string, data: PageData): ReactNode {
  const queryClient = createQueryClient();
  hydrateQueries(queryClient, data);
  return (
    <AppProviders queryClient={queryClient} serverPath={address}>
      <SiteProvider value={siteInfoIn(data)}>
        <Page route={parseRoute(address)} />
      </SiteProvider>
    </AppProviders>
  );
}

function listRenderer() {
  const [first] = pages.values();
  let renderedCards = 0;
  const renderList = createListRenderer((card) => {
    renderedCards += 1;
    return <SiteProvider value={siteInfoIn(first ?? {})}>{card}</SiteProvider>;
  });
  return { renderList, countCards: () => renderedCards };
}

describe('with cards that are rendered once', () => {
  test.each(Object.entries(KINDS))('the page of a %s is the same', (_, address) => {
    const { renderList } = listRenderer();
    // Fills the cache with cards of other pages.
    for (const [other, data] of pages) renderList(pageElement(other, data));
    const data = pages.get(`/${address}`) ?? {};
    const page = renderList(pageElement(`/${address}`, data));
    expect(page).toEqual(renderHtml(pageElement(`/${address}`, data)));
    expect(page.body).toMatch(/<(?:article|h1)/);
  });

  test('the second page with the same cards renders none', () => {
    const { renderList, countCards } = listRenderer();
    const data = pages.get('/') ?? {};
    const first = renderList(pageElement('/', data));
    const count = countCards();
    expect(count).toBeGreaterThan(20);
    expect(renderList(pageElement('/', data))).toEqual(first);
    expect(countCards()).toBe(count);
  });

  test('an image of several cards is preloaded once', () => {
    const { renderList } = listRenderer();
    const data = structuredClone(pages.get('/') ?? {});
    const head = data['data/feeds/all/head.json'] as { articles: { image?: unknown }[] };
    for (const article of head.articles)
      article.image = { url: 'https://images.example/same.jpg', width: 1200, height: 800 };
    const page = renderList(pageElement('/', data));
    expect(page).toEqual(renderHtml(pageElement('/', data)));
    expect(page.head.match(/same\.jpg/g)).toHaveLength(1);
  });
});
