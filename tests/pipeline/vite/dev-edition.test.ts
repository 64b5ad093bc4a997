import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CollectionHead } from '../../../src/model/edition.ts';
import { articleFile as articleFileOf } from '../../../src/model/edition-files.ts';
import { readArticle } from '../../../src/pipeline/content/read-article.ts';
import { formatDiagnostics } from '../../../src/pipeline/diagnostics/report.ts';
import { summaryLine } from '../../../src/pipeline/edition/explain-counts.ts';
import { readProject } from '../../../src/pipeline/settings/project.ts';
import { createDevEdition, type DevEdition } from '../../../src/pipeline/vite/dev-edition.ts';
import { articleFile, contentFolder, editionIn, type Files, outputsOf } from '../../support/content-folder.ts';
import { runsOf } from '../../support/property-runs.ts';

vi.mock('../../../src/pipeline/content/read-article.ts', { spy: true });

const article = (nth: number | string, lines = ''): string =>
  articleFile(`title: Story ${nth}\nwebUrl: https://a.example/${nth}\n${lines}`);

let root: string;
let edition: DevEdition;
let said: string;

function start(files: Files): void {
  root = contentFolder(files);
  vi.stubEnv('CONTENT_DIR', root);
  const projectRoot = contentFolder({});
  edition = createDevEdition(projectRoot, readProject(projectRoot, 'dev'));
  said = edition.takeReport().report ?? '';
}

function write(file: string, text: string): string {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  return file;
}

function remove(file: string): string {
  rmSync(path.join(root, file));
  return file;
}

const json = (file: string): unknown => JSON.parse(edition.file(file) ?? 'null') as unknown;
const head = (): unknown => json('data/feeds/all/head.json');

/** The files of the articles on the first page, by slug. */
function articles(): Map<string, string | undefined> {
  const { articles: list } = head() as CollectionHead;
  return new Map(list.map(({ slug }) => [slug, edition.file(articleFileOf(slug))]));
}

/** What is served is what an edition made from scratch would hold. */
function expectAsFresh(): void {
  const fresh = editionIn(root, { UNPUBLISHED: 'show' });
  for (const [file, body] of outputsOf(fresh)) expect(edition.file(file), file).toBe(body);
  said = edition.takeReport().report ?? said;
  expect(said).toBe([formatDiagnostics(fresh.diagnostics), summaryLine(fresh.counts)].filter(Boolean).join('\n\n'));
}

