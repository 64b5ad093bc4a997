import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { contentFile, generateCorpus } from '../bench/generate.ts';
import { buildInto, buildSite } from '../support/build-site.ts';
import { DRAFT, LEGACY_PAPER } from '../support/fixtures.ts';
import { KINDS, SHOWN_STORIES, writeKindsContent } from '../support/kinds-paper.ts';
import {
  countAmpAddresses,
  expectDraftIsBuilt,
  expectDraftIsRefused,
  expectNoCiphertext,
  listFiles,
} from '../support/site-expectations.ts';
import { writeContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const STORY = '---\ntitle: One\npublishedDateTime: 2021-05-19\nwebUrl: https://a.example/1\n---\n';

const SECOND = `---
title: Of a zeppelin
publishedDateTime: 2021-05-20
webUrl: https://zeppelin.example/2
topics: [Zeppelin]
provider: { name: Zeppelin news, domain: zeppelin.example }
image: zeppelin.svg
`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>';

const lastLine = (output: string): string => stripVTControlCharacters(output).trimEnd().split('\n').at(-1) ?? '';

describe('`vite build --outDir`', () => {
  test('writes the whole site', async () => {
    const { folder, exitCode, stdout } = await buildSite({ CONTENT_DIR: writeKindsContent() });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      `${SHOWN_STORIES + 1} files: ${SHOWN_STORIES} articles, 1 draft, 0 duplicates, 0 rejected`,
    );
    expect(stdout).toContain('UNPUBLISHED=show');
    expect(stdout).toMatch(/^The site has \d+ files, \d+\.\d MB\. `npm run preview -- --outDir \S+` shows it\.$/m);
    expect(listFiles(folder)).toEqual(
      expect.arrayContaining([
        '404.html',
        '_headers',
        ...Object.values(KINDS).map((address) => `${address}index.html`),
        'data/edition.json',
        'data/topics.json',
        'data/providers.json',
        'data/feeds/all/head.json',
        'data/feeds/all/1.json',
        'data/build.json',
      ]),
    );
  });

  test('reads the folder `content` by default', async () => {
    const files = listFiles(path.join(ROOT, 'content')).filter((file) => file.endsWith('.md') && file !== 'README.md');
    const { exitCode, stdout } = await buildSite();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${files.length} files: .* 0 rejected$`, 'm'));
  });

  test('rewrites only changed files, deletes those of removed articles, and leaves other files', async () => {
    const content = writeKindsContent();
    const folder = createTempFolder('site');
    await buildInto(folder, { CONTENT_DIR: content });
    writeFileSync(path.join(folder, 'CNAME'), 'paper.example');
    rmSync(path.join(content, 'body.md'));
    const { stdout } = await buildInto(folder, { CONTENT_DIR: content });
    expect(existsSync(path.join(folder, 'data/articles/body.json'))).toBe(false);
    expect(existsSync(path.join(folder, 'CNAME'))).toBe(true);
    expect(stdout).toContain(`: ${SHOWN_STORIES - 1} articles,`);
    const [, written, kept, deleted] =
      /: (\d+) files? written, (\d+) kept, (\d+) deleted, \d+\.\d s$/m.exec(stripVTControlCharacters(stdout)) ?? [];
    expect(Number(written)).toBeGreaterThan(0);
    expect(Number(written)).toBeLessThan(50);
    expect(Number(kept)).toBeGreaterThan(50);
    expect(Number(deleted)).toBeGreaterThan(0);
  });

  test('writes few files for one new article, however many articles there are', async () => {
    const content = createTempFolder('content');
    // The number of topics and providers of 10,000 articles.
    generateCorpus({ dir: content, files: 2_000, world: { topics: 27, providers: 20 } });
    const folder = createTempFolder('site');
    await buildInto(folder, { CONTENT_DIR: content });
    const article = contentFile(0, { topics: 27, providers: 20 }).replace(
      '2026-01-01T00:00:00Z',
      '2026-01-02T00:00:00Z',
    );
    writeFileSync(path.join(content, 'new.md'), article.replaceAll('/story-0/', '/new/'));
    const { stdout } = await buildInto(folder, { CONTENT_DIR: content });
    expect(lastLine(stdout)).toMatch(/^2001 files: 2001 articles,/);
    const [, written] = /: (\d+) files written/.exec(stripVTControlCharacters(stdout)) ?? [];
    expect(existsSync(path.join(folder, 'articles/new/index.html'))).toBe(true);
    expect(Number(written)).toBeLessThanOrEqual(60);
  });

  test('writes the same bytes in three time zones and two locales, whatever the order of the files', async () => {
    const content = writeKindsContent();
    const shuffled = createTempFolder('content');
    for (const file of listFiles(content).reverse()) {
      mkdirSync(path.dirname(path.join(shuffled, file)), { recursive: true });
      copyFileSync(path.join(content, file), path.join(shuffled, file));
    }
    const reference = await buildSite({ TZ: 'UTC', LANG: 'C.UTF-8', CONTENT_DIR: content });
    const others = [
      await buildSite({ TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', CONTENT_DIR: content }),
      await buildSite({ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', CONTENT_DIR: shuffled }),
    ];
    for (const { folder } of others) {
      expect(listFiles(folder)).toEqual(listFiles(reference.folder));
      const differs = (file: string): boolean =>
        !readFileSync(path.join(folder, file)).equals(readFileSync(path.join(reference.folder, file)));
      expect(listFiles(folder).filter(differs)).toEqual([path.join('data', 'build.json')]);
    }
  });

  test.each([
    ['deleted', (file: string) => rmSync(file)],
    ['marked as unpublished', (file: string) => writeFileSync(file, `${SECOND}published: false\n---\n`)],
  ])('leaves no trace of an article whose file is %s', async (_, withdraw) => {
    const content = writeContent({
      'one.md': STORY,
      'two-zeppelin.md': `${SECOND}---\nA zeppelin.\n`,
      'zeppelin.svg': SVG,
    });
    const folder = createTempFolder('site');
    const traces = (): string[] =>
      listFiles(folder).filter((file) => /zeppelin/i.test(file + readFileSync(path.join(folder, file), 'utf8')));
    await buildInto(folder, { CONTENT_DIR: content });
    expect(traces().length).toBeGreaterThan(5);
    withdraw(path.join(content, 'two-zeppelin.md'));
    const { stdout } = await buildInto(folder, { CONTENT_DIR: content });
    expect(stdout).toMatch(/[1-9]\d* deleted/);
    expect(traces()).toEqual([]);
  });
});

describe('content with errors', () => {
  const broken = { 'good.md': STORY, 'bad.md': '---\ntitle: "x\n---\n', 'worse.md': 'no front matter' };

  test('fails with all diagnostics and a summary, without a stack trace', async () => {
    const { exitCode, stdout, stderr } = await buildSite({ CONTENT_DIR: writeContent(broken) });
    const output = stdout + stderr;
    expect(exitCode).toBe(1);
    expect(output).toContain('bad.md:2:8');
    expect(output).toContain('worse.md:1');
    expect(lastLine(stderr)).toBe('3 files: 1 article, 0 drafts, 0 duplicates, 2 rejected');
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('builds the rest with onError: skip', async () => {
    const { exitCode, folder, stdout } = await buildSite({
      CONTENT_DIR: writeContent({ ...broken, 'site.yaml': 'onError: skip\n' }),
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('bad.md:2:8');
    expect(lastLine(stdout)).toBe('3 files: 1 article, 0 drafts, 0 duplicates, 2 rejected');
    expect(existsSync(path.join(folder, 'data/articles/good.json'))).toBe(true);
  });

  test('in the settings it fails with onError: skip, too', async () => {
    const { exitCode, stderr } = await buildSite({
      CONTENT_DIR: writeContent({ ...broken, 'site.yaml': 'onError: skip\nlanguage: deutsch\n' }),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^site\.yaml\n {2}site\.yaml:2:11 error language: /m);
    expect(stderr).toContain('The settings have errors.');
    expect(stderr).not.toContain('`onError: skip` builds');
  });

  test('an edition without articles is an error', async () => {
    const { exitCode, stdout, stderr } = await buildSite({ CONTENT_DIR: writeContent({}) });
    expect(exitCode).toBe(1);
    expect(lastLine(stderr)).toBe('0 files: 0 articles, 0 drafts, 0 duplicates, 0 rejected');
    expect(stdout + stderr).toContain('There are no articles');
  });

  test('text that could end a script element is escaped', async () => {
    const title = `</script><img src=x onerror=alert(1)>]]> $& $' "quoted" 'so' & \u2028`;
    const content = writeContent({
      'a.md': STORY.replace('One', () => JSON.stringify(`&lt;b&gt; ${title.replaceAll('<', '&lt;')}`)),
    });
    const { folder, exitCode } = await buildSite({ CONTENT_DIR: content });
    expect(exitCode).toBe(0);
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    expect(html).not.toContain('<img src=x');
    const json = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.stringify(JSON.parse(json))).toContain('</script><img src=x onerror=alert(1)>');
  });
});

