import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const VITE = path.join(ROOT, 'node_modules/vite/bin/vite.js');

/** What vitest sets for its own process, and what a developer may have set for theirs: none of it is the site's. */
const NOT_THE_SITES = ['NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'TEST', 'FORCE_COLOR'];
const SETTINGS = ['CONTENT_DIR', 'ADDRESS', 'ON_ERROR', 'UNPUBLISHED', 'DUPLICATES'];

/** Starts Vite as a reader of the README would: a process of its own, with `env` besides what this machine sets. */
export function startVite(args: string[], env: Record<string, string>): ChildProcessWithoutNullStreams {
  const own = Object.entries(process.env).filter(
    ([name]) => !NOT_THE_SITES.includes(name) && !SETTINGS.includes(name) && !name.startsWith('VITEST'),
  );
  return spawn(process.execPath, [VITE, ...args], {
    cwd: ROOT,
    env: { ...Object.fromEntries(own), NO_COLOR: '1', ...env },
  });
}
