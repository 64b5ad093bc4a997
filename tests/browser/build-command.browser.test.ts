import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateCorpus } from '../bench/generate.ts';
import { buildInto } from '../support/build-site.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { listFiles } from '../support/site-expectations.ts';
import { copySource } from '../support/source-copy.ts';
import { writeContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const STORY = '---\ntitle: One\npublishedDateTime: 2021-05-19\nwebUrl: https://a.example/1\nhaet: 3\n---\n';

const build = (content: string, folder: string, ...options: string[]): Promise<CliResult> =>
  runCli(['build', '--outDir', folder, ...options], { CONTENT_DIR: content });

describe('`npm run build`', () => {
  const content = writeContent({ 'a.md': STORY });
  const folder = createTempFolder('site');
  let first: CliResult;
  beforeAll(async () => {
    first = await build(content, folder);
  });

  test('prints diagnostics, what was written and where, and what was read, but no chunks', () => {
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('a.md:5:1 warning haet: Expected a known field, found `haet`');
    expect(first.stdout).toContain(`${folder.replaceAll(path.sep, '/')}/: `);
    expect(first.stdout).toMatch(/: \d+ files written, 0 kept, 0 deleted, \d+\.\d s$/m);
    expect(first.stdout.trimEnd().split('\n').at(-1)).toBe('1 file: 1 article, 0 drafts, 0 duplicates, 0 rejected');
    expect(first.stdout).not.toContain('.js');
    expect(first.stdout.split('\n').length).toBeLessThan(20);
  });

  test('writes what `vite build` writes', async () => {
    const { folder: other, exitCode } = await buildInto(createTempFolder('site'), { CONTENT_DIR: content });
    expect(exitCode).toBe(0);
    expect(listFiles(folder)).toEqual(listFiles(other));
    const differs = (file: string): boolean =>
      !readFileSync(path.join(folder, file)).equals(readFileSync(path.join(other, file)));
    expect(listFiles(folder).filter(differs)).toEqual([path.join('data', 'build.json')]);
  });

  test('with --verbose and --force also prints modules and chunks', async () => {
    const { stdout } = await build(content, folder, '--verbose', '--force');
    expect(stdout).toMatch(/modules transformed/);
    expect(stdout).toMatch(/assets\/index-[\w-]+\.js/);
  });

  test('does not bundle the app again if it has not changed', async () => {
    const { exitCode, stdout } = await build(content, folder, '--verbose');
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/modules transformed|\.js/);
    expect(stdout).toMatch(/: 1 file written, \d+ kept, 0 deleted/);
  });

  test('with --force ignores the caches, and writes the same files', async () => {
    const { exitCode, stdout } = await build(content, folder, '--force');
    expect(exitCode).toBe(0);
    // Only `data/build.json` differs: it has the time of the build.
    expect(stdout).toMatch(/: 1 file written, \d+ kept, 0 deleted/);
  });
});

test('a failing build prints the reason without a stack trace, and writes no site', async () => {
  const folder = path.join(createTempFolder('site'), 'out');
  const { exitCode, stdout, stderr } = await build(writeContent({ 'bad.md': '---\ntitle: "x\n---\n' }), folder);
  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain('bad.md:2:8');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(folder)).toBe(false);
});

test('in a project whose caches cannot be written, it builds the same site, and keeps the cache elsewhere', async () => {
  const root = copySource().folder;
  for (const name of [
    'index.html',
    'package.json',
    'package-lock.json',
    'vite.config.ts',
    'public',
    'tests/tsconfig.json',
  ])
    cpSync(name, path.join(root, name), { recursive: true });
  // A file in place of a folder also binds the superuser.
  for (const name of ['.cache', '.vite-temp']) writeFileSync(path.join(root, 'node_modules', name), '');
  const content = writeContent({ 'a.md': STORY });
  const settings = { CONTENT_DIR: content, TMPDIR: createTempFolder('tmp') };
  const [folder, other] = [createTempFolder('site'), createTempFolder('site')];
  expect(await runCli(['build', '--outDir', folder], settings, root)).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await build(content, other)).exitCode).toBe(0);
  expect(listFiles(folder)).toEqual(listFiles(other));
  const [cache = ''] = readdirSync(settings.TMPDIR).filter((name) => name.startsWith('broadsheet-'));
  const kinds = readdirSync(path.join(settings.TMPDIR, cache)).map((name) => name.replace(/-.*/, ''));
  expect(kinds.sort()).toEqual(['articles', 'bundle', 'outputs', 'package.json', 'search']);
  const again = await runCli(['build', '--outDir', folder, '--verbose'], settings, root);
  expect(again.stdout).not.toMatch(/modules transformed/);
  expect(again.stdout).toMatch(/: 1 file written, \d+ kept, 0 deleted/);
});

describe('`WORKERS`', () => {
  const content = createTempFolder('content');
  const folders = new Map<string, string>();
  beforeAll(async () => {
    generateCorpus({ dir: content, files: 100 });
    for (const count of ['1', '2', '8']) {
      const folder = createTempFolder('site');
      folders.set(count, folder);
      const { exitCode } = await runCli(['build', '--outDir', folder], { CONTENT_DIR: content, WORKERS: count });
      expect(exitCode).toBe(0);
    }
  });

  test.each(['2', '8'])('%s threads write the same bytes as the main thread', (count) => {
    const [expected, found] = [folders.get('1') ?? '', folders.get(count) ?? ''];
    expect(listFiles(found)).toEqual(listFiles(expected));
    const differs = (file: string): boolean =>
      !readFileSync(path.join(found, file)).equals(readFileSync(path.join(expected, file)));
    expect(listFiles(found).filter(differs)).toEqual([path.join('data', 'build.json')]);
  });

  test('that is no number fails the build with a message', async () => {
    const { exitCode, stderr } = await runCli(['build', '--outDir', createTempFolder('site')], {
      CONTENT_DIR: content,
      WORKERS: 'all',
    });
    expect([exitCode, stderr]).toEqual([1, 'WORKERS: Expected a number from 1 to 99, found `all`.\n']);
  });
});
