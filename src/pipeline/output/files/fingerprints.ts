import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pruneCache } from '../../content/cache/cache-folder.ts';
import { pipelineVersion } from '../../content/cache/pipeline-version.ts';
import { hashOf } from '../../util/hash.ts';

/** What a file on the disk is known by: which version it is, how large, and when it was written. */
export function fingerprintOf(file: string, version: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${version} ${stats.size} ${stats.mtimeMs}` : '';
}

export const sizeInFingerprint = (fingerprint: string): number => Number(fingerprint.split(' ').at(-2));

/** The fingerprints by the paths of their files. What another version of the pipeline made may be made otherwise now. */
export function readFingerprints(fingerprintsFile: string | undefined): Map<string, string> {
  if (fingerprintsFile === undefined) return new Map();
  try {
    const [hash = '', json = ''] = readFileSync(fingerprintsFile, 'utf8').split('\n');
    if (hash !== signatureOf(json)) return new Map();
    return new Map(Object.entries(JSON.parse(json) as Record<string, string>));
  } catch {
    return new Map();
  }
}

/** Where they cannot be written, the next run compares bytes. */
export function writeFingerprints(
  fingerprintsFile: string | undefined,
  fingerprints: ReadonlyMap<string, string>,
): void {
  if (fingerprintsFile === undefined) return;
  const json = JSON.stringify(Object.fromEntries(fingerprints));
  try {
    mkdirSync(path.dirname(fingerprintsFile), { recursive: true });
    writeFileSync(fingerprintsFile, `${signatureOf(json)}\n${json}`);
    pruneCache(fingerprintsFile);
  } catch {
    // The folder may be for reading only.
  }
}

const signatureOf = (json: string): string => hashOf(`${pipelineVersion()} ${json}`);
