import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createArticleStore } from '../../../src/pipeline/content/cache/article-store.ts';
import { buildEdition } from '../../../src/pipeline/edition/build-edition.ts';
import type { OutputFile } from '../../../src/pipeline/output/files/output-file.ts';
import { redirectFiles } from '../../../src/pipeline/output/pages/redirect-files.ts';
import { readProject } from '../../../src/pipeline/settings/project.ts';
import { readSettings } from '../../../src/pipeline/settings/read-settings.ts';
import { createDevEdition } from '../../../src/pipeline/vite/dev-edition.ts';
import { articleFile, buildIn, contentFolder, editionOf, type Files, outputsOf } from '../../support/content-folder.ts';

/** The former paths of an article with these lines, and the diagnostics. */
function readFormerPaths(lines: string) {
  const { built, diagnostics } = editionOf({ 'a.md': articleFile(lines) });
  return { formerPaths: built.articles[0]?.formerPaths, diagnostics };
}

const list = (...paths: string[]): string => `formerly: ${JSON.stringify(paths)}`;

const article = (nth: number | string, ...paths: string[]): string =>
  articleFile(`title: Story ${nth}\nwebUrl: https://a.example/${nth}\n${paths.length > 0 ? list(...paths) : ''}`);

/** The redirect pages, by path. */
const pagesOf = (files: Files, env = {}): Map<string, OutputFile> =>
  new Map([...redirectFiles(buildIn(contentFolder(files), env))].map((file) => [file.path, file]));