beforeEach(() => {
  start({
    '1.md': article(1, 'topics: [A]'),
    '2.md': article(2, 'topics: [A, B]\nprovider: { name: P, domain: p.example }'),
    '3.md': article(3, 'topics: [C]'),
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a change of an article', () => {
  test('parses one file, and returns the article, the articles that list it as nearest, and its collections', () => {
    write('2.md', article(2, 'topics: [A, B]\nprovider: { name: P, domain: p.example }\nexcerpt: New words.'));
    vi.mocked(readArticle).mockClear();
    expect(edition.applyChanges(['2.md'])).toEqual({
      articles: ['2', '1'],
      collections: ['all', 'topics/a', 'topics/b', 'providers/p.example'],
    });
    expect(new Set(vi.mocked(readArticle).mock.calls.map(([file]) => file))).toEqual(new Set(['2.md']));
    expect(JSON.stringify(head())).toContain('New words.');
    expectAsFresh();
  });

  test('of its topics returns no list, because anything may have changed', () => {
    write('3.md', article(3, 'topics: [A, D]'));
    expect(edition.applyChanges(['3.md'])).toEqual({});
    expect(json('data/topics.json')).toMatchObject([{ slug: 'a', count: 3 }, { slug: 'b' }, { slug: 'd' }]);
    expect(edition.file('data/feeds/topics/c/head.json')).toBeUndefined();
    expectAsFresh();
  });

  test('with an error is postponed until nothing changes any more, and the article stays until then', () => {
    write('2.md', '---\ntitle: "Sto');
    expect(edition.applyChanges(['2.md'])).toBeUndefined();
    expect(head()).toMatchObject({ total: 3 });
    expect(edition.errors()).toBe('');
    expect(edition.applyPostponed()).toEqual({});
    expect(head()).toMatchObject({ total: 2 });
    expect(edition.takeReport()).toMatchObject({
      report: expect.stringContaining('2.md:1:1 error') as string,
      errors: expect.stringContaining('2.md:1:1 error') as string,
    });
  });

  test('that fixes an error is applied at once', () => {
    write('2.md', '---\ntitle: "Sto');
    edition.applyChanges(['2.md']);
    edition.applyPostponed();
    edition.takeReport();
    write('2.md', article(2));
    expect(edition.applyChanges(['2.md'])).toEqual({});
    expect(edition.takeReport()).toMatchObject({
      errors: '',
      report: expect.stringMatching(/^3 files: 3 art/) as string,
    });
    expectAsFresh();
  });

  test('is reported once', () => {
    write('2.md', article(2, 'quality: high'));
    edition.applyChanges(['2.md']);
    expect(edition.takeReport().report).toContain('quality');
    expect(edition.takeReport().report).toBeUndefined();
  });
});

test('a change of texts returns only the articles whose files change', () => {
  const lines = fc
    .record({ topics: fc.subarray(['A', 'B', 'C', 'D']), isDraft: fc.boolean() })
    .map(({ topics, isDraft }) => `topics: [${topics.join(', ')}]\ndraft: ${isDraft}`);
  const attempt = (): void =>
    fc.assert(
      fc.property(fc.array(lines, { minLength: 2, maxLength: 20 }), fc.nat(19), (all, nth) => {
        const index = nth % all.length;
        start({
          ...Object.fromEntries(all.map((each, name) => [`${name}.md`, article(name, each)])),
          'topics/b.yaml': 'name: B\nparent: D\n',
        });
        const before = articles();
        write(`${index}.md`, article(index, all[index]).replace(`Story ${index}`, 'Another'));
        const changed = edition.applyChanges([`${index}.md`]);
        const others = [...articles()].filter(([slug, body]) => body !== before.get(slug)).map(([slug]) => slug);
        expect(changed?.articles?.toSorted()).toEqual(others.sort());
      }),
      { numRuns: runsOf(40) },
    );
  expect(attempt).not.toThrow();
});

test('files can be added, renamed and deleted, and other files are not read again', () => {
  vi.mocked(readArticle).mockClear();
  edition.applyChanges([write('4.md', article(4))]);
  expect(head()).toMatchObject({ total: 4 });
  renameSync(path.join(root, '4.md'), path.join(root, '5.md'));
  edition.applyChanges(['4.md', '5.md']);
  expect(json('data/articles/5.json')).toMatchObject({ title: 'Story 4' });
  expect(edition.takeReport().report).toContain('this file was `4.md`. Add `formerly: /articles/4/`.');
  edition.applyChanges([remove('1.md')]);
  expect(edition.file('data/articles/1.json')).toBeUndefined();
  expect(vi.mocked(readArticle).mock.calls.map(([file]) => file)).toEqual(['4.md', '5.md']);
  edition.applyChanges([write('5.md', article(4, 'formerly: /articles/4/'))]);
  expectAsFresh();
});

test('deleting a folder removes its articles', () => {
  edition.applyChanges([write('deep/6.md', article(6))]);
  rmSync(path.join(root, 'deep'), { recursive: true });
  edition.applyChanges(['deep/6.md', 'deep']);
  expect(head()).toMatchObject({ total: 3 });
});

test('changes of topic files, images and settings are applied', () => {
  edition.applyChanges([write('1.md', article(1, 'topics: [A]\nimage: p.svg'))]);
  expect(edition.takeReport().report).toContain('p.svg');
  edition.applyChanges([write('p.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>')]);
  const { image } = json('data/articles/1.json') as { image: { url: string } };
  expect(edition.sourceOf(image.url)).toBe(path.join(root, 'p.svg'));
  edition.applyChanges([write('topics/a.yaml', 'name: A\nshortName: The A\n')]);
  expect(edition.file('data/topics.json')).toContain('The A');
  edition.applyChanges([write('site.yaml', 'title: Another paper\n')]);
  expect(json('data/edition.json')).toMatchObject({ site: { title: 'Another paper' } });
  expectAsFresh();
});

test('after any sequence of changes the edition equals a new one', () => {
  const file = fc.constantFrom('1.md', '2.md', '3.md', '4.md', 'deep/5.md');
  const text = fc.oneof(
    fc
      .record({
        title: fc.constantFrom('One', 'Two', '007'),
        address: fc.constantFrom('https://a.example/1', 'https://a.example/2#x', 'https://a.example/3'),
        day: fc.constantFrom('2021-01-01', '2021-01-02', '2021-01-03'),
        more: fc.subarray([
          'topics: [A, b]',
          'topics: [B]',
          'draft: true',
          'pinned: true',
          'quality: high',
          'slug: same',
          'provider: { name: P, domain: p.example }',
          'related:\n  - { title: R, publishedDateTime: 2021-01-01, webUrl: https://a.example/2 }',
        ]),
      })
      .map(({ title, address, day, more }) =>
        articleFile([`title: ${title}`, `webUrl: ${address}`, `publishedDateTime: ${day}`, ...more].join('\n')),
      ),
    fc.constantFrom('', '---\ntitle: "x', 'no front matter'),
  );
  const change = fc.tuple(file, fc.option(text));
  const attempt = (): void =>
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), (rounds) => {
        start({ '1.md': article(1), '2.md': article(2, 'topics: [A]'), '3.md': article(3) });
        for (const round of rounds) {
          for (const [name, body] of round) {
            if (body === null) rmSync(path.join(root, name), { force: true });
            else write(name, body);
          }
          edition.applyChanges(round.map(([name]) => name));
          edition.applyPostponed();
          expectAsFresh();
        }
      }),
      { numRuns: runsOf(60) },
    );
  expect(attempt).not.toThrow();
});
