import { existsSync, type Stats } from 'node:fs';
import path from 'node:path';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import { isRecent, statsKey, statsOf } from '../../util/file-stats.ts';
import { hashOf } from '../../util/hash.ts';
import { type ReadOptions, readArticle } from '../read-article.ts';
import { readTextFile } from '../read-text-file.ts';
import { type ArticleRecord, type ArticleTexts, splitTexts, textVersion, toRecord } from './article-record.ts';
import type { ArticleFileResult, CacheEntry } from './cache-entry.ts';
import { findRenames, type Rename } from './find-renames.ts';
import { createProviderInterner } from './intern-providers.ts';
import { pipelineVersion } from './pipeline-version.ts';
import { deserializeCache, serializeCache } from './serialize-cache.ts';
import { createTextCache } from './text-cache.ts';

/**
 * Reads the article files of a content folder and caches the results, in memory and in a cache file. A file is read again
 * only if it has changed. The cache file can be deleted at any time; damaged parts of it are read again.
 */
export interface ArticleStore {
  /** Reads files, given by paths relative to the root. Removes all other files from the cache. */
  readAll: (files: readonly string[], options: ReadOptions) => ArticleFileResult[];
  /** Reads one file without checking its fingerprint. */
  read: (file: string, options: ReadOptions) => ArticleFileResult;
  texts: (record: ArticleRecord) => ArticleTexts;
  summary: (record: ArticleRecord) => string;
  /** The new files with the text of an article whose file is gone since the cache was written, or in this process. */
  renames: () => Rename[];
  /** Writes the cache file if enough has changed, or if files were renamed: it then forgets their former paths. */
  save: () => void;
}

interface StoreInput {
  /** The content root. */
  root: string;
  /** Without it the cache is in memory only. */
  cacheFile?: string;
}

export function createArticleStore({ root, cacheFile }: StoreInput): ArticleStore {
  const textCache = createTextCache(cacheFile);
  const intern = createProviderInterner();
  let entries: Map<string, CacheEntry> | undefined;
  let lastOptions: ReadOptions | undefined;
  /** The number of files that the cache file lacks or has in an old version. */
  let changes = 0;
  let renames: Rename[] = [];

  const readEntry = (file: string, options: ReadOptions, cached?: CacheEntry): CacheEntry => {
    changes += 1;
    const text = readTextFile(path.join(root, file));
    const fingerprint = text.stats ? fingerprintFrom(text.stats) : '';
    const hash = text.diagnostic ? '' : hashOf(text.text);
    if (cached && hash !== '' && cached.hash === hash && areImagesUnchanged(cached, options))
      return { ...cached, fingerprint };
    const read = readArticle(file, text, options);
    const { article, isUnfinishedDraft, isUndated, references, images, diagnostics, names } = read;
    const result: ArticleFileResult = { file, images, diagnostics };
    if (names) result.names = names;
    const imageFingerprints = images.map(({ requestedPath }) => fingerprintOf(requestedPath));
    const entry: CacheEntry = { result, fingerprint, hash, imageFingerprints };
    if (isUnfinishedDraft) result.isUnfinishedDraft = isUnfinishedDraft;
    if (isUndated) result.isUndated = isUndated;
    if (article) {
      const { record, summary, texts } = toRecord(article, references, intern);
      result.record = record;
      entry.texts = textCache.put(texts);
      entry.summary = summary;
    }
    return entry;
  };

  const noteRenames = (added: readonly CacheEntry[], cache: ReadonlyMap<string, CacheEntry>): void => {
    const noted = new Set(renames.map(({ former }) => former.file));
    const candidates = [...cache.values()].filter(({ result }) => !noted.has(result.file));
    const found = findRenames({ root, added, candidates });
    if (found.length > 0) changes += cache.size;
    renames = [...renames, ...found];
  };

  const cachedTexts = ({ file, version }: ArticleRecord): string | undefined => {
    const texts = entries?.get(file)?.texts;
    return texts && textCache.get(texts, textVersion(version));
  };

  /** Reads the texts from the content file, if the cache file is damaged. */
  const rereadTexts = (record: ArticleRecord): string => {
    if (lastOptions) entries?.set(record.file, readEntry(record.file, lastOptions));
    const found = entries?.get(record.file)?.result.record;
    const isSame = found !== undefined && textVersion(found.version) === textVersion(record.version);
    const texts = isSame ? cachedTexts(record) : undefined;
    if (texts === undefined)
      throw new PublisherError(`${record.file} changed while it was being read. Run the command again.`);
    return texts;
  };

  const texts = (record: ArticleRecord): ArticleTexts => splitTexts(cachedTexts(record) ?? rereadTexts(record));

  return {
    readAll(files, options) {
      entries ??= deserializeCache(textCache, cacheKey(options));
      const cache =
        lastOptions && cacheKey(lastOptions) !== cacheKey(options) ? new Map<string, CacheEntry>() : entries;
      lastOptions = options;
      changes += Math.abs(files.length - entries.size);
      let known = 0;
      entries = new Map(
        files.map((file) => {
          const entry = cache.get(file);
          if (entry) known += 1;
          const isCurrent = entry !== undefined && isFileUnchanged(root, entry) && areImagesUnchanged(entry, options);
          return [file, isCurrent ? entry : readEntry(file, options, entry)];
        }),
      );
      if (known < cache.size) noteRenames([...entries.values()].filter(isNewIn(cache)), cache);
      return [...entries.values()].map(({ result }) => result);
    },
    read(file, options) {
      const entry = readEntry(file, options, entries?.get(file));
      if (entries && !entries.has(file)) noteRenames([entry], entries);
      entries?.set(file, entry);
      return entry.result;
    },
    renames: () => renames.filter(({ former }) => !existsSync(path.join(root, former.file))),
    texts,
    summary: (record) => entries?.get(record.file)?.summary ?? texts(record).summary,
    save() {
      const isWorthWriting = changes > (entries?.size ?? 0) * MIN_CHANGED_SHARE;
      if (isWorthWriting && entries && lastOptions) serializeCache(textCache, entries, cacheKey(lastOptions));
      textCache.stopWriting();
    },
  };
}

