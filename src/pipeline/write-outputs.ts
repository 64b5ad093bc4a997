import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What was written of the last run, by path, in the output folder. */
const MANIFEST = '.broadsheet-manifest.json';

export interface OutputWriter {
  /** Writes a file, unless it holds these bytes already. */
  write: (file: string, body: string | Buffer) => void;
  /** Notes a file that someone else wrote, so that it is deleted once it is no longer part of the site. */
  keep: (file: string) => void;
  /** Deletes what the last run wrote and this one did not. */
  finish: () => { written: number; kept: number; deleted: number };
}

/**
 * Writes the files of a site into a folder that is not emptied: each by a temporary file and a rename, so that no
 * reader meets half a file. A file that no manifest names is never touched.
 */
export function createOutputWriter(outDir: string): OutputWriter {
  const files = new Set<string>();
  const counts = { written: 0, kept: 0, deleted: 0 };
  return {
    write(file, body) {
      files.add(file);
      const changed = writeIfChanged(path.join(outDir, file), typeof body === 'string' ? Buffer.from(body) : body);
      counts[changed ? 'written' : 'kept'] += 1;
    },
    keep: (file) => void files.add(file),
    finish() {
      for (const file of readManifest(outDir)) {
        if (!files.has(file) && remove(outDir, file)) counts.deleted += 1;
      }
      writeIfChanged(path.join(outDir, MANIFEST), Buffer.from(JSON.stringify([...files].sort())));
      return counts;
    },
  };
}

function writeIfChanged(target: string, body: Buffer): boolean {
  if (readIfThere(target)?.equals(body)) return false;
  const temporary = `${target}.${process.pid}.tmp`;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(temporary, body);
  renameSync(temporary, target);
  return true;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** A damaged manifest names nothing: then nothing is deleted. */
function readManifest(outDir: string): string[] {
  try {
    const files: unknown = JSON.parse(readFileSync(path.join(outDir, MANIFEST), 'utf8'));
    const names: unknown[] = Array.isArray(files) ? files : [];
    return names.filter((name): name is string => typeof name === 'string' && isBelow(outDir, name));
  } catch {
    return [];
  }
}

function isBelow(outDir: string, file: string): boolean {
  const relative = path.relative(outDir, path.resolve(outDir, file));
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

function remove(outDir: string, file: string): boolean {
  const target = path.join(outDir, file);
  if (!readIfThere(target)) return false;
  rmSync(target);
  removeEmptyFolders(outDir, path.dirname(file));
  return true;
}

function removeEmptyFolders(outDir: string, dir: string): void {
  for (let next = dir; next !== '.' && next !== ''; next = path.dirname(next)) {
    try {
      rmdirSync(path.join(outDir, next));
    } catch {
      return;
    }
  }
}
