import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  decodeTerms,
  SEARCH_MANIFEST_FILE,
  SEARCH_WORDS_FILE,
  type SearchManifest,
  type SearchShard,
} from '../../../../src/model/search/search-index.ts';
import { openKeyedCache } from '../../../../src/pipeline/content/cache/keyed-cache.ts';
import type { OutputFile } from '../../../../src/pipeline/output/files/output-file.ts';
import {
  type SegmentCache,
  type SegmentSummary,
  searchFiles,
} from '../../../../src/pipeline/output/search/search-files.ts';
import { articleFile, editionOf, type Files } from '../../../support/content-folder.ts';
import { createTempFolder } from '../../../support/temp-folder.ts';

const article = (day: number, lines: string, body = ''): string =>
  articleFile(
    `publishedDateTime: ${new Date(Date.UTC(2021, 0, day)).toISOString()}\nwebUrl: https://n.example/${day}\n${lines}`,
    body,
  );

const filesOf = (content: Files, cache?: SegmentCache): OutputFile[] => [
  ...searchFiles(editionOf(content).built, cache),
];

const bodiesOf = (content: Files, cache?: SegmentCache): Map<string, string> =>
  new Map(filesOf(content, cache).map(({ path: file, body }) => [file, body]));

const versionsOf = (content: Files, cache?: SegmentCache): Map<string, string> =>
  new Map(filesOf(content, cache).map(({ path: file, version }) => [file, version]));

const manifestIn = (bodies: ReadonlyMap<string, string>): SearchManifest =>
  JSON.parse(bodies.get(SEARCH_MANIFEST_FILE) ?? '') as SearchManifest;

/** The only shard of an edition of two articles. */
const SHARD = 'data/search/0-2/0.json';

const termsIn = (bodies: ReadonlyMap<string, string>): string[] =>
  decodeTerms((JSON.parse(bodies.get(SHARD) ?? '') as SearchShard)[0]);

const two: Files = {
  'old.md': article(1, 'title: Snow\nexcerpt: White.', 'Deep drifts.'),
  'new.md': article(2, 'title: Rain'),
};

/** 257 articles: the newest is in a segment of its own. */
const many: Files = Object.fromEntries(
  Array.from({ length: 257 }, (_, day) => [`${day}.md`, article(day + 1, `title: Story word${day}`)]),
);

test('the manifest comes last, and names the segments with their shards', () => {
  const bodies = bodiesOf(two);
  expect([...bodies.keys()]).toEqual([SHARD, SEARCH_WORDS_FILE, 'data/offline/search-0-2.json', SEARCH_MANIFEST_FILE]);
  const { format, total, segments } = manifestIn(bodies);
  expect({ format, total }).toEqual({ format: 1, total: 2 });
  expect(segments.map(({ version: _, ...segment }) => segment)).toEqual([
    { at: 0, count: 2, newestAt: '2021-01-02T00:00:00Z', starts: 'r' },
  ]);
});

test('positions count from the oldest article', () => {
  expect(JSON.parse(bodiesOf(two).get(SHARD) ?? '')).toEqual(['0rain 0snow 0white', '!1 !0 0']);
});

test('drafts and unlisted articles are not in the index', () => {
  const others = {
    'draft.md': article(3, 'title: Draft\ndraft: true'),
    'unlisted.md': article(4, 'title: Unlisted\nunlisted: true'),
  };
  expect(bodiesOf({ ...two, ...others })).toEqual(bodiesOf(two));
});

test('an edition without articles has a manifest without segments', () => {
  expect(manifestIn(bodiesOf({}))).toEqual({ format: 1, total: 0, segments: [] });
});

test('there are no files if search is off', () => {
  expect(filesOf({ ...two, 'site.yaml': 'search: false' })).toEqual([]);
});

describe('the words of bodies', () => {
  const withBodies = { ...two, 'site.yaml': 'search: bodies' };

  test('are in the index if the site asks for them', () => {
    expect(termsIn(bodiesOf(two))).toEqual(['rain', 'snow', 'white']);
    expect(termsIn(bodiesOf(withBodies))).toEqual(['deep', 'drifts', 'rain', 'snow', 'white']);
    expect(manifestIn(bodiesOf(withBodies)).hasBodies).toBe(true);
  });

  test('are indexed again when a body changes', () => {
    const cache = openKeyedCache<SegmentSummary>();
    const edited = { ...withBodies, 'old.md': article(1, 'title: Snow\nexcerpt: White.', 'Deep hollows.') };
    const [before, after] = [bodiesOf(withBodies, cache), bodiesOf(edited, cache)];
    expect(termsIn(after)).toEqual(['deep', 'hollows', 'rain', 'snow', 'white']);
    expect(manifestIn(after).segments[0]?.version).not.toBe(manifestIn(before).segments[0]?.version);
    const [old, now] = [versionsOf(withBodies, cache), versionsOf(edited, cache)];
    expect(now.get(SHARD)).not.toBe(old.get(SHARD));
  });
});

describe('a new build', () => {
  test('of the same content has the same files, with a cache or without', () => {
    const { built } = editionOf(many);
    const bodies = (cache?: SegmentCache): string[] => [...searchFiles(built, cache)].map(({ body }) => body);
    const cache = openKeyedCache<SegmentSummary>();
    const first = bodies(cache);
    expect(bodies(cache)).toEqual(first);
    expect(bodies()).toEqual(first);
  });

  test('with one more article changes the last segment and the manifest', () => {
    const cache = openKeyedCache<SegmentSummary>();
    const [before, after] = [
      versionsOf(many, cache),
      versionsOf({ ...many, 'x.md': article(300, 'title: One more') }, cache),
    ];
    expect([...after].filter(([file, version]) => before.get(file) !== version).map(([file]) => file)).toEqual([
      'data/search/256-2/0.json',
      'data/offline/search-256-2.json',
      SEARCH_MANIFEST_FILE,
    ]);
  });

  test('reads only the articles of segments that changed', () => {
    const file = path.join(createTempFolder('segments'), 'search');
    const cache = openKeyedCache<SegmentSummary>(file);
    const { built } = editionOf(many);
    expect([...searchFiles(built, cache)].length).toBeGreaterThan(2);
    cache.save();
    const read: string[] = [];
    const { summary } = built.serializer;
    const serializer = {
      ...built.serializer,
      summary: (record: Parameters<typeof summary>[0]) => {
        read.push(record.slug);
        return summary(record);
      },
    };
    const files = [...searchFiles({ ...built, serializer }, openKeyedCache<SegmentSummary>(file))];
    expect(read).toEqual([]);
    expect(files.find(({ path: name }) => name.startsWith('data/search/256-1/'))?.body).toContain('word256');
    expect(read).toHaveLength(1);
  });
});
