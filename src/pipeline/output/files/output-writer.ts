import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { fingerprintOf, readFingerprints, sizeInFingerprint, writeFingerprints } from './fingerprints.ts';

/** What the last run wrote, by path, in the output folder. */
const MANIFEST = '.broadsheet-manifest.json';
/** What this run wrote so far that the manifest does not name: a run that breaks off must not leave strays. */
const JOURNAL = '.broadsheet-journal';

/** A file to write. The body is asked for only when it is needed. */
interface Writable {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  /** Changes whenever the body does. Without it the bytes are compared. */
  readonly version?: string;
  readonly body: string | Buffer;
}

/** How large a built site is. */
export interface SiteSize {
  files: number;
  bytes: number;
  /** Files and folders in the folder that holds most. */
  largestFolder: number;
}

/** How many files were written, left as they were, and deleted; and the size of the site. */
export interface WriteResult {
  written: number;
  kept: number;
  deleted: number;
  size: SiteSize;
}

export interface OutputWriter {
  /** Writes a file, unless it is there already as it should be. */
  write: (file: Writable) => void;
  /** Notes a file that someone else wrote, so that it is deleted once it is no longer part of the site. */
  keep: (file: string) => void;
  /** Deletes what the last run wrote and this one did not, and says what came of all. */
  finish: () => WriteResult;
}

/**
 * Writes the files of a site into a folder that is not emptied. What is there is replaced by a rename, so that no
 * reader meets half a file. A file that no manifest names is never deleted, and no link leads out of the folder.
 * `fingerprintsFile` is where to remember how files were left; without it their bytes are compared.
 */
export function createOutputWriter(outDir: string, fingerprintsFile?: string): OutputWriter {
  mkdirSync(outDir, { recursive: true });
  const known = new Set([...readManifest(outDir), ...readJournal(outDir)]);
  const fingerprints = readFingerprints(fingerprintsFile);
  const files = new Map<string, string>();
  const counts = { written: 0, kept: 0, deleted: 0 };
  const folders = createFolders(outDir);
  const journal = createJournal(path.join(outDir, JOURNAL));
  const note = (file: string, fingerprint: string): void => {
    if (!known.has(file) && !files.has(file)) journal.add(file);
    files.set(file, fingerprint);
  };
  const writeNow = ({ path: name, version, body }: Writable): void => {
    const target = path.join(folders.make(path.dirname(name)), path.basename(name));
    counts[writeIfChanged(target, body) ? 'written' : 'kept'] += 1;
    if (version !== undefined) files.set(name, fingerprintOf(target, version));
  };
  // Written some at a time, so that the journal is too.
  const waiting: Writable[] = [];
  const writeWaiting = (): void => {
    journal.flush();
    for (const file of waiting.splice(0)) writeNow(file);
  };
  return {
    write(file) {
      const { path: name, version } = file;
      const fingerprint = version === undefined || !known.has(name) ? undefined : fingerprints.get(name);
      // Looking at a file is harmless wherever its folder leads; thousands of folders need not be looked at too.
      if (fingerprint !== undefined && fingerprint === fingerprintOf(path.join(outDir, name), version ?? '')) {
        files.set(name, fingerprint);
        counts.kept += 1;
        return;
      }
      folders.make(path.dirname(name));
      note(name, '');
      if (waiting.push(file) === AT_ONCE) writeWaiting();
    },
    keep: (file) => note(file, ''),
    finish() {
      writeWaiting();
      const stale = [...known].filter((file) => !files.has(file) && folders.has(path.dirname(file)));
      // Where case does not count, the old name of a file may be the new one's.
      const written = new Set(stale.length > 0 ? [...files.keys()].map((file) => inode(path.join(outDir, file))) : []);
      for (const file of stale) {
        const target = path.join(outDir, file);
        if (written.has(inode(target) ?? file)) continue;
        if (remove(target)) counts.deleted += 1;
        removeEmptyFolders(outDir, path.dirname(file));
      }
      writeIfChanged(path.join(outDir, MANIFEST), JSON.stringify([...files.keys()].sort()));
      writeFingerprints(fingerprintsFile, files);
      journal.remove();
      return { ...counts, size: measure(outDir, files) };
    },
  };
}

