import { describe, expect, test } from 'vitest';
import type { TopStories } from '../../../../src/model/coverage/top-stories.ts';
import { type Edition, PAGE_SIZE } from '../../../../src/model/edition.ts';
import { EDITION_FILE, MORE_TOP_FILE, TOP_FILE } from '../../../../src/model/edition-files.ts';
import { pageGroups } from '../../../../src/pipeline/output/pages/page-files.ts';
import { changedFiles } from '../../../support/changed-files.ts';
import { editionOf, type Files, outputPaths, outputsOf } from '../../../support/content-folder.ts';
import { plainStories, type TopStory, topFiles } from '../../../support/top-paper.ts';

/** 45 articles, of which two sources report one event. */
const EVENT: Record<string, TopStory> = {
  ...plainStories(43),
  fire: { hours: 3, event: 'fire', domain: 'a.example', topics: ['Space'] },
  'fire-again': { hours: 2, event: 'fire', domain: 'b.example', lines: 'quality: 2' },
};

const paper = (settings = '', stories = EVENT): Files => ({
  ...topFiles(stories),
  'site.yaml': `address: https://paper.example/\n${settings}`,
});

const TOP = paper('order: top\n');
const NEWEST = paper('order: newest\n');
/** Neither events nor scores. */
const PLAIN = plainStories(45);

function readOutputs(files: Files) {
  const outputs = outputsOf(editionOf(files));
  const read = <T>(path: string): T => JSON.parse(outputs.get(path) ?? 'null') as T;
  return { outputs, read, edition: read<Edition>(EDITION_FILE) };
}

const topPaths = (files: Files): string[] =>
  outputPaths(editionOf(files)).filter((path) => [TOP_FILE, MORE_TOP_FILE].includes(path));

/** The files that the front page has besides the list of the newest articles. */
function embeddedIn(files: Files): string[] {
  const { built } = editionOf(files);
  const pages = pageGroups(built, '').flatMap((group) => [...group]);
  const front = pages.filter((page) => page.path === 'index.html');
  expect(front).toHaveLength(1);
  return front.flatMap((page) => ('otherData' in page ? page.otherData.map(({ path }) => path) : []));
}

describe('the files of the order of points', () => {
  test.each([
    ['are there if an article is on an event', paper(), [TOP_FILE, MORE_TOP_FILE], 'newest'],
    [
      'are there if an article has a score',
      paper('', { ...PLAIN, scored: { lines: 'heat: 1' } }),
      [TOP_FILE, MORE_TOP_FILE],
      'newest',
    ],
    ['are there if the publisher wants that order', paper('order: top\n', PLAIN), [TOP_FILE, MORE_TOP_FILE], 'top'],
    ['are there if the publisher prefers the newest first', NEWEST, [TOP_FILE, MORE_TOP_FILE], 'newest'],
    ['are not there without events and scores', paper('', PLAIN), [], undefined],
    [
      'are not there if all scores are unknown',
      paper('', { ...PLAIN, scored: { lines: 'quality: -1\nheat: -1' } }),
      [],
      undefined,
    ],
    [
      'are not there if events are off',
      paper('coverage: off\n', { ...PLAIN, a: { event: 'e' }, b: { event: 'e' } }),
      [],
      undefined,
    ],
  ])('%s', (_, files, paths, order) => {
    expect(topPaths(files)).toEqual(paths);
    expect(readOutputs(files).edition.order).toBe(order);
  });

  test('have the first 30 cards, and the others', () => {
    const { top } = editionOf(TOP);
    const { read } = readOutputs(TOP);
    const [first, more] = [read<TopStories>(TOP_FILE), read<TopStories>(MORE_TOP_FILE)];
    expect([first.cards.length, more.cards.length]).toEqual([PAGE_SIZE, 44 - PAGE_SIZE]);
    expect([...first.cards, ...more.cards]).toEqual(top.map(({ card }) => card));
    for (const { cards, articles } of [first, more])
      expect(articles.map(({ slug }) => slug)).toEqual(cards.map(({ slug }) => slug));
  });

  test('have the summaries of lists, and the events as the list of the newest articles has them', () => {
    const { read } = readOutputs(TOP);
    const { articles, events } = read<TopStories>(TOP_FILE);
    const head = read<{ articles: TopStories['articles']; events: TopStories['events'] }>('data/feeds/all/head.json');
    expect(events).toEqual(head.events);
    expect(events.map(({ slug, sources }) => [slug, sources])).toEqual([['fire', 2]]);
    const isInHead = new Set(head.articles.map(({ slug }) => slug));
    const both = articles.filter(({ slug }) => isInHead.has(slug));
    expect(both.length).toBeGreaterThan(20);
    for (const article of both) expect(head.articles).toContainEqual(article);
    expect(read<TopStories>(MORE_TOP_FILE).events).toEqual([]);
  });

  test('are one file in a small paper', () => {
    const { read } = readOutputs(paper('order: top\n', plainStories(3)));
    expect(read(MORE_TOP_FILE)).toBeNull();
    expect(read<TopStories>(TOP_FILE).others).toBeUndefined();
  });
});

