import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import { printable } from '../../diagnostics/quote.ts';
import { describeSystemError } from '../../diagnostics/system-error.ts';
import { outputFingerprint, readFingerprints, sizeInFingerprint, writeFingerprints } from './fingerprints.ts';
import { type WrittenFile, writeIfChanged } from './write-file.ts';

/** A list of the files that the last run wrote, in the output folder. */
const MANIFEST = '.broadsheet-manifest.json';
/** A list of the files that this run has written and that are not in the manifest: the next run deletes leftovers. */
const JOURNAL = '.broadsheet-journal';

/** A file to write. The body is only accessed if it is needed. */
interface Writable {
  /** The path relative to the output folder, with forward slashes. */
  readonly path: string;
  /** Changes whenever the body does. Without it bytes are compared. */
  readonly version?: string;
  readonly body: string | Buffer;
}

/** A file that must be written. */
export interface Reservation {
  path: string;
  version: string | undefined;
  /** Its full path. */
  file: string;
  isLikelyNew: boolean;
}

/** The size of a built site. */
export interface SiteSize {
  files: number;
  bytes: number;
  /** The number of files and folders in the largest folder. */
  largestFolder: number;
}

/** The numbers of files that were written, unchanged and deleted, and the size of the site. */
export interface WriteResult {
  written: number;
  kept: number;
  deleted: number;
  size: SiteSize;
  /** Whether an earlier build into the folder did not finish. */
  hasCompleted: boolean;
}

export interface OutputWriter {
  /** Writes a file unless it is unchanged. */
  write: (file: Writable) => void;
  /**
   * Reserves a file that the caller writes, with `writeIfChanged` after `flush`. Returns `undefined` if it is unchanged.
   */
  reserve: (file: Pick<Writable, 'path' | 'version'>) => Reservation | undefined;
  /** Keeps a file of an earlier run as it is, if there is one. */
  keep: (path: string) => void;
  /** Writes the files that wait, and tells the next build of the reserved ones, in case that this build is stopped. */
  flush: () => void;
  /** Records the result of `writeIfChanged` for a reserved file. */
  confirm: (reservation: Reservation, written: WrittenFile | undefined) => void;
  /** The size of a file that this run has written or kept, in bytes. Before that, files that wait must be written by `flush`. */
  sizeOf: (path: string) => number;
  /** The files that this run has written or kept so far. */
  paths: () => Iterable<string>;
  /** The files of the last run that this one has not written or kept so far. */
  leftFiles: () => string[];
  /** Deletes the files that only the last run wrote. */
  finish: () => WriteResult;
}

/**
 * Writes the files of a site into an output folder without emptying it. Existing files are replaced by a rename, so that
 * a server never sends a partial file. Only files in the manifest are deleted. Symbolic links out of the folder are not
 * followed. `fingerprintsFile` stores fingerprints of the files; without it bytes are compared.
 */
export function createOutputWriter(outDir: string, fingerprintsFile?: string): OutputWriter {
  prepareFolder(outDir);
  const leftovers = readJournal(outDir);
  const previous = new Set([...readManifest(outDir), ...leftovers]);
  const fingerprints = readFingerprints(fingerprintsFile);
  const files = new Map<string, string>();
  const counts = { written: 0, kept: 0, deleted: 0 };
  const folders = createFolders(outDir);
  const journal = createJournal(path.join(outDir, JOURNAL));
  // Files are written in batches, because the journal must be flushed before each write.
  const batch: { reservation: Reservation; file: Writable }[] = [];
  const writeBatch = (): void => {
    journal.flush();
    for (const { reservation, file } of batch.splice(0))
      writer.confirm(reservation, writeIfChanged(reservation.file, file.body, reservation.isLikelyNew));
  };
  const writer: OutputWriter = {
    write(file) {
      const reservation = writer.reserve(file);
      if (reservation && batch.push({ reservation, file }) === BATCH_SIZE) writeBatch();
    },
    // The version may be a getter that computes it.
    reserve({ path: name, version }) {
      const isKnown = previous.has(name);
      const fingerprint = version === undefined || !isKnown ? undefined : fingerprints.get(name);
      // Reading the stats of a file is safe even through a link, so the folder need not be checked here.
      if (fingerprint !== undefined && fingerprint === fingerprintAt(path.join(outDir, name), version ?? '')) {
        files.set(name, fingerprint);
        counts.kept += 1;
        return undefined;
      }
      const file = path.join(folders.make(path.dirname(name)), path.basename(name));
      if (!isKnown && !files.has(name)) journal.add(name);
      files.set(name, '');
      return { path: name, version, file, isLikelyNew: !isKnown };
    },
    keep(name) {
      if (files.has(name) || !previous.has(name) || !statSync(path.join(outDir, name), { throwIfNoEntry: false }))
        return;
      files.set(name, '');
      counts.kept += 1;
    },
    flush: writeBatch,
    confirm({ path: name, version, file }, written) {
      counts[written ? 'written' : 'kept'] += 1;
      if (version !== undefined) files.set(name, outputFingerprint(written ?? statSync(file), version));
    },
    sizeOf: (name) => sizeIn(outDir, name, files.get(name) ?? ''),
    paths: () => files.keys(),
    leftFiles: () => [...previous].filter((file) => !files.has(file)),
    finish() {
      writeBatch();
      const stale = writer.leftFiles().filter((file) => folders.has(path.dirname(file)));
      // On a case-insensitive file system, a stale name may refer to a new file.
      const names = new Set(stale.map(foldName));
      const alike = stale.length > 0 ? [...files.keys()].filter((file) => names.has(foldName(file))) : [];
      const written = new Set(alike.map((file) => inode(path.join(outDir, file))));
      for (const file of stale) {
        const target = path.join(outDir, file);
        if (written.has(inode(target) ?? file)) continue;
        if (remove(target)) counts.deleted += 1;
        removeEmptyFolders(outDir, path.dirname(file));
      }
      writeIfChanged(path.join(outDir, MANIFEST), JSON.stringify([...files.keys()].sort()), false);
      writeFingerprints(fingerprintsFile, files);
      journal.remove();
      return { ...counts, size: measure(outDir, files), hasCompleted: leftovers.length > 0 };
    },
  };
  return writer;
}

