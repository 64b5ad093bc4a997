import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ArticleCard } from '../../../src/app/article/card/article-card.tsx';
import { ArticleHeader } from '../../../src/app/article/page/article-header.tsx';
import { SiteProvider } from '../../../src/app/data/site-context.ts';
import { languageAttributes } from '../../../src/app/i18n/language-attributes.ts';
import type { Summary } from '../../../src/model/article.ts';
import type { SiteInfo } from '../../../src/model/edition.ts';

/* A story in another language than the paper: its own texts are in its language, those around them in the paper's. */

afterEach(cleanup);

const siteIn = (language: string): SiteInfo => ({
  site: { title: 'Zeitung', language, timeZone: 'UTC', basePath: '/' },
  topics: [],
});

const storyIn = (lang: string): Summary => ({
  slug: 'a',
  title: 'A headline',
  excerpt: 'An excerpt.',
  lang,
  publishedAt: '2021-05-19T15:02:27Z',
  updatedAt: '2021-05-20T15:02:27Z',
  kind: 'article',
  topics: [{ slug: 'kultur', name: 'Kultur' }],
  authors: [{ name: 'Jo' }],
  provider: { name: 'Der Bote', domain: 'bote.example' },
  originUrl: 'https://bote.example/a',
});

/** The nearest value of an attribute for each of the elements, as in a page of the site. */
function nearest(attribute: string, selectors: readonly string[]): (string | null | undefined)[] {
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    expect(element, selector).not.toBeNull();
    return element?.closest(`[${attribute}]`)?.getAttribute(attribute);
  });
}

const ofPage = (site: SiteInfo, lang: string, dir: 'ltr' | 'rtl') => ({
  wrapper: ({ children }: { children: ReactNode }) => (
    <SiteProvider value={site}>
      <div lang={lang} dir={dir}>
        {children}
      </div>
    </SiteProvider>
  ),
});

test.each([
  { paper: 'de', story: 'en', direction: 'ltr' },
  { paper: 'de', story: 'ar', direction: 'ltr' },
  { paper: 'ar', story: 'en', direction: 'rtl' },
] as const)('the page of a story in $story in a paper in $paper', ({ paper, story, direction }) => {
  const site = siteIn(paper);
  const article = storyIn(story);
  const language = languageAttributes(story, site.site);
  render(<ArticleHeader article={article} language={language} />, ofPage(site, paper, direction));
  const own = ['.article-headline', '.standfirst'];
  const others = ['.kicker a', '.byline', '.byline bdi', '.byline a.provider', '.byline time'];
  expect(new Set(nearest('lang', own))).toEqual(new Set([story]));
  expect(new Set(nearest('dir', own))).toEqual(new Set([story === 'ar' ? 'rtl' : 'ltr']));
  expect(new Set(nearest('lang', others))).toEqual(new Set([paper]));
  expect(nearest('dir', ['.byline', '.byline time'])).toEqual([direction, direction]);
});

test('the card of a story in English in a paper in German', () => {
  const site = siteIn('de');
  render(<ArticleCard article={storyIn('en')} now={undefined} preferred="origin" isRead />, ofPage(site, 'de', 'ltr'));
  expect(nearest('lang', ['.headline', '.excerpt'])).toEqual(['en', 'en']);
  const others = ['.kicker a', 'a.provider', '.byline time', '.source-link', '.read-mark'];
  expect(new Set(nearest('lang', others))).toEqual(new Set(['de']));
});

test('nothing is marked in a story in the language of the paper', () => {
  const { container } = render(
    <SiteProvider value={siteIn('de')}>
      <ArticleCard article={storyIn('de')} now={undefined} preferred="origin" isRead />
      <ArticleHeader article={storyIn('de')} language={languageAttributes('de', siteIn('de').site)} />
    </SiteProvider>,
  );
  expect(container.querySelectorAll('[lang], [dir]:not(bdi)')).toHaveLength(0);
});