describe('the command that checks content', () => {
  test('with --json prints one object, and exits with 1 if there are errors', async () => {
    const { execFile } = await import('node:child_process');
    const content = writeContent({ 'a.md': STORY, 'b.md': '---\ntitle: B\n---\n' });
    const { code, stdout } = await new Promise<{ code: number; stdout: string }>((resolve) => {
      const cli = [path.join(ROOT, 'src/pipeline/cli/cli.js'), 'check', content, '--json'];
      const child = execFile(process.execPath, cli, (_error, out) =>
        resolve({ code: child.exitCode ?? 0, stdout: out }),
      );
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 2,
      articles: 1,
      drafts: 0,
      duplicates: 0,
      rejected: 1,
      issues: [
        {
          file: 'b.md',
          line: 2,
          column: 1,
          severity: 'error',
          field: 'publishedDateTime',
          code: 'missing-field',
          message: expect.any(String) as string,
        },
        { file: 'b.md', severity: 'error', field: 'webUrl' },
      ],
    });
  });
});

describe('a base path', () => {
  test('comes from the address of the site', async () => {
    const content = writeContent({ 'a.md': STORY, 'site.yaml': 'address: https://a.example/paper/\n' });
    const { folder } = await buildSite({ CONTENT_DIR: content });
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain('src="/paper/assets/');
  });
});

describe('content that is only a draft', () => {
  test('is an error that says how to include drafts', () => expectDraftIsRefused(DRAFT));

  test('builds if drafts are included', () => expectDraftIsBuilt(DRAFT));
});

describe('a site with legacy content', () => {
  test('has no ciphertext in the site and the log', () => expectNoCiphertext(LEGACY_PAPER));

  test('has its AMP addresses', async () => {
    expect(await countAmpAddresses(LEGACY_PAPER)).toBe(1);
  });
});
