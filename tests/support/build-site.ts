import { text } from 'node:stream/consumers';
import { createTempFolder } from './temp-folder.ts';
import { startVite } from './vite-process.ts';

export interface BuiltSite {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** The output folder. */
  folder: string;
}

const built = new Map<string, Promise<BuiltSite>>();

/**
 * Builds the site with these environment variables (`CONTENT_DIR`, `ADDRESS` and so on; without any: the sample content)
 * into a temporary folder. The same site is built once per run.
 */
export function buildSite(env: Record<string, string> = {}): Promise<BuiltSite> {
  const key = JSON.stringify(Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1)));
  const cached = built.get(key);
  if (cached) return cached;
  const building = buildInto(createTempFolder('site'), env);
  built.set(key, building);
  return building;
}

/** Builds the site and returns its folder. Throws if the build fails. */
export async function buildFolder(env: Record<string, string> = {}): Promise<string> {
  const { folder, exitCode, stderr } = await buildSite(env);
  if (exitCode !== 0) throw new Error(stderr);
  return folder;
}

/** Builds into a folder, which may contain an earlier build. */
export async function buildInto(folder: string, env: Record<string, string> = {}): Promise<BuiltSite> {
  const child = startVite(['build', '--outDir', folder], env);
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr, folder };
}
