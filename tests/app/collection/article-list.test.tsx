import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ArticleList } from '../../../src/app/collection/article-list.tsx';
import { SiteProvider } from '../../../src/app/data/site-context.ts';
import type { Summary } from '../../../src/model/article.ts';

afterEach(cleanup);

const report = (slug: string): Summary => ({
  slug,
  title: `Report ${slug}`,
  kind: 'article',
  topics: [],
  publishedAt: '2026-11-20T10:00:00Z',
  provider: { name: slug },
  event: 'a',
});

const headlinesOf = (articles: Summary[], lead: Summary): string[] => {
  const { container } = render(
    <SiteProvider value={{ site: { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/' }, topics: [] }}>
      <ArticleList articles={articles} period="day" lead={lead} isComplete events={[]} />
    </SiteProvider>,
  );
  return Array.from(container.querySelectorAll('h3'), ({ textContent }) => textContent);
};

test('a pinned story is shown if it is the only one, or if all others are on its event', () => {
  const [a, b] = [report('a'), report('b')];
  expect(headlinesOf([b], b)).toEqual(['Report b']);
  cleanup();
  expect(headlinesOf([b, a], b)).toEqual(['Report b']);
});
