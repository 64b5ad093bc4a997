import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createTempFolder } from '../support/temp-folder.ts';

// A test file that reads what lies beside the checkout works here and fails elsewhere, often while it is collected.
// So the suite is collected in a copy that has nothing beside it. Collecting imports every test file and runs no test.

const SELF = 'tests/repository/clean-checkout.test.ts';
const CONFIGS = ['tests/vitest.config.ts', 'tests/vitest.browser.config.ts'];

test('the whole suite is collected where nothing lies beside the checkout', async () => {
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

// What needs more than the repository is an audit, which says what it lacks.
test('no test is left out where something is missing', () => {
  const conditional = /\.(?:skip|skipIf|runIf|todo)\(|\.\.\/shared\b/;
  expect(testFiles().filter((file) => conditional.test(readFileSync(file, 'utf8')))).toEqual([]);
});

const testFiles = (): string[] => ownFiles().filter((file) => /^tests\/.*\.test\.tsx?$/.test(file) && file !== SELF);

function copyCheckout(folder: string): void {
  // The copy does not hold this file.
  for (const file of ownFiles().filter((name) => name !== SELF)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(file, target);
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
}

/** What a commit of everything would hold. A download has no history, and a machine may have no Git. */
function ownFiles(): string[] {
  if (!existsSync('.git')) return filesNotIgnored();
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64e6 });
  if (status !== 0) return filesNotIgnored();
  // Git still lists a file that was deleted and not yet committed.
  return stdout.split('\0').filter((name) => name !== '' && existsSync(name));
}

/** Our `.gitignore` names files and folders, with a `*` for the beginning of a name at most. */
function filesNotIgnored(): string[] {
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
  /** The files that hold tests, relative to the checkout. */
  files: string[];
}

function listTests(folder: string, config: string): Promise<Listed> {
  const vitest = path.join(folder, 'node_modules/vitest/vitest.mjs');
  const list = path.join(folder, `${path.basename(config)}.json`);
  const args = [vitest, 'list', '--config', config, '--no-isolate', `--json=${list}`];
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  // The browser tests ask for a browser before they are collected. None is opened: what says its version is enough.
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', CHROME_PATH: process.execPath };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 64e6 }, (_error, stdout, stderr) => {
      const { exitCode } = child;
      const tests = exitCode === 0 ? (JSON.parse(readFileSync(list, 'utf8')) as { file: string }[]) : [];
      const files = new Set(tests.map(({ file }) => path.relative(folder, file).replaceAll(path.sep, '/')));
      resolve({ exitCode, output: stdout + stderr, files: [...files] });
    });
  });
}
