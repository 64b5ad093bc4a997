import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetRecent } from '../../../../src/app/offline/files/fetch-files.ts';
import type { KeptCache } from '../../../../src/app/offline/files/kept-cache.ts';
import type { Selection, Subject } from '../../../../src/app/offline/plan/selections.ts';
import { startFileList } from '../../../../src/app/offline/store/file-list.ts';
import { updateKept } from '../../../../src/app/offline/store/update-kept.ts';
import type { Summary } from '../../../../src/model/article.ts';
import { editionFiles } from '../../../../src/pipeline/output/data/index.ts';
import { packFiles, packListFile } from '../../../../src/pipeline/output/offline/pack-files.ts';
import { searchFiles } from '../../../../src/pipeline/output/search/search-files.ts';
import { articleFile, editionOf, type Files } from '../../../support/content-folder.ts';

/* Keeps collections of editions that the pipeline has built, with a cache and a host in memory. */

/** The files of the host, by path. */
let host = new Map<string, string>();
/** The paths that were asked for. */
let requests: string[] = [];
/** Called before each request. */
let onRequest = (): void => {};

beforeEach(() => {
  requests = [];
  onRequest = () => {};
  vi.stubGlobal('fetch', async (address: string, { signal }: RequestInit = {}) => {
    onRequest();
    signal?.throwIfAborted();
    const file = decodeURIComponent(address.replace(/^\//, '').replace(/\?.*/, ''));
    requests.push(file);
    const body = host.get(file);
    return new Response(body ?? '', { status: body === undefined ? 404 : 200 });
  });
});
afterEach(() => vi.unstubAllGlobals());

const COUNT = 260;

/** Stories of which every second one is in the topic Half, and every fifth in the topic Few. */
function stories(change: (number: number, lines: string) => string | undefined = (_, lines) => lines): Files {
  const files: Files = {};
  for (let number = 0; number < COUNT; number += 1) {
    const topics = ['All', ...(number % 2 === 0 ? ['Half'] : []), ...(number % 5 === 0 ? ['Few'] : [])];
    const date = new Date(Date.UTC(2021, 0, 1, number * 6)).toISOString();
    const lines = change(number, `title: Story ${number}\ndate: ${date}\ntopics: [${topics.join(', ')}]\n`);
    if (lines !== undefined)
      files[`s${number}.md`] = articleFile(`${lines}webUrl: https://n.example/${number}`, `Text ${number}.`);
  }
  return files;
}

/** All files of an edition. */
function publish(files: Files): void {
  const { built } = editionOf(files);
  const written = [
    ...editionFiles(built),
    ...searchFiles(built),
    ...packFiles(built),
    packListFile(built, (path) => path.length * 1000),
  ];
  host = new Map(written.map(({ path, body }) => [path, body]));
  forgetRecent();
}

interface MemoryCache extends KeptCache {
  /** JSON by path. */
  files: Map<string, string>;
}

function memoryCache(): MemoryCache {
  const files = new Map<string, string>();
  const cache: MemoryCache = {
    files,
    read: async (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    has: async (path) => files.has(path),
    write: async (path, value) => void files.set(path, JSON.stringify(value)),
    put: async (path, response) => void files.set(path, await response.text()),
    delete: async (path) => void files.delete(path),
    deleteOthers: async (paths) => {
      for (const path of files.keys()) if (!paths.has(path)) files.delete(path);
    },
  };
  void startFileList(cache);
  return cache;
}

const select = (...subjects: Subject[]): Selection[] =>
  subjects.map((subject) => ({ subject, name: '', hasImages: false }));
const HALF: Subject = { kind: 'topic', slug: 'half' };
const FEW: Subject = { kind: 'topic', slug: 'few' };
const DAYS: Subject = { kind: 'days' };

const keep = (
  cache: KeptCache,
  selections: readonly Selection[],
  { signal = new AbortController().signal, saved = [] as string[] } = {},
) => updateKept({ cache, selections, saved, signal, onProgress: () => {} });

/** The files that the host has, too. */
const hostFilesIn = ({ files }: MemoryCache, folder: string): string[] =>
  [...files.keys()].filter((path) => path.startsWith(folder) && host.has(path));

const slugsIn = (cache: MemoryCache): number[] =>
  hostFilesIn(cache, 'data/articles/')
    .map((path) => Number(/\d+/.exec(path)?.[0]))
    .sort((a, b) => a - b);

/** The paths of files that two caches do not share. */
const differences = ({ files: a }: MemoryCache, { files: b }: MemoryCache): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));

const isPack = (path: string): boolean => /\/offline\/\d/.test(path);

test('the articles, lists and places of a topic are those of the host', async () => {
  publish(stories());
  const cache = memoryCache();
  const [selection] = await keep(cache, select(HALF));
  expect(selection?.stored?.stories).toBe(130);
  expect(slugsIn(cache)).toEqual(Array.from({ length: 130 }, (_, index) => index * 2));
  const kept = [...hostFilesIn(cache, 'data/articles/'), ...hostFilesIn(cache, 'data/feeds/topics/half/')];
  for (const path of kept) expect([path, cache.files.get(path)]).toEqual([path, host.get(path)]);
  expect(hostFilesIn(cache, 'data/feeds/topics/half/')).toHaveLength(4 + 2);
  expect(requests.filter(isPack)).toEqual(['data/offline/3.json', 'data/offline/2.json', 'data/offline/1.json']);
  expect(requests.filter((path) => path.startsWith('data/articles/'))).toEqual([]);
});

test('the search finds what is kept: its index, and the places of stories among all', async () => {
  publish(stories());
  const cache = memoryCache();
  await keep(cache, select(HALF));
  for (const path of [...host.keys()].filter((each) => /^data\/search\/\d/.test(each))) {
    const stored = [...cache.files.keys()].find((each) => each.startsWith(`${path}?v=`));
    expect(cache.files.get(stored ?? '')).toBe(host.get(path));
  }
  const { articles } = JSON.parse(cache.files.get('data/feeds/all/2.json') ?? '') as { articles: (Summary | null)[] };
  expect(articles.map((article) => article?.title ?? null)).toEqual(
    Array.from({ length: 30 }, (_, index) => 59 - index).map((number) => (number % 2 === 0 ? `Story ${number}` : null)),
  );
});

test('single files are fetched where a pack has too little to keep', async () => {
  publish(stories());
  const cache = memoryCache();
  await keep(cache, select(FEW));
  expect(slugsIn(cache)).toEqual(Array.from({ length: 52 }, (_, index) => index * 5));
  expect(requests.filter(isPack)).toEqual([]);
  expect(requests.filter((path) => path.startsWith('data/articles/'))).toHaveLength(52);
});

test('the last days have whole pages of the list of all stories', async () => {
  publish(stories());
  const cache = memoryCache();
  await keep(cache, select(DAYS));
  // The newest 28 stories, and what makes their oldest page complete.
  expect(slugsIn(cache)).toEqual(Array.from({ length: 50 }, (_, index) => 210 + index));
  expect(cache.files.get('data/feeds/all/8.json')).toBe(host.get('data/feeds/all/8.json'));
});

test('saved stories are kept, but for withdrawn ones', async () => {
  publish(stories());
  const cache = memoryCache();
  const [selection] = await keep(cache, select({ kind: 'saved' }), { saved: ['s1', 's3', 'gone'] });
  expect(slugsIn(cache)).toEqual([1, 3]);
  expect(selection?.stored?.stories).toBe(2);
});

const CHANGES: [name: string, next: () => Files][] = [
  ['a new story', () => ({ ...stories(), ...added })],
  ['a correction', () => stories((number, lines) => (number === 120 ? lines.replace('Story', 'Corrected') : lines))],
  ['a withdrawn story', () => stories((number, lines) => (number === 120 ? undefined : lines))],
  [
    'an old story in the topic',
    () => stories((number, lines) => (number === 31 ? lines.replace('All', 'Half, Few') : lines)),
  ],
  [
    'an old story out of the topic',
    () => stories((number, lines) => (number === 30 ? lines.replace(/, Half|, Few/g, '') : lines)),
  ],
  ['a withdrawn topic', () => stories((_, lines) => lines.replace(/, Half|, Few/g, ''))],
];

const added: Files = {
  'new.md': articleFile('title: New\ndate: 2021-04-01\ntopics: [Half, Few]\nwebUrl: https://n.example/new'),
};

describe.each(CHANGES)('after an edition with %s', (_, next) => {
  test.each([
    ['half', HALF],
    ['few', FEW],
    ['days', DAYS],
  ] as const)('everything of %s is as if it was kept anew', async (_name, subject) => {
    publish(stories());
    const cache = memoryCache();
    await keep(cache, select(subject));
    publish(next());
    await keep(cache, select(subject));
    const fresh = memoryCache();
    await keep(fresh, select(subject));
    expect(differences(cache, fresh)).toEqual([]);
  });
});

test('a new story takes only the last pack', async () => {
  publish(stories());
  const cache = memoryCache();
  await keep(cache, select(HALF));
  publish({ ...stories(), ...added });
  requests = [];
  await keep(cache, select(HALF));
  expect(requests.filter(isPack)).toEqual(['data/offline/3.json']);
});

test('an update that is stopped anywhere goes on, and no complete pack is fetched again', async () => {
  publish(stories());
  const fresh = memoryCache();
  await keep(fresh, select(HALF, FEW));
  const all = requests.length;
  for (let stopAt = 1; stopAt <= all; stopAt += 1) {
    const cache = memoryCache();
    const controller = new AbortController();
    forgetRecent();
    requests = [];
    onRequest = () => {
      if (requests.length + 1 === stopAt) controller.abort();
    };
    await expect(keep(cache, select(HALF, FEW), controller)).rejects.toThrow(/abort/i);
    onRequest = () => {};
    await keep(cache, select(HALF, FEW));
    expect(differences(cache, fresh)).toEqual([]);
    expect(requests.filter(isPack)).toHaveLength(3);
  }
});

test('what only a removed subject needs is deleted', async () => {
  publish(stories());
  const cache = memoryCache();
  await keep(cache, select(HALF, FEW));
  await keep(cache, select(FEW));
  const fresh = memoryCache();
  await keep(fresh, select(FEW));
  expect([...cache.files.keys()].sort()).toEqual([...fresh.files.keys()].sort());
});

test('a pack of another edition than the list is refused', async () => {
  publish(stories());
  host.set(
    'data/offline/2.json',
    (host.get('data/offline/2.json') ?? '').replace(/"version":"[^"]+"/, '"version":"x"'),
  );
  await expect(keep(memoryCache(), select(HALF))).rejects.toMatchObject({ reason: 'missing' });
});
