import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type CliResult, runCli } from '../../support/run-cli.ts';
import { copySource } from '../../support/source-copy.ts';
import { writeContent } from '../../support/temp-content.ts';

const STORY = '---\ntitle: One\npublishedDateTime: 2021-05-19\nwebUrl: https://a.example/1\n---\n';
const SUMMARY = '1 file: 1 article, 0 drafts, 0 duplicates, 0 rejected\n';
const SUMMARY_FILE = 'src/pipeline/edition/explain-counts.ts';

let root: string;
let cache: string;
let content: string;

function copyProject(): string {
  const { folder } = copySource();
  cpSync('package.json', path.join(folder, 'package.json'));
  return folder;
}

beforeAll(() => {
  root = copyProject();
  cache = path.join(root, 'node_modules/.cache/broadsheet');
  content = writeContent({ 'a.md': STORY });
});

const check = (): Promise<CliResult> => runCli(['check', content], {}, root);

/** The identities of the kept bundles. */
const bundles = (): number[] =>
  readdirSync(cache)
    .filter((name) => name.startsWith('pipeline-'))
    .map((name) => statSync(path.join(cache, name)).ino);

function edit(file: string, change: (code: string) => string): void {
  const code = readFileSync(path.join(root, file), 'utf8');
  expect(change(code)).not.toBe(code);
  writeFileSync(path.join(root, file), change(code));
}

test('the bundle is kept until the code changes', async () => {
  expect(await check()).toEqual({ exitCode: 0, stdout: SUMMARY, stderr: '' });
  const first = bundles();
  expect(first).toHaveLength(1);
  expect(await check()).toEqual({ exitCode: 0, stdout: SUMMARY, stderr: '' });
  expect(bundles()).toEqual(first);
  edit(SUMMARY_FILE, (code) => code.replace("count(articles, 'article')", "count(articles, 'story')"));
  expect((await check()).stdout).toBe(SUMMARY.replace('article', 'story'));
  expect(bundles()).toHaveLength(2);
});

// After a power failure, files that were just written may be empty.
test.each(['files.json', 'cli/run-command.js'])('a bundle whose %s is damaged is made again', async (name) => {
  for (const folder of readdirSync(cache).filter((found) => found.startsWith('pipeline-')))
    writeFileSync(path.join(cache, folder, name), '');
  expect(await check()).toMatchObject({ exitCode: 0, stderr: '' });
  const before = bundles();
  expect(await check()).toMatchObject({ exitCode: 0, stderr: '' });
  expect(bundles()).toEqual(before);
});

test('only the newest bundles are kept', async () => {
  for (let number = 0; number < 5; number++) {
    edit(SUMMARY_FILE, (code) => `${code}\n// ${number}\n`);
    await check();
  }
  expect(bundles()).toHaveLength(4);
});

test('code that imports what the name of the bundle does not depend on is compiled, and not kept', async () => {
  writeFileSync(path.join(root, 'src/worker/word.ts'), "export const WORD: string = 'page';\n");
  edit(SUMMARY_FILE, (code) =>
    `import { WORD } from '../../worker/word.ts';\n${code}`.replace(
      "count(articles, 'story')",
      'count(articles, WORD)',
    ),
  );
  const before = bundles();
  expect(await check()).toEqual({ exitCode: 0, stdout: SUMMARY.replace('article', 'page'), stderr: '' });
  expect(bundles()).toEqual(before);
});

test('code that cannot be compiled fails with the place of the error', async () => {
  edit(SUMMARY_FILE, (code) => `${code}\nconst = 1;\n`);
  const { exitCode, stderr } = await check();
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/explain-counts\.ts:\d+:6/);
});

test('where nothing can be kept, the code is compiled for the process', async () => {
  const other = copyProject();
  writeFileSync(path.join(other, 'node_modules/.cache'), '');
  expect(await runCli(['check', content], {}, other)).toEqual({ exitCode: 0, stdout: SUMMARY, stderr: '' });
});
