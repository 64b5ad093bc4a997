import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { selectKickerTopic } from '../../../../src/app/article/card/kicker.tsx';
import { selectLink, setPreferredLinkKind, storyLinks } from '../../../../src/app/article/source-links/story-links.ts';
import { ArticleList } from '../../../../src/app/collection/article-list.tsx';
import { SiteProvider } from '../../../../src/app/data/site-context.ts';
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
const frame: SiteInfo = {
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

const show = (article: Summary) =>
  render(
    <SiteProvider value={frame}>
      <ArticleList articles={[article]} period="year" isComplete />
    </SiteProvider>,
  );

describe('links of a story', () => {
  test('are original, AMP page and AMP cache, each with its host', () => {
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

  test('fall back in order when the preferred one is not there', () => {
    const links = storyLinks(story);
    expect(selectLink(links, 'ampCache')?.kind).toBe('ampCache');
    expect(selectLink(links.slice(0, 2), 'ampCache')?.kind).toBe('origin');
  });
});

describe('a card', () => {
  test('shows its host before the click, and tells assistive technology where a link leads', () => {
    show(story);
    const out = screen.getByRole('link', { name: /Read “A headline” at cnn\.com/ });
    expect(out.getAttribute('href')).toBe('https://www.cnn.com/a');
  });

  test('follows the reader’s preference', () => {
    setPreferredLinkKind('amp');
    show(story);
    expect(screen.getByRole('link', { name: /at amp\.cnn\.com/ }).getAttribute('href')).toBe('https://amp.cnn.com/a');
    setPreferredLinkKind('origin');
  });

  test('has a badge when it is a draft, and no choice of links when there is none', () => {
    show({ ...story, isDraft: true, ampUrl: 'https://amp.cnn.com/a' });
    expect(screen.getByText('Draft')).toBeTruthy();
    cleanup();
    const { slug, title, publishedAt, kind, topics, originUrl = '' } = story;
    show({ slug, title, publishedAt, kind, topics, originUrl });
    expect(document.querySelector('details')).toBeNull();
  });

  test('keeps a plate with the provider’s name where a picture does not come', () => {
    show({ ...story, image: { url: 'https://p.example/i.png', width: 1200, height: 800 } });
    fireEvent.error(document.querySelector('.picture img') as Element);
    expect(document.querySelector('.picture-plate')?.textContent).toBe('CNN');
  });
});

describe('the kicker', () => {
  const named = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug }));

  test('is the topic that tells most', () => {
    expect(selectKickerTopic(named('everything', 'science', 'physics'), frame.topics)?.slug).toBe('physics');
    expect(selectKickerTopic(named('everything', 'science'), frame.topics)?.slug).toBe('science');
    expect(selectKickerTopic(named('everything'), frame.topics)?.slug).toBe('everything');
    expect(selectKickerTopic([], frame.topics)).toBeUndefined();
  });
});