/** How large the site is, by the fingerprints of its files; those without one are looked at. */
function measure(outDir: string, files: ReadonlyMap<string, string>): SiteSize {
  let bytes = 0;
  const entries = new Map<string, number>();
  const enter = (name: string): void => {
    const folder = path.posix.dirname(name);
    const known = entries.get(folder);
    entries.set(folder, (known ?? 0) + 1);
    // A folder is an entry of the one above it, once.
    if (known === undefined && folder !== '.') enter(folder);
  };
  for (const [file, fingerprint] of files) {
    bytes +=
      fingerprint === ''
        ? (statSync(path.join(outDir, file), { throwIfNoEntry: false })?.size ?? 0)
        : sizeInFingerprint(fingerprint);
    enter(file);
  }
  const largestFolder = [...entries.values()].reduce((most, count) => Math.max(most, count), 0);
  return { files: files.size, bytes, largestFolder };
}

/** How many files are written at once. */
const AT_ONCE = 64;

/** A list of names that is on the disk when `flush` returns. */
function createJournal(file: string) {
  let descriptor: number | undefined;
  let names = '';
  return {
    add(name: string): void {
      names += `${name}\n`;
    },
    flush(): void {
      if (names === '') return;
      descriptor ??= openSync(file, 'a');
      writeSync(descriptor, names);
      names = '';
    },
    remove(): void {
      if (descriptor !== undefined) closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}

function writeIfChanged(target: string, body: string | Buffer): boolean {
  if (writeNew(target, body)) return true;
  const bytes = Buffer.from(body);
  if (statSync(target, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(target).equals(bytes))
    return false;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return true;
}

/** Writes a file that is not there yet. Nothing leads a reader to it before the files that name it are written. */
function writeNew(target: string, body: string | Buffer): boolean {
  try {
    writeFileSync(target, body, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The folders below `outDir`, each looked at once: whether it is there, and that it really lies below. */
function createFolders(outDir: string) {
  const root = realpathSync(outDir);
  const made = new Map<string, string>();
  const isInside = (folder: string): boolean => {
    const real = realpathSync(folder);
    return real === root || real.startsWith(root + path.sep);
  };
  return {
    make(folder: string): string {
      const known = made.get(folder);
      if (known !== undefined) return known;
      if (!isBelow(outDir, folder)) throw new Error(`${folder} does not lie in the output folder`);
      const full = path.join(outDir, folder);
      if (folder !== '.') this.make(path.dirname(folder));
      // What is new below a folder of ours is no link.
      const isNew = mkdirSync(full, { recursive: true }) !== undefined;
      if (!isNew && !isInside(full)) throw new Error(`${full} is a link that leads out of the output folder`);
      made.set(folder, full);
      return full;
    },
    has(folder: string): boolean {
      try {
        return made.has(folder) || isInside(path.join(outDir, folder));
      } catch {
        return false;
      }
    },
  };
}

/** A damaged manifest names nothing: then nothing is deleted. */
function readManifest(outDir: string): string[] {
  try {
    const files: unknown = JSON.parse(readFileSync(path.join(outDir, MANIFEST), 'utf8'));
    const names: unknown[] = Array.isArray(files) ? files : [];
    return names.filter((name): name is string => typeof name === 'string' && isFileBelow(name));
  } catch {
    return [];
  }
}

function readJournal(outDir: string): string[] {
  try {
    const files = readFileSync(path.join(outDir, JOURNAL), 'utf8').split('\n').slice(0, -1);
    return files.filter(isFileBelow);
  } catch {
    return [];
  }
}

/** Whether a name, as we write names, leads to a file below a folder. */
const isFileBelow = (name: string): boolean =>
  name !== '' && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(name) && !/^[A-Za-z]:|\\/.test(name);

function isBelow(outDir: string, file: string): boolean {
  const relative = path.relative(outDir, path.resolve(outDir, file));
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function inode(file: string): string | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats && `${stats.dev} ${stats.ino}`;
}

function remove(target: string): boolean {
  try {
    rmSync(target);
    return true;
  } catch {
    return false;
  }
}

function removeEmptyFolders(outDir: string, folder: string): void {
  for (let next = folder; next !== '.' && next !== ''; next = path.dirname(next)) {
    try {
      rmdirSync(path.join(outDir, next));
    } catch {
      return;
    }
  }
}