describe('the front page', () => {
  test('has the order of points in its HTML only if that is its order', () => {
    expect(embeddedIn(TOP)).toEqual([EDITION_FILE, TOP_FILE]);
    expect(embeddedIn(NEWEST)).toEqual([EDITION_FILE]);
    expect(embeddedIn(paper())).toEqual([EDITION_FILE]);
    expect(embeddedIn(paper('', PLAIN))).toEqual([EDITION_FILE]);
  });

  test('is the only page that another order changes', () => {
    const versionsOf = (files: Files) => {
      const pages = pageGroups(editionOf(files).built, '').flatMap((group) => [...group]);
      return new Map(pages.flatMap((page) => (page.path === undefined ? [] : [[page.path, page.version] as const])));
    };
    const [top, newest] = [versionsOf(TOP), versionsOf(NEWEST)];
    expect([...top.keys()]).toEqual([...newest.keys()]);
    // The page of the search shows the number of stories, and so has the edition.
    expect([...top.keys()].filter((path) => top.get(path) !== newest.get(path))).toEqual([
      'search/index.html',
      'index.html',
    ]);
  });
});

describe('another order', () => {
  test('changes no list, archive page, feed, sitemap or search', () => {
    const [top, newest] = [readOutputs(TOP).outputs, readOutputs(NEWEST).outputs];
    expect(top.size).toBeGreaterThan(60);
    expect([...top.keys()]).toEqual([...newest.keys()]);
    expect([...top.keys()].filter((path) => top.get(path) !== newest.get(path))).toEqual([EDITION_FILE]);
  });

  test('of a paper without events and scores adds its files, and changes no others but the edition', () => {
    const [top, none] = [readOutputs(paper('order: top\n', PLAIN)).outputs, readOutputs(paper('', PLAIN)).outputs];
    const differing = [...top.keys()].filter((path) => top.get(path) !== none.get(path));
    expect(differing.sort()).toEqual([EDITION_FILE, MORE_TOP_FILE, TOP_FILE].sort());
    expect([...none.keys()].filter((path) => !top.has(path))).toEqual([]);
  });

  test('is a part of the id of the edition, which is else the same', () => {
    const idOf = (files: Files): string => readOutputs(files).edition.id;
    expect(idOf(TOP)).not.toBe(idOf(NEWEST));
    expect(idOf(NEWEST)).toBe(idOf(paper()));
    expect(idOf(paper('order: newest\n', PLAIN))).toBe(idOf(paper('', PLAIN)));
  });

  test('is named in the edition only where readers can choose', () => {
    expect(Object.keys(readOutputs(paper('', PLAIN)).edition)).not.toContain('order');
    expect(Object.keys(readOutputs(paper('order: newest\n', PLAIN)).edition)).not.toContain('order');
  });
});

describe('the version of `data/top.json` changes', () => {
  const changes = (slug: string, change: Partial<TopStory>): string[] =>
    changedFiles(TOP, paper('order: top\n', { ...EVENT, [slug]: { ...EVENT[slug], ...change } }));

  test.each([
    ['the quality of an article', 'plain-000', { lines: 'quality: 9' }],
    ['the quality of an article in the other file', 'plain-042', { lines: 'quality: 1' }],
    ['the title of a card', 'plain-001', { title: 'Another title' }],
    ['the title of a report', 'fire', { title: 'Another title' }],
    ['the age of a report', 'fire-again', { hours: 1 }],
    ['the event of an article', 'plain-002', { event: 'fire' }],
    ['a pinned article', 'plain-003', { lines: 'pinned: true' }],
  ])('with %s', (_, slug, change) => {
    expect(changes(slug, change)).toContain(TOP_FILE);
  });

  test('not with an article that is in the other file', () => {
    const [last] = editionOf(TOP).top.slice(-1);
    const files = changes(last?.card.slug ?? '', { title: 'Another title' });
    expect(files).toContain(MORE_TOP_FILE);
    expect(files).not.toContain(TOP_FILE);
  });
});