function prepareFolder(outDir: string): void {
  try {
    mkdirSync(outDir, { recursive: true });
    accessSync(outDir, constants.W_OK);
  } catch (error) {
    throw new PublisherError(
      `The output folder ${printable(outDir)} could not be written: ${describeSystemError(error)}.`,
    );
  }
}

/** The fingerprint of a file on disk; empty if there is none. */
function fingerprintAt(file: string, version: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? outputFingerprint(stats, version) : '';
}

/** Measures the site by the fingerprints of its files, and reads the size of files without one. */
function measure(outDir: string, files: ReadonlyMap<string, string>): SiteSize {
  let bytes = 0;
  const entries = new Map<string, number>();
  const countEntry = (name: string): void => {
    const folder = path.posix.dirname(name);
    const count = entries.get(folder);
    entries.set(folder, (count ?? 0) + 1);
    // The first file of a folder also adds the folder to its parent.
    if (count === undefined && folder !== '.') countEntry(folder);
  };
  for (const [file, fingerprint] of files) {
    bytes += sizeIn(outDir, file, fingerprint);
    countEntry(file);
  }
  const largestFolder = [...entries.values()].reduce((most, count) => Math.max(most, count), 0);
  return { files: files.size, bytes, largestFolder };
}

/** The size of a file, which is in its fingerprint unless that is empty. */
const sizeIn = (outDir: string, file: string, fingerprint: string): number =>
  fingerprint === ''
    ? (statSync(path.join(outDir, file), { throwIfNoEntry: false })?.size ?? 0)
    : sizeInFingerprint(fingerprint);

const BATCH_SIZE = 64;

/** A list of file names. Added names are in the file after `flush`. */
function createJournal(file: string) {
  let descriptor: number | undefined;
  let names = '';
  return {
    add(name: string): void {
      names += `${name}\n`;
    },
    flush(): void {
      if (names === '') return;
      try {
        descriptor ??= openSync(file, 'a');
        writeSync(descriptor, names);
      } catch (error) {
        throw new PublisherError(`${printable(file)} could not be written: ${describeSystemError(error)}.`);
      }
      names = '';
    },
    remove(): void {
      if (descriptor !== undefined) closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}

/** Whether the folder is new. */
function makeFolder(folder: string): boolean {
  try {
    return mkdirSync(folder, { recursive: true }) !== undefined;
  } catch (error) {
    throw new PublisherError(`The folder ${printable(folder)} could not be created: ${describeSystemError(error)}.`);
  }
}

/** Creates folders below `outDir`. Each is checked once, so that no link leads out of `outDir`. */
function createFolders(outDir: string) {
  const root = realpathSync(outDir);
  const created = new Map<string, string>();
  const isInside = (folder: string): boolean => {
    const real = realpathSync(folder);
    return real === root || real.startsWith(root + path.sep);
  };
  const isRealFolder = (folder: string): boolean => lstatSync(folder).isDirectory();
  return {
    make(folder: string): string {
      const existing = created.get(folder);
      if (existing !== undefined) return existing;
      if (!isBelow(outDir, folder)) throw new Error(`${folder} is outside the output folder`);
      const full = path.join(outDir, folder);
      if (folder !== '.') this.make(path.dirname(folder));
      // A new folder is not a link. The parent of this one has been checked, so only a link can lead out.
      const isNew = makeFolder(full);
      if (!isNew && !isRealFolder(full) && !isInside(full))
        throw new Error(`${full} is a link that leads out of the output folder`);
      created.set(folder, full);
      return full;
    },
    has(folder: string): boolean {
      try {
        return created.has(folder) || isInside(path.join(outDir, folder));
      } catch {
        return false;
      }
    },
  };
}

/** Reads the manifest. A damaged one is empty, so nothing is deleted. */
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

/** Whether a name in a manifest or journal is a safe relative path. */
const isFileBelow = (name: string): boolean =>
  name !== '' && !/(?:^|\/)\.{0,2}(?:\/|$)/.test(name) && !/^[A-Za-z]:|\\/.test(name);

function isBelow(outDir: string, file: string): boolean {
  const relative = path.relative(outDir, path.resolve(outDir, file));
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Names that some file system takes for the same become equal, and perhaps others. */
const foldName = (name: string): string => name.normalize('NFKD').toUpperCase().toLowerCase();

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
