import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createArticleStore } from '../../../../src/pipeline/content/cache/article-store.ts';
import { readArticle } from '../../../../src/pipeline/content/read-article.ts';
import { buildEdition } from '../../../../src/pipeline/edition/build-edition.ts';
import { editionFiles } from '../../../../src/pipeline/output/data/index.ts';
import { readSettings } from '../../../../src/pipeline/settings/read-settings.ts';
import { articleFile, contentFolder, type Files } from '../../../support/content-folder.ts';
import { png } from '../../../support/image-files.ts';

vi.mock('../../../../src/pipeline/content/read-article.ts', { spy: true });

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

const article = (nth: number, lines = ''): string =>
  articleFile(
    `title: Story ${nth}\nwebUrl: https://a.example/${nth}\nprovider: { name: P, domain: p.example }\n${lines}`,
  );

/** A content folder and its cache file. */
function project(files: Files) {
  const root = contentFolder(files);
  const cacheFile = path.join(contentFolder({}), 'cache/articles');
  return { root, cacheFile };
}

/** Runs the pipeline. Returns its output and the article files that it parsed. */
function run({ root, cacheFile }: { root: string; cacheFile: string }) {
  vi.mocked(readArticle).mockClear();
  const { settings } = readSettings({ root, env: {}, mode: 'build' });
  const store = createArticleStore({ root, cacheFile });
  const built = buildEdition({ root, settings, store });
  store.save();
  const parsed = vi.mocked(readArticle).mock.calls.map(([file]) => file);
  const outputs = [...editionFiles(built)].map(({ path: file, version, body }) => ({ file, version, body }));
  return { parsed, outputs, counts: built.counts, diagnostics: built.diagnostics };
}

let three: { root: string; cacheFile: string };
beforeEach(() => {
  const related = 'related:\n  - { title: R, publishedDateTime: 2021-01-01, webUrl: https://a.example/2 }';
  three = project({ '1.md': article(1, related), '2.md': article(2, 'quality: high'), '3.md': article(3) });
});

