import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const VITE = path.join(ROOT, 'node_modules/vite/bin/vite.js');

/** Variables that Vitest or a developer sets and that must not influence the site. */
const IGNORED_VARIABLES = ['NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'TEST', 'FORCE_COLOR'];
const SETTINGS = ['CONTENT_DIR', 'ADDRESS', 'ON_ERROR', 'UNPUBLISHED', 'DUPLICATES', 'STRICT'];

/** Starts Vite in a new process, with `env` in addition to the environment of this process. */
export function startVite(args: string[], env: Record<string, string>): ChildProcessWithoutNullStreams {
  const own = Object.entries(process.env).filter(
    ([name]) => !IGNORED_VARIABLES.includes(name) && !SETTINGS.includes(name) && !name.startsWith('VITEST'),
  );
  return spawn(process.execPath, [VITE, ...args], {
    cwd: ROOT,
    env: { ...Object.fromEntries(own), NO_COLOR: '1', ...env },
  });
}
