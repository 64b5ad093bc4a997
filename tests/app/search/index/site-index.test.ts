import type { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../../src/app/data/create-query-client.ts';
import { StaleIndexError } from '../../../../src/app/search/index/index-source.ts';
import { forgetIndex, openSiteIndex } from '../../../../src/app/search/index/site-index.ts';
import type { SearchManifest, SearchSegment } from '../../../../src/model/search/search-index.ts';

const segment: SearchSegment = { at: 0, count: 256, version: 'v1', newestAt: '2024-01-01T00:00:00Z', starts: 'a m' };
const head: SearchSegment = { ...segment, at: 256, count: 4, version: 'v2', starts: 'r' };
const manifest: SearchManifest = { format: 1, total: 260, segments: [segment, head] };

const FILES = {
  'data/search/index.json': JSON.stringify(manifest),
  'data/search/words.json': JSON.stringify(['0rain 0snow', '0sleet']),
  'data/search/0-256/0.json': JSON.stringify(['0apple 2ron', '0 !1']),
  'data/search/0-256/1.json': JSON.stringify(['0moon 0snow', '2 3']),
  'data/search/256-4/0.json': JSON.stringify(['0rain', '1']),
};

let files: Map<string, string | Response | Promise<Response>>;
let requested: string[];
let client: QueryClient;

beforeEach(() => {
  files = new Map<string, string>(Object.entries(FILES));
  requested = [];
  client = createQueryClient();
  vi.stubGlobal('fetch', (address: string, { signal }: RequestInit) => {
    requested.push(address);
    signal?.throwIfAborted();
    const body = files.get(address.replace(/^\/|\?.*$/g, ''));
    if (typeof body !== 'string') return Promise.resolve(body ?? new Response(null, { status: 404 }));
    return Promise.resolve(new Response(body));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const open = (acceptsStale = false) => openSiteIndex(client, acceptsStale);
const firstShard = async (acceptsStale = false) => (await open(acceptsStale)).shard(segment, 0);

test('a shard has terms and postings', async () => {
  expect(await firstShard()).toEqual({ terms: ['apple', 'apron'], postings: ['0', '!1'] });
});

test('files are asked for with the version of their segment, once', async () => {
  const source = await open();
  await Promise.all([source.shard(segment, 0), source.shard(segment, 0), source.shard(head, 0), source.words()]);
  await source.shard(head, 0);
  expect(requested).toEqual([
    '/data/search/index.json',
    '/data/search/0-256/0.json?v=v1',
    '/data/search/256-4/0.json?v=v2',
    '/data/search/words.json?v=v1',
  ]);
});

test('frequent words are in groups', async () => {
  expect(await (await open()).words()).toEqual([['rain', 'snow'], ['sleet']]);
});

describe('a shard is of another edition', () => {
  test('if it is not there', async () => {
    files.delete('data/search/0-256/0.json');
    await expect(firstShard()).rejects.toThrow(StaleIndexError);
  });

  test('if it begins with another term than the manifest says', async () => {
    files.set('data/search/0-256/0.json', JSON.stringify(['0banana', '0']));
    await expect(firstShard()).rejects.toThrow(StaleIndexError);
  });

  test('if it has more terms than postings', async () => {
    files.set('data/search/0-256/0.json', JSON.stringify(['0apple 2ron', '0']));
    await expect(firstShard()).rejects.toThrow(StaleIndexError);
  });

  test('which counts as a shard that cannot be fetched after the manifest was fetched again', async () => {
    files.delete('data/search/0-256/0.json');
    await expect(firstShard(true)).rejects.toMatchObject({ name: 'FetchError', reason: 'missing' });
  });
});

describe('a shard cannot be read', () => {
  test.each([
    ['cut', '["0apple 2ron","0'],
    ['a page of the host', '<!doctype html><title>Not found</title>'],
    ['empty', ''],
    ['another file of the site', '{"format":1}'],
    ['of other types', '[["apple"],["0"]]'],
    ['null', 'null'],
  ])('if it is %s', async (_, body) => {
    files.set('data/search/0-256/0.json', body);
    await expect(firstShard()).rejects.toMatchObject({ name: 'FetchError', reason: 'unreadable' });
  });

  test('if the host has an error', async () => {
    files.set('data/search/0-256/0.json', new Response('', { status: 503 }));
    await expect(firstShard()).rejects.toMatchObject({ name: 'FetchError', reason: 'unreachable' });
  });

  test('if it takes longer than eight seconds', async () => {
    const source = await open();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    await expect(source.shard(segment, 0)).rejects.toMatchObject({ name: 'FetchError', reason: 'unreachable' });
    expect(timeout).toHaveBeenCalledWith(8_000);
  });

  test('and is fetched again by the next search', async () => {
    const source = await open();
    files.set('data/search/0-256/0.json', 'cut');
    await expect(source.shard(segment, 0)).rejects.toThrow('unreadable');
    files.set('data/search/0-256/0.json', FILES['data/search/0-256/0.json']);
    await expect(source.shard(segment, 0)).resolves.toMatchObject({ terms: ['apple', 'apron'] });
  });
});

describe('the manifest', () => {
  test('is fetched again once it is forgotten', async () => {
    await open();
    await open();
    forgetIndex(client);
    await open();
    expect(requested).toEqual(['/data/search/index.json', '/data/search/index.json']);
  });

  test('of an edition without articles has no segments', async () => {
    files.set('data/search/index.json', '{"format":1,"total":0,"segments":[]}');
    expect((await open()).manifest.segments).toEqual([]);
  });

  test.each([
    ['a page of the host', '<!doctype html>'],
    ['cut', '{"format":1,"total":2'],
    ['of another format', JSON.stringify({ ...manifest, format: 2 })],
    ['without segments', JSON.stringify({ format: 1, total: 2 })],
    ['with segments that lack something', JSON.stringify({ ...manifest, segments: [{ at: 0, count: 260 }] })],
    ['with segments that do not follow each other', JSON.stringify({ ...manifest, segments: [head, segment] })],
    ['with segments of too few articles', JSON.stringify({ ...manifest, segments: [segment] })],
    ['with an absurd number of articles', JSON.stringify({ ...manifest, total: 9e15 })],
    ['with a negative number of articles', JSON.stringify({ ...manifest, total: -1, segments: [] })],
  ])('%s is refused', async (_, body) => {
    files.set('data/search/index.json', body);
    await expect(open()).rejects.toMatchObject({ name: 'FetchError', reason: 'unreadable' });
  });
});
