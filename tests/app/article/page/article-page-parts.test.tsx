import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ArticleFigure } from '../../../../src/app/article/page/article-figure.tsx';
import { ArticleHeader } from '../../../../src/app/article/page/article-header.tsx';
import { RelatedStories } from '../../../../src/app/article/page/related/related-stories.tsx';
import { SourceFileLink } from '../../../../src/app/article/page/source-file-link.tsx';
import { isFeedRedirect } from '../../../../src/app/article/source-links/feed-redirect.ts';
import { webArchiveUrl } from '../../../../src/app/article/source-links/web-archive-url.ts';
import { SiteProvider } from '../../../../src/app/data/site-context.ts';
import { LAST_COLLECTION_KEY } from '../../../../src/app/navigation/last-collection.ts';
import { readSession, writeSession } from '../../../../src/app/reader/storage/session-storage.ts';
import type { RelatedStory } from '../../../../src/model/article.ts';
import type { SiteInfo } from '../../../../src/model/edition.ts';

const siteInfo: SiteInfo = { site: { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/' }, topics: [] };

const story = (title: string, rest: Partial<RelatedStory> = {}) => ({
  title,
  publishedAt: '2021-05-19T15:02:27Z',
  kind: 'article',
  originUrl: `https://other.example/${title}`,
  ...rest,
});

const localStory = (title: string): RelatedStory => story(title, { slug: `2021/${title}` });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the header links the authors that have a page', () => {
  const article = {
    ...story('A'),
    slug: 'a',
    topics: [],
    authors: [{ name: 'Jo', url: 'https://jo.example/' }, { name: 'Ann' }],
  };
  render(
    <SiteProvider value={siteInfo}>
      <ArticleHeader article={article} language={{}} />
    </SiteProvider>,
  );
  expect(screen.getByText('By', { exact: false }).textContent).toBe('By Jo and Ann');
  expect(screen.getByRole('link', { name: 'Jo' }).getAttribute('href')).toBe('https://jo.example/');
  expect(screen.queryByRole('link', { name: 'Ann' })).toBeNull();
});

test('the header shows an excerpt, but not one that repeats the body', () => {
  const article = { ...story('A'), slug: 'a', topics: [], excerpt: 'In short.' };
  const renderHeader = (hasMadeExcerpt?: true) =>
    render(
      <SiteProvider value={siteInfo}>
        <ArticleHeader article={{ ...article, ...(hasMadeExcerpt && { hasMadeExcerpt }) }} language={{}} />
      </SiteProvider>,
    );
  renderHeader();
  expect(screen.getByText('In short.')).toBeTruthy();
  cleanup();
  renderHeader(true);
  expect(screen.queryByText('In short.')).toBeNull();
});

test('the figure shows the caption of the lead image, and says what it shows', () => {
  const image = { url: 'https://i.example/1.png', caption: 'The pier in May', alt: 'A pier with boats' };
  const article = { ...story('A'), slug: 'a', topics: [], image };
  render(
    <SiteProvider value={siteInfo}>
      <ArticleFigure article={article} video={undefined} language={{}} />
    </SiteProvider>,
  );
  expect(screen.getByRole('img').getAttribute('alt')).toBe('A pier with boats');
  expect(screen.getByText('The pier in May').tagName).toBe('FIGCAPTION');
});

test('a related story without a date is shown', () => {
  const undated: RelatedStory = { title: 'Undated', kind: 'article', originUrl: 'https://other.example/' };
  render(
    <SiteProvider value={siteInfo}>
      <RelatedStories article={{ related: [undated] }} />
    </SiteProvider>,
  );
  expect(screen.getByRole('link', { name: 'Undated' })).toBeTruthy();
  expect(document.querySelector('time')).toBeNull();
});

