import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CollectionPositions } from '../../../../src/model/edition.ts';
import { collectionKey, positionsFile } from '../../../../src/model/edition-files.ts';
import { changedFiles } from '../../../support/changed-files.ts';
import { articleFile, editionOf, type Files, outputsOf } from '../../../support/content-folder.ts';
import { runsOf } from '../../../support/property-runs.ts';

const article = (day: number, lines = ''): string =>
  articleFile(
    `publishedDateTime: ${new Date(Date.UTC(2021, 0, day)).toISOString()}\nwebUrl: https://n.example/${day}\n${lines}`,
  );

function positionsIn(files: Files, collection: string): unknown {
  return JSON.parse(outputsOf(editionOf(files)).get(`data/feeds/${collection}/positions.json`) ?? 'null');
}

function decode(positions: CollectionPositions): number[] {
  let position = 0;
  return positions.map((distance) => {
    position += distance;
    return position;
  });
}

const site: Files = {
  'a.md': article(1),
  'b.md': article(2, 'topics: [Physics]'),
  'c.md': article(3, 'topics: [Science]\nprovider: { name: P, domain: p.example }'),
  'd.md': article(4),
  'e.md': article(5, 'topics: [Physics]\nprovider: { name: P, domain: p.example }'),
  'topics/physics.yaml': 'name: Physics\nparent: Science\n',
};

test('positions count from the oldest article: the first position, then distances', () => {
  expect(positionsIn(site, 'topics/physics')).toEqual([1, 3]);
  expect(positionsIn(site, 'providers/p.example')).toEqual([2, 2]);
});

test("a topic's positions include the articles of its subtopics", () => {
  expect(positionsIn(site, 'topics/science')).toEqual([1, 1, 2]);
});

test('the collection of all articles has no such file', () => {
  expect(outputsOf(editionOf(site)).has('data/feeds/all/positions.json')).toBe(false);
});

test('a new article only adds positions to its topics, their parents, and its provider', () => {
  const more = { ...site, 'f.md': article(6, 'topics: [Physics, Art]\nprovider: { name: Q, domain: q.example }') };
  expect(positionsIn(more, 'topics/physics')).toEqual([1, 3, 1]);
  expect(positionsIn(more, 'topics/science')).toEqual([1, 1, 2, 1]);
  expect(changedFiles(site, more).filter((file) => file.endsWith('positions.json'))).toEqual([
    'data/feeds/providers/q.example/positions.json',
    'data/feeds/topics/art/positions.json',
    'data/feeds/topics/physics/positions.json',
    'data/feeds/topics/science/positions.json',
  ]);
});

test('a change of text does not change positions', () => {
  const other = { ...site, 'b.md': article(2, 'topics: [Physics]\nexcerpt: Other words.') };
  expect(changedFiles(site, other).filter((file) => file.endsWith('positions.json'))).toEqual([]);
});

test('for any content, the positions are those of the articles in the collection', () => {
  const file = fc.record({
    day: fc.integer({ min: 1, max: 20 }),
    topics: fc.subarray(['A', 'b', 'B b', 'C', 'D']),
    domain: fc.constantFrom('p.example', 'q.example'),
    isDraft: fc.boolean(),
  });
  const attempt = (): void =>
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 12 }), (files) => {
        const named = files.map(({ day, topics, domain, isDraft }, index): [string, string] => {
          const lines = `topics: [${topics.join(', ')}]\nprovider: { name: P, domain: ${domain} }\ndraft: ${isDraft}`;
          return [`${index}.md`, article(day, `${lines}\nslug: s${index}`).replace(/\.example\/\d+/, `$&/${index}`)];
        });
        const content = { ...Object.fromEntries(named), 'topics/d.yaml': 'name: D\nparent: C\n' };
        const edition = editionOf(content, { UNPUBLISHED: 'show' });
        const outputs = outputsOf(edition);
        const oldestFirst = edition.built.articles.toReversed();
        const collections = edition.collections.filter(({ id }) => id.kind !== 'all');
        expect([...outputs.keys()].filter((name) => name.endsWith('positions.json'))).toHaveLength(collections.length);
        for (const { id, articles } of collections) {
          const positions = JSON.parse(outputs.get(positionsFile(id)) ?? '[]') as CollectionPositions;
          const found = decode(positions).map((position) => oldestFirst[position]?.slug);
          expect(found, collectionKey(id)).toEqual(articles.toReversed().map(({ slug }) => slug));
        }
      }),
      { numRuns: runsOf(60) },
    );
  expect(attempt).not.toThrow();
});
