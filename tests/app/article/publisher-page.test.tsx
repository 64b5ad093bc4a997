import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PublisherPage } from '../../../src/app/article/publisher-page.tsx';
import { SiteProvider } from '../../../src/app/data/site-context.ts';
import type { Article } from '../../../src/model/article.ts';
import type { SiteInfo } from '../../../src/model/edition.ts';

const siteInfo: SiteInfo = { site: { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/' }, topics: [] };
const imprint: Article = {
  slug: '~/imprint',
  title: 'Imprint',
  publishedAt: '1970-01-01T00:00:00Z',
  kind: 'article',
  topics: [],
  file: 'pages/imprint.md',
  images: [],
  related: [],
  isPage: true,
};

afterEach(cleanup);

test('a page says that it is a draft', () => {
  const renderPage = (article: Article) =>
    render(
      <SiteProvider value={siteInfo}>
        <PublisherPage article={article} />
      </SiteProvider>,
    );
  renderPage(imprint);
  expect(screen.queryByText('Draft')).toBeNull();
  cleanup();
  renderPage({ ...imprint, isDraft: true });
  expect(screen.getByText('Draft').className).toBe('badge');
});