describe('the cache', () => {
  test('keeps what decides whether an article is shown, and its authors', () => {
    const kinds = project({
      'authors.yml': 'jo: Jo Doe',
      '1.md': article(1, 'author: jo'),
      '2.md': article(2, 'unlisted: true'),
      '3.md': article(3, 'expires: 2021-01-01'),
      '4.md': '---\ndraft: true\n---\n',
    });
    const first = run(kinds);
    expect(first.counts).toMatchObject({ articles: 2, drafts: 1, expired: 1, rejected: 0 });
    expect(JSON.stringify(first.outputs)).toContain('Jo Doe');
    expect(run(kinds)).toEqual({ ...first, parsed: [] });
  });

  test('lets the next run parse nothing and return the same files and diagnostics', () => {
    const first = run(three);
    const second = run(three);
    expect(first.parsed).toEqual(['1.md', '2.md', '3.md']);
    expect(second).toEqual({ ...first, parsed: [] });
    expect(second.diagnostics).toMatchObject([{ file: '2.md', field: 'quality', line: 6 }]);
  });

  test('lets only changed files be parsed again', () => {
    run(three);
    writeFileSync(path.join(three.root, '3.md'), article(33));
    const { parsed, outputs } = run(three);
    expect(parsed).toEqual(['3.md']);
    expect(outputs).toEqual(run({ ...three, cacheFile: path.join(contentFolder({}), 'other') }).outputs);
  });

  test('is not rewritten for one changed file of hundreds, and leaves no temporary file', () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`${nth}.md`, article(nth)]));
    const many = project(files);
    run(many);
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
    run(many);
    const before = readFileSync(many.cacheFile);
    writeFileSync(path.join(many.root, '7.md'), article(777));
    const { parsed, outputs } = run(many);
    vi.useRealTimers();
    expect(parsed).toEqual(['7.md']);
    expect(JSON.stringify(outputs)).toContain('Story 777');
    expect(readFileSync(many.cacheFile).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(many.cacheFile))).toEqual(['articles']);
  });

  test('detects a change that keeps the size and the date', () => {
    const file = path.join(three.root, '3.md');
    utimesSync(file, LONG_AGO, LONG_AGO);
    run(three);
    writeFileSync(file, article(4));
    utimesSync(file, LONG_AGO, LONG_AGO);
    expect(run(three).parsed).toEqual(['3.md']);
  });

  test('is used if only the date of a file has changed', () => {
    run(three);
    for (const name of ['1.md', '2.md', '3.md']) utimesSync(path.join(three.root, name), LONG_AGO, LONG_AGO);
    expect(run(three).parsed).toEqual([]);
  });

  test('forgets deleted files', () => {
    run(three);
    rmSync(path.join(three.root, '2.md'));
    const { parsed, outputs } = run(three);
    expect(parsed).toEqual([]);
    expect(JSON.stringify(outputs)).not.toContain('Story 2');
  });

  test('is not used for a file if one of its images was added', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>';
    const folder = project({ '1.md': article(1, 'image: p.svg'), '2.md': article(2) });
    expect(run(folder).diagnostics).toHaveLength(1);
    writeFileSync(path.join(folder.root, 'p.svg'), svg);
    expect(run(folder)).toMatchObject({ parsed: ['1.md'], diagnostics: [] });
  });

  test('is not used once `public/` is there, to which paths of images may be relative, or is gone', () => {
    const folder = project(
      Object.fromEntries([1, 2, 3].map((nth) => [`${nth}.md`, article(nth, 'image: /images/pier.png')])),
    );
    const before = run(folder);
    expect(before.diagnostics).toHaveLength(3);
    mkdirSync(path.join(folder.root, 'public/images'), { recursive: true });
    writeFileSync(path.join(folder.root, 'public/images/pier.png'), png(30, 20));
    expect(run(folder)).toMatchObject({ parsed: { length: 3 }, diagnostics: [] });
    rmSync(path.join(folder.root, 'public'), { recursive: true });
    expect(run(folder)).toMatchObject({ parsed: { length: 3 }, diagnostics: before.diagnostics });
  });

  test('is not used with other settings', () => {
    run(three);
    writeFileSync(path.join(three.root, 'site.yaml'), 'language: de\n');
    expect(run(three).parsed).toHaveLength(3);
  });

  test('can be deleted at any time', () => {
    const { outputs } = run(three);
    rmSync(three.cacheFile);
    expect(run(three)).toMatchObject({ outputs, parsed: { length: 3 } });
  });

  test('is not rewritten if nothing has changed', () => {
    for (const name of ['1.md', '2.md', '3.md']) utimesSync(path.join(three.root, name), LONG_AGO, LONG_AGO);
    run(three);
    const before = statSync(three.cacheFile).ino;
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
    run(three);
    const rewritten = statSync(three.cacheFile).ino;
    run(three);
    vi.useRealTimers();
    expect(rewritten).not.toBe(before);
    expect(statSync(three.cacheFile).ino).toBe(rewritten);
  });

  test('holds texts that are longer than its buffer', () => {
    const long = (letter: string) => `---\ntitle: Long\ndate: 2026-01-01\n---\n${letter.repeat(450_000)}\n`;
    const folder = project({ '1.md': long('a'), '2.md': long('\u20ac'), '3.md': article(3) });
    const { outputs } = run(folder);
    expect(run(folder)).toMatchObject({ outputs, parsed: [] });
    expect(JSON.stringify(outputs)).toContain('\u20ac'.repeat(450_000));
  });

  test('is optional: if it cannot be written, texts are kept in memory', () => {
    writeFileSync(path.join(three.root, 'a-file'), '');
    const { outputs } = run(three);
    expect(run({ ...three, cacheFile: path.join(three.root, 'a-file/cache') }).outputs).toEqual(outputs);
  });
});

describe('a damaged cache is detected, and its files are read again', () => {
  test('for any changed byte', () => {
    const { outputs, diagnostics } = run(three);
    const whole = readFileSync(three.cacheFile);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(three.cacheFile, damaged);
      expect(run(three), `byte ${at}`).toMatchObject({ outputs, diagnostics });
    }
  });

  test('for any truncated length', () => {
    const { outputs } = run(three);
    const whole = readFileSync(three.cacheFile);
    for (let length = whole.length - 1; length >= 0; length -= 31) {
      writeFileSync(three.cacheFile, whole);
      truncateSync(three.cacheFile, length);
      expect(run(three).outputs, `${length} bytes`).toEqual(outputs);
    }
  });

  test.each(['', 'another format', '{}'])('if it contains %j', (text) => {
    const { outputs } = run(three);
    writeFileSync(three.cacheFile, text);
    expect(run(three).outputs).toEqual(outputs);
  });
});

test('two runs at the same time do not interfere', () => {
  const { settings } = readSettings({ root: three.root, env: {}, mode: 'build' });
  const stores = [createArticleStore(three), createArticleStore(three)] as const;
  const [one, other] = stores.map((store) => buildEdition({ root: three.root, settings, store }));
  for (const store of stores) store.save();
  const bodies = [one, other].map((built) => built && [...editionFiles(built)].map(({ body }) => body));
  expect(bodies[0]).toEqual(bodies[1]);
  expect(existsSync(three.cacheFile)).toBe(true);
  expect(run(three)).toMatchObject({ parsed: [], outputs: { length: bodies[0]?.length ?? 0 } });
});
