import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pruneCache } from '../../content/cache/cache-folder.ts';
import { pipelineVersion } from '../../content/cache/pipeline-version.ts';
import { hashOf } from '../../util/hash.ts';

/** What a file on the disk is known by: which version it is, how large, and when it was written. */
export function stampOf(file: string, version: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${version} ${stats.size} ${stats.mtimeMs}` : '';
}

export const sizeIn = (stamp: string): number => Number(stamp.split(' ').at(-2));

/** The stamps by the paths of their files. What another version of the pipeline made may be made otherwise now. */
export function readStamps(stampsFile: string | undefined): Map<string, string> {
  if (stampsFile === undefined) return new Map();
  try {
    const [hash = '', json = ''] = readFileSync(stampsFile, 'utf8').split('\n');
    if (hash !== signatureOf(json)) return new Map();
    return new Map(Object.entries(JSON.parse(json) as Record<string, string>));
  } catch {
    return new Map();
  }
}

/** Where they cannot be written, the next run compares bytes. */
export function writeStamps(stampsFile: string | undefined, stamps: ReadonlyMap<string, string>): void {
  if (stampsFile === undefined) return;
  const json = JSON.stringify(Object.fromEntries(stamps));
  try {
    mkdirSync(path.dirname(stampsFile), { recursive: true });
    writeFileSync(stampsFile, `${signatureOf(json)}\n${json}`);
    pruneCache(stampsFile);
  } catch {
    // The folder may be for reading only.
  }
}

const signatureOf = (json: string): string => hashOf(`${pipelineVersion()} ${json}`);
