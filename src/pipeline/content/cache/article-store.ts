import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import { hashOf } from '../../util/hash.ts';
import { type ReadOptions, readArticle } from '../read-article.ts';
import { readTextFile } from '../read-text-file.ts';
import {
  type ArticleRecord,
  type ArticleTexts,
  joinTexts,
  splitTexts,
  textVersion,
  toRecord,
} from './article-record.ts';
import type { CacheEntry, ReadFile } from './cache-entry.ts';
import { createProviderInterner } from './intern-providers.ts';
import { pipelineVersion } from './pipeline-version.ts';
import { deserializeCache, serializeCache } from './serialize-cache.ts';
import { createTextCache } from './text-cache.ts';

/**
 * The article files of a content folder, each read again only when it has changed: within a process, and with a cache
 * file from one process to the next. The cache file can be deleted at any time, and what is damaged is read again.
 */
export interface ArticleStore {
  /** Reads files, by their paths below the root. Those that were read before and are not among them are forgotten. */
  readAll: (files: readonly string[], options: ReadOptions) => ReadFile[];
  /** Reads one file, whatever its fingerprint says. */
  read: (file: string, options: ReadOptions) => ReadFile;
  texts: (record: ArticleRecord) => ArticleTexts;
  summary: (record: ArticleRecord) => string;
  /** Writes the cache file, if there is enough that is new to it. */
  save: () => void;
}

interface StoreInput {
  /** The content root. */
  root: string;
  /** Without it, nothing outlives the process. */
  cacheFile?: string;
}

export function createArticleStore({ root, cacheFile }: StoreInput): ArticleStore {
  const textCache = createTextCache(cacheFile);
  const intern = createProviderInterner();
  let entries: Map<string, CacheEntry> | undefined;
  let readWith: ReadOptions | undefined;
  /** How many files the cache file knows nothing of, or no longer rightly. */
  let changes = 0;

  const enter = (file: string, fingerprint: string, options: ReadOptions, known?: CacheEntry): CacheEntry => {
    changes += 1;
    const text = readTextFile(path.join(root, file));
    const hash = text.diagnostic ? '' : hashOf(text.text);
    if (known && hash !== '' && known.hash === hash && areImagesSame(known)) return { ...known, fingerprint };
    const { article, ...rest } = readArticle(file, text, options);
    const { record, texts } = article ? toRecord(article, intern) : {};
    const read: ReadFile = record ? { ...rest, record } : rest;
    const entry: CacheEntry = {
      read,
      fingerprint,
      hash,
      imageFingerprints: read.images.map(({ asked }) => fingerprintOf(asked)),
    };
    return texts ? { ...entry, texts: textCache.put(joinTexts(texts)), summary: texts.summary } : entry;
  };

  const find = ({ file, version }: ArticleRecord): string | undefined => {
    const texts = entries?.get(file)?.texts;
    return texts && textCache.get(texts, textVersion(version));
  };

  /** The cache file may be damaged, but the content file is still there. */
  const readAgain = (record: ArticleRecord): string => {
    if (readWith) entries?.set(record.file, enter(record.file, '', readWith));
    const found = entries?.get(record.file)?.read.record?.version === record.version ? find(record) : undefined;
    if (found === undefined) throw new PublisherError(`${record.file} changed while it was read. Run it once more.`);
    return found;
  };

  const texts = (record: ArticleRecord): ArticleTexts => splitTexts(find(record) ?? readAgain(record));

  return {
    readAll(files, options) {
      entries ??= deserializeCache(textCache, keyOf(options));
      const known = readWith && keyOf(readWith) !== keyOf(options) ? new Map<string, CacheEntry>() : entries;
      readWith = options;
      changes += Math.abs(files.length - entries.size);
      entries = new Map(
        files.map((file) => {
          const [entry, fingerprint] = [known.get(file), fingerprintOf(path.join(root, file))];
          const isCurrent =
            entry !== undefined && fingerprint !== '' && entry.fingerprint === fingerprint && areImagesSame(entry);
          return [file, isCurrent ? entry : enter(file, fingerprint, options, entry)];
        }),
      );
      return [...entries.values()].map(({ read }) => read);
    },
    read(file, options) {
      const entry = enter(file, fingerprintOf(path.join(root, file)), options, entries?.get(file));
      entries?.set(file, entry);
      return entry.read;
    },
    texts,
    summary: (record) => entries?.get(record.file)?.summary ?? texts(record).summary,
    save() {
      const isWorthIt = changes > (entries?.size ?? 0) * SMALL_SHARE;
      if (isWorthIt && entries && readWith) serializeCache(textCache, entries, keyOf(readWith));
      textCache.seal();
    },
  };
}

/** So few files are read again sooner than all are written. */
const SMALL_SHARE = 0.01;

/** What decides, besides its text and its images, what a file is read as. */
const keyOf = ({ language, remoteImages }: ReadOptions): string =>
  [pipelineVersion(), language, remoteImages].join(' ');

const areImagesSame = ({ read, imageFingerprints }: CacheEntry): boolean =>
  read.images.every(
    ({ asked }, index) => imageFingerprints[index] !== '' && fingerprintOf(asked) === imageFingerprints[index],
  );

/** Within this time a file may change twice without a new fingerprint. */
const UNSETTLED_MS = 2_000;

function fingerprintOf(file: string): string {
  const stats = statsOf(file);
  if (!stats) return 'none';
  const { mtimeMs, ctimeMs, size, ino } = stats;
  const isSettled = Math.max(mtimeMs, ctimeMs) < Date.now() - UNSETTLED_MS;
  return isSettled ? `${mtimeMs} ${ctimeMs} ${size} ${ino}` : '';
}

function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // Its name may be too long, or a link lead to itself.
    return undefined;
  }
}
