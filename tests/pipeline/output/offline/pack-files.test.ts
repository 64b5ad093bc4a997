import { expect, test } from 'vitest';
import { articleFile as dataFile } from '../../../../src/model/edition-files.ts';
import type { ArticlePack, PackList, SearchPack } from '../../../../src/model/offline/packs.ts';
import { packOf } from '../../../../src/model/offline/packs.ts';
import { SEARCH_MANIFEST_FILE, type SearchManifest } from '../../../../src/model/search/search-index.ts';
import type { OutputFile } from '../../../../src/pipeline/output/files/output-file.ts';
import { packFiles, packListFile } from '../../../../src/pipeline/output/offline/pack-files.ts';
import { searchFiles } from '../../../../src/pipeline/output/search/search-files.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../../support/content-folder.ts';
import { gif } from '../../../support/image-files.ts';

const dateOf = (day: number): string => new Date(Date.UTC(2021, 0, day)).toISOString();

/** Stories of one day each, the oldest first. */
const stories = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, day) => [
      `${day}.md`,
      articleFile(`publishedDateTime: ${dateOf(day + 1)}\nwebUrl: https://n.example/${day}\ntitle: Story ${day}`),
    ]),
  );

const parse = <T>({ body }: OutputFile): T => JSON.parse(body) as T;

test('a pack has 100 articles from the oldest, as in their own files, and what cards show of them', () => {
  const edition = editionOf(stories(101));
  const files = packFiles(edition.built);
  expect(files.map(({ path }) => path)).toEqual(['data/offline/1.json', 'data/offline/2.json']);
  const [first, second] = files.map(parse<ArticlePack>);
  expect(first?.articles.map(({ title }) => title)).toEqual(Array.from({ length: 100 }, (_, n) => `Story ${n}`));
  expect(second?.articles.map(({ title }) => title)).toEqual(['Story 100']);
  expect([packOf(0), packOf(99), packOf(100)]).toEqual([1, 1, 2]);
  const outputs = outputsOf(edition);
  expect(first?.articles[7]).toEqual(JSON.parse(outputs.get(dataFile('7')) ?? ''));
  const { articles } = JSON.parse(outputs.get('data/feeds/all/head.json') ?? '') as { articles: unknown[] };
  expect(second?.summaries[0]).toEqual(articles[0]);
});

test('a new article changes only the last pack', () => {
  const [before, after] = [101, 102].map((count) => packFiles(editionOf(stories(count)).built));
  expect(after?.[0]?.version).toBe(before?.[0]?.version);
  expect(after?.[0]?.body).toBe(before?.[0]?.body);
  expect(after?.[1]?.version).not.toBe(before?.[1]?.version);
});

test('the version changes with a correction, and is in the pack', () => {
  const correction = articleFile(
    `publishedDateTime: ${dateOf(1)}\nwebUrl: https://n.example/0\ntitle: Story 0\n`,
    'A new text.',
  );
  const [before] = packFiles(editionOf(stories(2)).built);
  const [after] = packFiles(editionOf({ ...stories(2), '0.md': correction }).built);
  expect(after?.version).not.toBe(before?.version);
  expect(after && parse<ArticlePack>(after).version).toBe(after?.version);
});

test('the list has the version and the size of each pack, and the size of its images', () => {
  const withImage = articleFile(
    `publishedDateTime: ${dateOf(200)}\nwebUrl: https://n.example/i\nimages:\n  - url: a.gif`,
  );
  const { built } = editionOf({ ...stories(100), 'with-image.md': withImage, 'a.gif': gif(2, 2) });
  const list = parse<PackList>(packListFile(built, (path) => (path.startsWith('assets/') ? 40 : path.length)));
  const [first, second] = packFiles(built);
  expect(list).toEqual({
    format: 1,
    total: 101,
    packs: [
      [first?.version, 'data/offline/1.json'.length],
      [second?.version, 'data/offline/2.json'.length, 40],
    ],
    search: ['data/offline/search-0-101.json'.length],
  });
});

test('the pack of a segment of the search index has its files, by their addresses', () => {
  const files = [...searchFiles(editionOf(stories(3)).built)];
  const bodies = new Map(files.map(({ path, body }) => [path, body]));
  const { segments } = JSON.parse(bodies.get(SEARCH_MANIFEST_FILE) ?? '') as SearchManifest;
  const version = segments[0]?.version;
  const pack = JSON.parse(bodies.get('data/offline/search-0-3.json') ?? '') as SearchPack;
  expect(pack.version).toBe(version);
  expect(Object.keys(pack.files)).toEqual([
    `data/search/0-3/0.json?v=${version}`,
    `data/search/words.json?v=${version}`,
  ]);
  for (const [address, file] of Object.entries(pack.files))
    expect(JSON.stringify(file)).toBe(bodies.get(address.split('?')[0] ?? ''));
});

test.each([['offline: off'], ['serviceWorker: false']])('with `%s` there are no packs', (setting) => {
  const { built } = editionOf({ ...stories(1), 'site.yaml': setting });
  expect(built.settings.offline).toBe('off');
  expect([...searchFiles(built)].filter(({ path }) => path.startsWith('data/offline/'))).toEqual([]);
});
