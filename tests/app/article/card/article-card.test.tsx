import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { selectKickerTopic } from '../../../../src/app/article/card/kicker.tsx';
import { selectLink, storyLinks } from '../../../../src/app/article/source-links/story-links.ts';
import { ArticleList } from '../../../../src/app/collection/article-list.tsx';
import { SiteProvider } from '../../../../src/app/data/site-context.ts';
import { chooseOption } from '../../../../src/app/reader/settings/settings.ts';
import type { Summary } from '../../../../src/model/article.ts';
import type { SiteInfo } from '../../../../src/model/edition.ts';
import type { TopicEntry } from '../../../../src/model/topic.ts';

const topic = (slug: string, rest: Partial<TopicEntry> = {}): TopicEntry => ({
  slug,
  name: slug,
  count: 1,
  hue: 0,
  ...rest,
});
const siteInfo: SiteInfo = {
  site: { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/' },
  topics: [topic('science'), topic('physics', { parent: 'science', hue: 3 }), topic('everything', { isCommon: true })],
};
const story: Summary = {
  slug: '2021/a',
  title: 'A headline',
  publishedAt: '2021-05-19T15:02:27Z',
  kind: 'article',
  topics: [{ slug: 'physics', name: 'Physics' }],
  provider: { name: 'CNN', domain: 'cnn.com' },
  originUrl: 'https://www.cnn.com/a',
  ampUrl: 'https://amp.cnn.com/a',
  ampCacheUrl: true,
};

afterEach(() => {
  cleanup();
  window.localStorage.clear();
});

const renderCard = (article: Summary, pageTopic?: string) =>
  render(
    <SiteProvider value={siteInfo}>
      <ArticleList articles={[article]} period="year" isComplete pageTopic={pageTopic} />
    </SiteProvider>,
  );

test('a card marks drafts and scheduled articles', () => {
  renderCard({ ...story, isDraft: true });
  expect(screen.getByText('Draft')).toBeTruthy();
  cleanup();
  renderCard({ ...story, isScheduled: true });
  expect(screen.getByText('Scheduled')).toBeTruthy();
  expect(screen.queryByText('Draft')).toBeNull();
});

describe('the byline of a card', () => {
  const authors = [{ name: 'Jo Doe', url: 'https://jo.example/' }, { name: 'Ann Roe' }];

  test('names the provider', () => {
    renderCard({ ...story, authors });
    expect(screen.getByRole('link', { name: 'CNN' })).toBeTruthy();
    expect(screen.queryByText('Jo Doe', { exact: false })).toBeNull();
  });

  test('names the authors of an article without a provider', () => {
    const own = { ...story, authors };
    delete own.provider;
    renderCard(own);
    expect(screen.getByText('Jo Doe, Ann Roe')).toBeTruthy();
  });
});

describe('links of a story', () => {
  test('are the original, the AMP page and the AMP cache, each with its host', () => {
    expect(storyLinks(story).map(({ kind, host }) => `${kind} ${host}`)).toEqual([
      'origin cnn.com',
      'amp amp.cnn.com',
      'ampCache amp-cnn-com.cdn.ampproject.org',
    ]);
  });

  test('are only those that exist', () => {
    expect(storyLinks({ originUrl: 'https://a.example/' })).toHaveLength(1);
    expect(storyLinks({})).toEqual([]);
  });

  test('include the first one as the fallback for the preferred one', () => {
    const links = storyLinks(story);
    expect(selectLink(links, 'ampCache')?.kind).toBe('ampCache');
    expect(selectLink(links.slice(0, 2), 'ampCache')?.kind).toBe('origin');
  });
});

describe('a card', () => {
  test('names the host and the title in the label of its source link', () => {
    renderCard(story);
    const sourceLink = screen.getByRole('link', { name: /Read “A headline” at cnn\.com/ });
    expect(sourceLink.getAttribute('href')).toBe('https://www.cnn.com/a');
  });

  test('uses the kind of link that the reader prefers', () => {
    chooseOption('link', 'amp');
    renderCard(story);
    expect(screen.getByRole('link', { name: /at amp\.cnn\.com/ }).getAttribute('href')).toBe('https://amp.cnn.com/a');
    chooseOption('link', 'origin');
  });

  test('has a badge if it is a draft, and no link menu if it has one link', () => {
    renderCard({ ...story, isDraft: true, ampUrl: 'https://amp.cnn.com/a' });
    expect(screen.getByText('Draft')).toBeTruthy();
    cleanup();
    const { slug, title, publishedAt, kind, topics, originUrl = '' } = story;
    renderCard({ slug, title, publishedAt, kind, topics, originUrl });
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('shows the name of the provider if its image fails to load', () => {
    renderCard({ ...story, image: { url: 'https://p.example/i.png', width: 1200, height: 800 } });
    fireEvent.error(document.querySelector('img.picture') as Element);
    expect(document.querySelector('.picture-plate')?.textContent).toBe('CNN');
  });
});

describe('the kicker', () => {
  const topicsNamed = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug }));

  test('is the most specific topic', () => {
    expect(selectKickerTopic(topicsNamed('everything', 'science', 'physics'), siteInfo.topics)?.slug).toBe('physics');
    expect(selectKickerTopic(topicsNamed('everything', 'science'), siteInfo.topics)?.slug).toBe('science');
    expect(selectKickerTopic(topicsNamed('everything'), siteInfo.topics)?.slug).toBe('everything');
    expect(selectKickerTopic([], siteInfo.topics)).toBeUndefined();
  });

  test('on the page of a topic is that topic or one below it', () => {
    const onPage = (pageTopic: string, ...slugs: string[]): string | undefined =>
      selectKickerTopic(topicsNamed(...slugs), siteInfo.topics, pageTopic)?.slug;
    expect(onPage('science', 'sport', 'science', 'physics')).toBe('physics');
    expect(onPage('science', 'sport', 'physics')).toBe('physics');
    expect(onPage('science', 'sport', 'science')).toBe('science');
    expect(onPage('physics', 'science', 'physics', 'sport')).toBe('physics');
    expect(onPage('sport', 'physics', 'sport')).toBe('sport');
    expect(onPage('everything', 'physics', 'everything')).toBe('everything');
    expect(onPage('unknown', 'physics')).toBe('physics');
  });

  test('on the page of a topic does not link to that page', () => {
    renderCard({ ...story, topics: topicsNamed('science', 'sport') }, 'science');
    expect(screen.getByText('science').tagName).toBe('SPAN');
  });
});