describe('a feed redirect', () => {
  test.each([
    'http://rss.cnn.com/~r/rss/cnn_allpolitics/~3/7-wnMIXHIqU/index.html',
    'https://feeds.reuters.com/reuters/topNews/article',
    'http://feedproxy.google.com/~r/techcrunch/~3/AbCdEf/',
    'https://feeds.feedburner.com/~ff/x',
    'http://paper.example/~r/news/~3/x1/',
    'https://www.feedburner.com/x',
  ])('is recognised by its host or its path: %s', (url) => {
    expect(isFeedRedirect(url)).toBe(true);
  });

  test.each([
    'https://www.cnn.com/2021/05/17/politics/harris/index.html',
    'https://www.example.com/rss.html',
    'https://example.com/feeds.php?url=/~r/a',
    'https://www.example.com/a#/~3/b',
    'https://web.archive.org/web/20210519150227/http://rss.cnn.com/~r/rss/~3/x/',
    'https://users.example/~rachel/',
  ])('is not %s', (url) => {
    expect(isFeedRedirect(url)).toBe(false);
  });
});

test('the URL of an archived copy has the time of publication, in UTC', () => {
  const url = 'https://source.example/a?b=1&c=2';
  expect(webArchiveUrl(url, '2021-05-19T15:02:27Z')).toBe(`https://web.archive.org/web/20210519150227/${url}`);
  expect(webArchiveUrl(url, '2021-05-19T15:02:27.123Z')).toBe(`https://web.archive.org/web/20210519150227/${url}`);
});

describe('a content file', () => {
  const renderSourceFileLink = (site: Partial<SiteInfo['site']>) =>
    render(
      <SiteProvider value={{ ...siteInfo, site: { ...siteInfo.site, ...site } }}>
        <SourceFileLink file="news/a b.md" />
      </SiteProvider>,
    );

  test('is named, with a link to the file or else to the repository, whose text is the host', () => {
    const repository = 'https://codeberg.org/owner/paper';
    renderSourceFileLink({ repository, filesUrl: 'https://github.com/owner/paper/blob/HEAD/content/' });
    expect(document.body.textContent).toBe('Content file news/a b.md at github.com');
    expect(screen.getByRole('link', { name: 'github.com' }).getAttribute('href')).toBe(
      'https://github.com/owner/paper/blob/HEAD/content/news/a%20b.md',
    );
    cleanup();
    renderSourceFileLink({ repository });
    expect(screen.getByRole('link', { name: 'codeberg.org' }).getAttribute('href')).toBe(repository);
    cleanup();
    renderSourceFileLink({});
    expect(screen.queryByRole('link')).toBeNull();
    expect(document.body.textContent).toBe('');
  });
});

describe('related stories', () => {
  const renderPart = (related: RelatedStory[], nearest?: RelatedStory[]) =>
    render(
      <SiteProvider value={siteInfo}>
        <RelatedStories article={{ related, ...(nearest && { nearest }) }} />
      </SiteProvider>,
    );
  const titles = (): (string | null)[] => [...document.querySelectorAll('h3')].map(({ textContent }) => textContent);

  test('with a page on this site are first, and both groups keep their order', () => {
    renderPart([story('a'), localStory('b'), story('c'), localStory('d')]);
    expect(titles()).toEqual(['b', 'd', 'a', 'c']);
    expect(document.querySelectorAll('time')).toHaveLength(4);
  });

  test('after the sixth are behind a disclosure', () => {
    renderPart(Array.from('abcdefgh', (title) => story(title)));
    const rest = document.querySelector('.related > details');
    expect(rest?.querySelector('summary')?.textContent).toBe('2 more stories');
    expect([...(rest?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent)).toEqual(['g', 'h']);
    expect(titles()).toHaveLength(8);
    cleanup();
    renderPart(Array.from('abcdef', (title) => story(title)));
    expect(document.querySelector('.related > details')).toBeNull();
  });

  test('that were chosen by topic have another heading, and appear only if the file has none', () => {
    renderPart([], [localStory('near')]);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('More on these topics');
    cleanup();
    renderPart([story('named')], [localStory('near')]);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Related stories');
    expect(titles()).toEqual(['named']);
    cleanup();
    renderPart([], []);
    expect(document.querySelector('.related')).toBeNull();
  });

  test('that fail to render are omitted, and the others stay', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    renderPart([story('good'), story('bad', { publishedAt: 'never' }), story('also good')]);
    expect(titles()).toEqual(['good', 'also good']);
  });
});

