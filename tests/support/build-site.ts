import { text } from 'node:stream/consumers';
import { createTempFolder } from './temp-folder.ts';
import { startVite } from './vite-process.ts';

export interface BuiltSite {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** Where the site was written. */
  folder: string;
}

const built = new Map<string, Promise<BuiltSite>>();

/**
 * Builds the site with these settings (`CONTENT_DIR`, `ADDRESS` and so on; none of them: the sample content) into a
 * temporary folder. The same settings are built once per run.
 */
export function buildSite(env: Record<string, string> = {}): Promise<BuiltSite> {
  const key = JSON.stringify(Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = built.get(key);
  if (known) return known;
  const building = buildInto(createTempFolder('site'), env);
  built.set(key, building);
  return building;
}

/** The same, for those to whom nothing but the folder of the site matters: what cannot be built is thrown. */
export async function buildFolder(env: Record<string, string> = {}): Promise<string> {
  const { folder, exitCode, stderr } = await buildSite(env);
  if (exitCode !== 0) throw new Error(stderr);
  return folder;
}

/** Builds into a folder, which may hold an earlier build. */
export async function buildInto(folder: string, env: Record<string, string> = {}): Promise<BuiltSite> {
  const child = startVite(['build', '--outDir', folder], env);
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr, folder };
}
