import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const INSTALL_TIMEOUT_MS = 5 * 60_000;

/**
 * Finds a Chromium, or gets one: CHROME_PATH, the PATH, the usual places, Playwright's own cache, the packages of Debian
 * and Ubuntu, Playwright's download. Throws with the remedies when there is none.
 */
export function findBrowser(): string {
  const found = fromEnvironment() ?? onPath() ?? USUAL_PLACES.find(existsSync) ?? inPlaywrightCache();
  if (found) return found;
  installFromPackages();
  const installed = onPath();
  if (installed) return installed;
  installWithPlaywright();
  const downloaded = inPlaywrightCache();
  if (downloaded) return downloaded;
  throw new Error('No browser: set CHROME_PATH to a Chromium or Chrome, or install one (`apt-get install chromium`, `npx playwright install chromium`).');
}

function fromEnvironment(): string | undefined {
  const file = process.env.CHROME_PATH;
  if (!file) return undefined;
  if (!isExecutable(file)) throw new Error(`CHROME_PATH names ${file}, which cannot be run.`);
  return file;
}

const onPath = (): string | undefined =>
  NAMES.flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((dir) => path.join(dir, name))).find(isExecutable);

function inPlaywrightCache(): string | undefined {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(homedir(), '.cache/ms-playwright'),
    path.join(homedir(), 'Library/Caches/ms-playwright'),
    path.join(homedir(), 'AppData/Local/ms-playwright'),
  ].filter((dir): dir is string => dir !== undefined && existsSync(dir));
  const binaries = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe'];
  return caches
    .flatMap((cache) => readdirSync(cache).filter((name) => name.startsWith('chromium')).map((name) => path.join(cache, name)))
    .flatMap((dir) => binaries.map((binary) => path.join(dir, binary)))
    .find(isExecutable);
}

/** As root on Debian and Ubuntu. A folder serves as lock: test files run side by side. */
function installFromPackages(): void {
  if (process.getuid?.() !== 0 || !/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readIfThere('/etc/os-release'))) return;
  const lock = path.join(tmpdir(), 'broadsheet-browser-install');
  if (!takeLock(lock)) return;
  try {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  } finally {
    rmdirSync(lock);
  }
}

const installWithPlaywright = (): void => run('npx', ['--yes', 'playwright', 'install', 'chromium']);

/** What goes wrong is told by the browser that is still missing. */
function run(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: INSTALL_TIMEOUT_MS });
  } catch {
    process.stderr.write(`\`${command} ${args.join(' ')}\` did not succeed.\n`);
  }
}

function takeLock(lock: string): boolean {
  const until = Date.now() + INSTALL_TIMEOUT_MS;
  while (Date.now() < until) {
    try {
      mkdirSync(lock);
      return true;
    } catch {
      if (onPath()) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  return false;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