/** With fewer changes, reading the changed files again takes less time than writing the whole cache file. */
const MIN_CHANGED_SHARE = 0.01;

/** Everything that influences the result of a file, besides its text and its images. */
const cacheKey = ({ language, timeZone, layout, remoteImages, ...rest }: ReadOptions): string => {
  const { siteUrl = '', pagesFolder = '' } = rest;
  const { system, isLegacy, staticFolders } = layout;
  const folders = staticFolders.join(',');
  return [pipelineVersion(), language, timeZone, system, isLegacy, folders, remoteImages, siteUrl, pagesFolder].join(
    ' ',
  );
};

const isFileUnchanged = (root: string, { result, fingerprint }: CacheEntry): boolean =>
  fingerprint !== '' && fingerprintOf(path.join(root, result.file)) === fingerprint;

const areImagesUnchanged = ({ result, imageFingerprints }: CacheEntry, { localImages }: ReadOptions): boolean =>
  result.images.every(
    ({ requestedPath, name }, index) =>
      imageFingerprints[index] !== '' &&
      fingerprintOf(requestedPath) === imageFingerprints[index] &&
      // A name may lead to another file when a file is added or removed.
      (name === undefined ||
        localImages.find(result.file, localImages.pathOf(result.file, name)).requestedPath === requestedPath),
  );

const isNewIn =
  (cache: ReadonlyMap<string, CacheEntry>) =>
  ({ result }: CacheEntry): boolean =>
    !cache.has(result.file);

/** A fingerprint that changes with the file; empty if it changed too recently, `none` if there is no file. */
function fingerprintOf(file: string): string {
  const stats = statsOf(file);
  return stats ? fingerprintFrom(stats) : 'none';
}

const fingerprintFrom = (stats: Stats): string => (isRecent(stats) ? '' : statsKey(stats));
