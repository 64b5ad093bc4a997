import type { Provider } from '../../../model/provider.ts';
import type { ArticleRecord } from './article-record.ts';
import type { CacheEntry } from './cache-entry.ts';
import type { CacheRange } from './cache-file.ts';
import type { TextCache } from './text-cache.ts';

/*
 * The index of a cache file has one line of JSON for each entry, then a line with the cache key and the providers.
 * Entries refer to providers by their index in that list: thousands of stories share a few providers.
 */
interface LastLine {
  key: string;
  providers: Provider[];
}

interface SerializedEntry extends Omit<CacheEntry, 'result' | 'texts' | 'summary'> {
  result: Omit<CacheEntry['result'], 'record'> & { record?: SerializedRecord };
  range?: CacheRange;
}

interface SerializedRecord extends Omit<ArticleRecord, 'provider' | 'related'> {
  provider?: number;
  related: { originKey?: string; provider?: number }[];
}

/** Writes the cache file with all entries. `key` names the code and the options that the entries depend on. */
export function serializeCache(textCache: TextCache, entries: ReadonlyMap<string, CacheEntry>, key: string): void {
  const all = [...entries.values()];
  const withTexts = all.filter((entry) => entry.texts !== undefined);
  const texts = withTexts.flatMap((entry) => entry.texts ?? []);
  const saved = textCache.save(texts, function* (ranges) {
    const providers = createTable<Provider>();
    const rangeByEntry = new Map(withTexts.map((entry, index) => [entry, ranges[index]]));
    for (const entry of all) yield JSON.stringify(serializeEntry(entry, rangeByEntry.get(entry), providers));
    yield JSON.stringify({ key, providers: providers.items } satisfies LastLine);
  });
  for (const [index, entry] of withTexts.entries()) {
    const cached = saved[index];
    if (cached) entry.texts = cached;
  }
}

/** Reads the entries of the existing cache file, by file path. Empty if the cache file has another key. */
export function deserializeCache(textCache: TextCache, key: string): Map<string, CacheEntry> {
  // The hash of the index proves that `serializeCache` wrote it, and the key that it was this version.
  const line = textCache.index.at(-1);
  const last = line === undefined ? undefined : (JSON.parse(line) as LastLine);
  if (last?.key !== key) return new Map();
  return new Map(
    textCache.index.slice(0, -1).map((json) => {
      const entry = deserializeEntry(JSON.parse(json) as SerializedEntry, last.providers, textCache);
      return [entry.result.file, entry];
    }),
  );
}

interface Table<T> {
  items: T[];
  indexOf: (item: T) => number;
}

/** Assigns an index to each item on its first use. */
function createTable<T extends object>(): Table<T> {
  const items: T[] = [];
  const indexes = new Map<T, number>();
  return {
    items,
    indexOf(item) {
      const index = indexes.get(item) ?? items.push(item) - 1;
      indexes.set(item, index);
      return index;
    },
  };
}

function serializeEntry(
  { result, texts: _, summary: __, ...entry }: CacheEntry,
  range: CacheRange | undefined,
  providers: Table<Provider>,
) {
  const { record, ...rest } = result;
  // The spreads come last, see `normalize` in `read-article.ts`.
  const serialized: SerializedEntry = {
    result: record ? { record: serializeRecord(record, providers), ...rest } : rest,
    ...entry,
  };
  if (range) serialized.range = range;
  return serialized;
}

function serializeRecord(
  { provider, related, ...record }: ArticleRecord,
  { indexOf }: Table<Provider>,
): SerializedRecord {
  return {
    related: related.map((story) =>
      story.provider ? { ...story, provider: indexOf(story.provider) } : (story as { originKey?: string }),
    ),
    ...(provider ? { provider: indexOf(provider) } : {}),
    ...record,
  };
}

/** Mutates the parsed entry instead of copying it: there may be 100,000. */
function deserializeEntry(
  serialized: SerializedEntry,
  providers: readonly Provider[],
  textCache: TextCache,
): CacheEntry {
  const { range, result } = serialized;
  const entry = serialized as unknown as CacheEntry;
  delete serialized.range;
  if (range) entry.texts = textCache.fromRange(range);
  for (const story of result.record ? [result.record, ...result.record.related] : []) {
    const provider = story.provider === undefined ? undefined : providers[story.provider];
    if (provider) (story as { provider?: Provider | number }).provider = provider;
  }
  return entry;
}