describe('the field `formerly`', () => {
  test('is one path or a list, and is absent if it is empty', () => {
    expect(readFormerPaths('formerly: /2019/05/story.html').formerPaths).toEqual(['/2019/05/story.html']);
    expect(readFormerPaths(list('/b/', '/a')).formerPaths).toEqual(['/b/', '/a']);
    const lines = 'redirect_from: /c/\naliases:\n  - /b/\n  - /a/\nformerly: /a/';
    expect(readFormerPaths(lines).formerPaths).toEqual(['/a/', '/b/', '/c/']);
    for (const lines of ['', 'formerly:', 'formerly: ""', 'formerly: []', 'formerly: [""]', 'formerly: [null]']) {
      const { built, diagnostics } = editionOf({ 'a.md': articleFile(lines) });
      expect(built.articles[0]).not.toHaveProperty('formerly');
      expect(diagnostics).toEqual([]);
    }
  });

  test('is decoded, normalised and unique', () => {
    expect(readFormerPaths(list('/caf%C3%A9/a%20b/', '/cafe\u0301/a b/', ' /café/a b/ '))).toEqual({
      formerPaths: ['/café/a b/'],
      diagnostics: [],
    });
  });

  test('is not part of the data files, but changes the version of the article', () => {
    const [one, other] = [article(1, '/old/'), article(1, '/older/')].map((file) => editionOf({ 'a.md': file }));
    expect([...(one ? outputsOf(one) : []).values()].join('')).not.toContain('/old/');
    expect(one?.articles).toEqual(other?.articles);
    expect(one?.built.articles[0]?.version).not.toBe(other?.built.articles[0]?.version);
  });

  test('is cached', () => {
    const root = contentFolder({ 'a.md': article(1, '/old/') });
    const cacheFile = path.join(contentFolder({}), 'articles');
    const { settings } = readSettings({ root, env: {}, mode: 'build' });
    const [first, second] = [1, 2].map(() => {
      const store = createArticleStore({ root, cacheFile });
      const built = buildEdition({ root, settings, store });
      store.save();
      return [...redirectFiles(built)].map(({ path: file, version, body }) => ({ file, version, body }));
    });
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test('is limited to 16 paths', () => {
    const { formerPaths, diagnostics } = readFormerPaths(list(...Array.from({ length: 20 }, (_, nth) => `/${nth}/`)));
    expect(formerPaths).toHaveLength(16);
    expect(diagnostics).toMatchObject([
      {
        code: 'cut',
        field: 'formerly[16]',
        message: 'Expected at most 16 former paths, found 20; the rest is left out.',
      },
    ]);
  });

  test.each([
    ['old/', 'Begin it with `/`'],
    ['https://old.example/story', 'Remove the host'],
    ['//old.example/story', 'Remove the host'],
    ['/\\old.example', 'Remove the host'],
    ['/story?id=1', 'Remove the `?` or `#`'],
    ['/story#top', 'Remove the `?` or `#`'],
    ['/a/../b/', '`..` is not a valid name'],
    ['/a/%2e%2e/b/', '`..` is not a valid name'],
    ['/a/./b', '`.` is not a valid name'],
    ['/a//b', '`` is not a valid name'],
    ['/.hidden/', 'begins with a dot'],
    ['/a\\b', 'not allowed in file names'],
    ['/a%5Cb', 'not allowed in file names'],
    ['/a%2Fb', 'contains a `/`'],
    ['/a%00b', 'not allowed in file names'],
    ['/a\u202eb', 'not allowed in file names'],
    ['/a%3Fb', 'not allowed in file names'],
    ['/100%/', 'Write `%25`'],
    ['/a/con/', 'reserved on Windows'],
    ['/a./b', 'reserved on Windows'],
    [`/${'é'.repeat(101)}`, 'longer than 200 bytes'],
    [`/${'a/'.repeat(501)}`, 'longer than 1,000 bytes'],
    ['[1]', 'Begin it with `/`'],
  ])('%j is dropped with a warning and a hint', (given, expected) => {
    const value = given === '[1]' ? given : JSON.stringify(given);
    const { formerPaths, diagnostics } = readFormerPaths(`formerly:\n  - /good/\n  - ${value}`);
    expect(formerPaths).toEqual(['/good/']);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'bad-path', field: 'formerly[1]', line: 7 }]);
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.hint}`).toContain(expected);
  });
});

describe('a page redirects from a former path to the article', () => {
  test.each([
    ['/old/', 'old/index.html'],
    ['/old', 'old/index.html'],
    ['/2019/05/story.html', '2019/05/story.html'],
    ['/Story.HTM', 'Story.HTM'],
    ['/story.php', 'story.php/index.html'],
    ['/old.html/', 'old.html/index.html'],
    ['/caf%C3%A9/', 'café/index.html'],
    ['/.html', undefined],
  ])('%s: %s', (from, file) => {
    expect([...pagesOf({ 'a.md': article(1, from) }).keys()]).toEqual(file === undefined ? [] : [file]);
  });

  test('without JavaScript, and with a policy that allows nothing', () => {
    const files = { 'b c.md': article('"<b>&"', '/old/') };
    const body = pagesOf(files, { ADDRESS: 'https://paper.example/news/' }).get('old/index.html')?.body;
    expect(body).toMatch(
      /^<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">/,
    );
    expect(body).toContain('<meta http-equiv="refresh" content="0; url=/news/articles/b%20c/">');
    expect(body).toContain('<link rel="canonical" href="https://paper.example/news/articles/b%20c/">');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(body).toContain('<a href="/news/articles/b%20c/">Story');
  });

  test('with escaped text, in the language of the article', () => {
    const file = articleFile(`title: '&lt;script&gt; & "x"'\nlang: fa\n${list('/old/')}`);
    const body = pagesOf({ 'a.md': file }).get('old/index.html')?.body;
    expect(body).toContain('<html lang="fa" dir="rtl">');
    expect(body).toContain('<title>&lt;script> &amp; &quot;x&quot;</title>');
    expect(body).toContain('>&lt;script> &amp; &quot;x&quot;</a>');
    expect(body).not.toContain('canonical');
  });

  test('with a version that changes with the title and the address of the site', () => {
    const of = (files: Files, env = {}) => pagesOf(files, env).get('old/index.html')?.version;
    const versions = [
      of({ 'a.md': article(1, '/old/') }),
      of({ 'a.md': article(2, '/old/') }),
      of({ 'b.md': article(1, '/old/') }),
      of({ 'a.md': article(1, '/old/') }, { ADDRESS: '/paper/' }),
      of({ 'a.md': article(1, '/old/') }, { ADDRESS: 'https://paper.example/' }),
    ];
    expect(new Set(versions).size).toBe(versions.length);
    expect(of({ 'a.md': article(1, '/old/') })).toBe(versions[0]);
  });

  test('but not to a hidden draft', () => {
    const files = {
      'a.md': article(1),
      'b.md': articleFile(`webUrl: https://a.example/b\ndraft: true\n${list('/b/')}`),
    };
    expect(pagesOf(files).size).toBe(0);
    expect(pagesOf(files, { UNPUBLISHED: 'show' }).size).toBe(1);
  });
});

