import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pruneCache } from '../../content/cache/cache-folder.ts';
import { pipelineVersion } from '../../content/cache/pipeline-version.ts';
import { hashOf } from '../../util/hash.ts';
import type { WrittenFile } from './write-file.ts';

/** The fingerprint of a file on disk: its version, size in bytes and modification time. */
export const outputFingerprint = ({ size, mtimeMs }: WrittenFile, version: string): string =>
  `${version} ${size} ${mtimeMs}`;

export const sizeInFingerprint = (fingerprint: string): number => Number(fingerprint.split(' ').at(-2));

/** Reads fingerprints by file path. Empty if another version of the pipeline wrote them: its output may differ. */
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

/** Writes fingerprints. If that fails, the next run compares bytes. */
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
    // The folder may be read-only.
  }
}

const signatureOf = (json: string): string => hashOf(`${pipelineVersion()} ${json}`);
