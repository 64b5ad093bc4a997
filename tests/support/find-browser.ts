import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { WAIT_TIMEOUT } from './timeouts.ts';

const run = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const INSTALL_TIMEOUT = 600_000;

/**
 * Finds or installs a Chromium. In order: CHROME_PATH; a Chromium, Chrome or Edge on PATH or in its default folder; one
 * in the cache of Playwright; the system's package, as root on Debian or Ubuntu; a download by Playwright.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) return requireBrowser(named);
  return (
    (await firstWorking([...onPath(), ...inDefaultFolders(), ...inPlaywrightCache()])) ??
    (await installPackage()) ??
    (await downloadBrowser()) ??
    fail('No Chromium, Chrome or Edge was found, and none could be installed.')
  );
}

async function requireBrowser(named: string): Promise<string> {
  return (await firstWorking([named])) ?? fail(`CHROME_PATH names ${named}, which is not a working browser.`);
}

function fail(what: string): never {
  throw new Error(
    `${what} Install Chromium or Chrome, set CHROME_PATH to one, or run \`npx playwright-core install --with-deps chromium\`.`,
  );
}

async function firstWorking(files: string[]): Promise<string | undefined> {
  for (const file of files) if (isExecutable(file) && (await answers(file))) return file;
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ubuntu's `chromium-browser` may be a script that only asks for a snap. On Windows `--version` opens a window. */
async function answers(file: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  try {
    const { stdout } = await run(file, ['--version'], { timeout: WAIT_TIMEOUT });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const extension = process.platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name + extension)));
}

function inDefaultFolders(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    const folders = ['/Applications', path.join(os.homedir(), 'Applications')];
    return apps.flatMap((app) => folders.map((folder) => path.join(folder, `${app}.app/Contents/MacOS/${app}`)));
  }
  if (process.platform === 'win32') {
    const programs = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'];
    const { ProgramFiles, 'ProgramFiles(x86)': ProgramFilesX86, LOCALAPPDATA } = process.env;
    const folders = [ProgramFiles, ProgramFilesX86, LOCALAPPDATA].filter((folder) => folder !== undefined);
    return [...programs, 'Microsoft/Edge/Application/msedge.exe'].flatMap((program) =>
      folders.map((folder) => path.join(folder, program)),
    );
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

/** The revision that this version of Playwright needs, then other revisions, newest first. */
function inPlaywrightCache(): string[] {
  const wanted = chromium.executablePath();
  const folder = /^(.*[\\/])(chromium-\d+)([\\/].*)$/.exec(wanted);
  if (!folder) return [];
  const [, cache = '', , rest = ''] = folder;
  if (!existsSync(cache)) return [];
  const revisions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  const newestFirst = revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return [wanted, ...newestFirst.map((revision) => cache + revision + rest)];
}

/** `flock` lets only one of several runs install the package; the others use it afterwards. */
async function installPackage(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  const install = 'apt-get update && apt-get install -y --no-install-recommends chromium';
  const lock = path.join(os.tmpdir(), 'broadsheet-apt.lock');
  say('No browser yet: installing the package chromium.');
  await attempt('flock', [lock, 'sh', '-c', `chromium --version || { ${install}; }`], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
  return firstWorking(onPath());
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function downloadBrowser(): Promise<string | undefined> {
  const cli = path.resolve(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  say('No browser yet: downloading one.');
  await attempt(process.execPath, [cli, 'install', 'chromium']);
  return firstWorking(inPlaywrightCache());
}

/** Runs a command. An error is printed; the caller checks the result itself. */
async function attempt(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  try {
    await run(command, args, { timeout: INSTALL_TIMEOUT, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 ** 2 });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    say(stderr?.trim().split('\n').at(-1) ?? String(error));
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