describe('a former path that is in use is a warning and does not redirect', () => {
  test.each([
    ['/', 'the address of the front page'],
    ['/index.html', 'the address of the front page'],
    ['/settings/', 'the address of the page /settings/'],
    ['/articles/a/', 'the current address of this article'],
    ['/Articles/A', 'the current address of this article'],
    ['/articles/B/', 'the address of `b.md`'],
    ['/articles/b/index.html', 'the address of `b.md`'],
    ['/articles/b/index.html/more/', 'conflicts with the address of `b.md`: one needs a file'],
    ['/articles/c.html', 'conflicts with the address of `c.html.md`: one needs a file'],
    ['/topics/physics', 'the address of a topic'],
    ['/topics/physics/archive/3/', 'reserved for files of the site'],
    ['/topics/physics/feed.xml', 'reserved for files of the site'],
    ['/providers/p.example/', 'the address of a provider'],
    ['/archive/1/', 'reserved for files of the site'],
    ['/404.html', 'reserved for files of the site'],
    ['/Data/x/', 'reserved for files of the site'],
    ['/assets/x/', 'reserved for files of the site'],
    ['/api/', 'reserved for files of the site'],
    ['/robots.txt', 'reserved for files of the site'],
    ['/atom.xml', 'reserved for files of the site'],
    ['/feed.json', 'reserved for files of the site'],
    ['/manifest.webmanifest', 'reserved for files of the site'],
    ['/_headers', 'reserved for files of the site'],
    ...readdirSync('public').map((name) => [`/${name}`, 'reserved for files of the site']),
  ])('%s: %s', (from, expected) => {
    const { built, diagnostics } = editionOf({
      'a.md': article(1, '/good/', from),
      'b.md': articleFile('webUrl: https://a.example/b\ntopics: [Physics]\nprovider: { name: P, domain: p.example }'),
      'c.html.md': article(3),
    });
    expect(built.redirects.map(({ file }) => file)).toEqual(['good/index.html']);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'taken-address', file: 'a.md', field: 'formerly', line: 5 },
    ]);
    expect(diagnostics[0]?.message).toContain(expected);
  });

  test('of two articles the newer one gets the path', () => {
    const old = articleFile(`webUrl: https://a.example/0\ndate: 2001-01-01\n${list('/X/', '/y/')}`);
    const { built, diagnostics } = editionOf({ 'a.md': old, 'b.md': article(2, '/x') });
    expect(built.redirects.map(({ from, article: { file } }) => [from, file])).toEqual([
      ['/x', 'b.md'],
      ['/y/', 'a.md'],
    ]);
    expect(diagnostics).toMatchObject([
      {
        file: 'a.md',
        message:
          'Expected an unused path, found `/X/`, which is a former path of `b.md`, which takes precedence; it does not redirect.',
      },
    ]);
  });

  test('two former paths of an article may be the same file, but must not conflict', () => {
    const { built, diagnostics } = editionOf({ 'a.md': article(1, '/x', '/x/', '/X/', '/a.html', '/a.html/b/') });
    expect(built.redirects.map(({ from }) => from)).toEqual(['/x', '/a.html']);
    expect(diagnostics.map(({ message }) => /which (.*);/.exec(message)?.[1])).toEqual([
      'is `/x`, another former path of this article',
      'conflicts with `/a.html`, another former path of this article: one needs a file where the other needs a folder',
    ]);
  });

  test('a path is unused again when the other article is deleted', () => {
    const files = { 'a.md': article(1, '/articles/b/'), 'b.md': article(2) };
    expect(editionOf(files).built.redirects).toEqual([]);
    expect(editionOf({ 'a.md': files['a.md'] }).built.redirects).toHaveLength(1);
  });
});

test('the dev server redirects from former paths', () => {
  const root = contentFolder({ 'a b.md': article(1, '/caf%C3%A9/', '/x.html') });
  vi.stubEnv('CONTENT_DIR', root);
  const projectRoot = contentFolder({});
  const edition = createDevEdition(projectRoot, readProject(projectRoot, 'dev'));
  for (const from of ['/café/', '/cafe\u0301', '/café/index.html', '/x.html'])
    expect(edition.redirectTarget(from)).toBe('/articles/a%20b/');
  for (const from of ['/', '/x', '/y/']) expect(edition.redirectTarget(from)).toBeUndefined();
  writeFileSync(path.join(root, 'a b.md'), article(1, '/y/'));
  edition.applyChanges(['a b.md']);
  expect([edition.redirectTarget('/y/'), edition.redirectTarget('/x.html')]).toEqual(['/articles/a%20b/', undefined]);
  vi.unstubAllEnvs();
});