/** The stories of the last collection. */
const stories = [
  { slug: 'a', title: 'Newest' },
  { slug: 'b', title: 'Middle' },
  { slug: 'c', title: 'Oldest' },
];

/** Loads the modules anew, as a new document does: no collection has been shown yet. */
async function loadModules() {
  vi.resetModules();
  const { rememberCollection } = await import('../../../../src/app/navigation/last-collection.ts');
  const { BackLink } = await import('../../../../src/app/article/page/back-link.tsx');
  const { PreviousNext } = await import('../../../../src/app/article/tools/previous-next.tsx');
  const { SiteProvider: Provider } = await import('../../../../src/app/data/site-context.ts');
  const renderPreviousNext = (slug: string): void =>
    void render(
      <Provider value={siteInfo}>
        <PreviousNext slug={slug} stories={stories} />
      </Provider>,
    );
  return { rememberCollection, BackLink, renderPreviousNext };
}

describe('the last collection', () => {
  const links = (): [string | null, string | null][] =>
    screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);

  test.each([
    'no JSON',
    '[]',
    'null',
    '{"path":"//evil.example/","stories":[]}',
    '{"path":"https://evil.example/","stories":[]}',
    '{"path":"/","stories":[{"slug":"b"}]}',
    '{"path":"/","name":7,"stories":[]}',
  ])('is the collection of all articles if %s is stored', async (stored) => {
    writeSession(LAST_COLLECTION_KEY, stored);
    const { BackLink } = await loadModules();
    render(<BackLink />);
    expect(links()).toEqual([['Back to All stories', '/']]);
  });

  test('is known after a reload', async () => {
    writeSession(LAST_COLLECTION_KEY, JSON.stringify({ path: '/topics/physics/', name: 'Physics', stories }));
    const { BackLink } = await loadModules();
    render(<BackLink />);
    expect(links()).toEqual([['Back to Physics', '/topics/physics/']]);
  });

  test('gives an article the previous and the next story', async () => {
    const { renderPreviousNext } = await loadModules();
    renderPreviousNext('b');
    expect(links()).toEqual([
      ['Previous Newest', '/articles/a/'],
      ['Next Oldest', '/articles/c/'],
    ]);
  });

  test('is stored with the query of its path, and with the slugs and titles of its stories', async () => {
    const { BackLink, rememberCollection } = await loadModules();
    rememberCollection({
      path: '/?topics=a,b&sort=oldest',
      name: 'A or b',
      stories: stories.map((one) => ({ ...one, excerpt: '' })),
    });
    expect(JSON.parse(readSession(LAST_COLLECTION_KEY) ?? '')).toEqual({
      path: '/?topics=a,b&sort=oldest',
      name: 'A or b',
      stories,
    });
    render(<BackLink />);
    expect(links()).toEqual([['Back to A or b', '/?topics=a,b&sort=oldest']]);
  });

  test('is reached by going back in history if the previous entry has its path and query', async () => {
    const { BackLink, rememberCollection } = await loadModules();
    rememberCollection({ path: '/?topics=a', name: 'A', stories });
    const back = vi.spyOn(history, 'back').mockImplementation(() => {});
    render(<BackLink />);
    history.replaceState({ place: 'x', from: '/?topics=a' }, '');
    fireEvent.click(screen.getByRole('link'));
    expect(back).toHaveBeenCalledTimes(1);
    history.replaceState({ place: 'x', from: '/topics/b/' }, '');
    fireEvent.click(screen.getByRole('link'));
    expect(back).toHaveBeenCalledTimes(1);
    history.replaceState(null, '', '/');
  });

  test('has no story before the first and after the last, and none beside a story that it does not contain', async () => {
    const { renderPreviousNext } = await loadModules();
    renderPreviousNext('a');
    expect(links()).toEqual([['Next Middle', '/articles/b/']]);
    cleanup();
    renderPreviousNext('c');
    expect(links()).toEqual([['Previous Middle', '/articles/b/']]);
    cleanup();
    renderPreviousNext('elsewhere');
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});
