import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createTempFolder } from '../support/temp-folder.ts';

// A test that reads files beside the checkout passes here and fails on other machines, often while it is collected.
// So the suite is collected in a copy with nothing beside it. Collecting imports every test file and runs no test.

const SELF = 'tests/repository/clean-checkout.test.ts';
const CONFIGS = ['tests/vitest.config.ts', 'tests/vitest.browser.config.ts'];

test('the whole suite can be collected in a checkout with nothing beside it', async () => {
  const parent = createTempFolder('clean');
  const folder = path.join(parent, 'checkout');
  try {
    copyCheckout(folder);
    const listed = await Promise.all(CONFIGS.map((config) => listTests(folder, config)));
    for (const { exitCode, output } of listed) expect(exitCode, output).toBe(0);
    expect(listed.flatMap(({ files }) => files).sort()).toEqual(testFiles().sort());
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});

// Tests that need more than the repository are audits, which say what is missing.
test('no test is skipped if something is missing', () => {
  const conditional = /\.(?:skip|skipIf|runIf|todo)\(|\.\.\/shared\b/;
  expect(testFiles().filter((file) => conditional.test(readFileSync(file, 'utf8')))).toEqual([]);
});

const testFiles = (): string[] =>
  repositoryFiles().filter((file) => /^tests\/.*\.test\.tsx?$/.test(file) && file !== SELF);

function copyCheckout(folder: string): void {
  // Without this file: it would copy the copy.
  for (const file of repositoryFiles().filter((name) => name !== SELF)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(file, target);
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
}

/** All files that are not ignored. A downloaded archive has no history, and a machine may have no Git. */
function repositoryFiles(): string[] {
  if (!existsSync('.git')) return walkRepository();
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64e6 });
  if (status !== 0) return walkRepository();
  // Git also lists deleted files until the deletion is committed.
  return stdout.split('\0').filter((name) => name !== '' && existsSync(name));
}

/** The patterns of `.gitignore` are names of files and folders; at most they start with a `*`. */
function walkRepository(): string[] {
  const ignored = readFileSync('.gitignore', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((name) => name.replace(/\/$/, ''));
  const isIgnored = (name: string): boolean =>
    name === '.git' ||
    ignored.some((pattern) => (pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern));
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !isIgnored(name))
      .flatMap((entry) => {
        const file = path.posix.join(folder, entry.name);
        return entry.isDirectory() ? walk(file) : [file];
      });
  return walk('.');
}

interface Listed {
  exitCode: number | null;
  output: string;
  /** The test files, relative to the checkout. */
  files: string[];
}

function listTests(folder: string, config: string): Promise<Listed> {
  const vitest = path.join(folder, 'node_modules/vitest/vitest.mjs');
  const list = path.join(folder, `${path.basename(config)}.json`);
  const args = [vitest, 'list', '--config', config, '--no-isolate', `--json=${list}`];
  const outerEnv = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  // The setup of the browser tests looks for a browser, but opens none: any program that prints its version will do.
  const env = { ...Object.fromEntries(outerEnv), NO_COLOR: '1', CHROME_PATH: process.execPath };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 64e6 }, (_error, stdout, stderr) => {
      const { exitCode } = child;
      const tests = exitCode === 0 ? (JSON.parse(readFileSync(list, 'utf8')) as { file: string }[]) : [];
      const files = new Set(tests.map(({ file }) => path.relative(folder, file).replaceAll(path.sep, '/')));
      resolve({ exitCode, output: stdout + stderr, files: [...files] });
    });
  });
}
