import type { Provider } from '../../../model/provider.ts';
import type { ArticleRecord } from './article-record.ts';
import type { CacheEntry } from './cache-entry.ts';
import type { CacheRange } from './cache-file.ts';
import type { TextCache } from './text-cache.ts';

/*
 * The index of a cache file: a line for each entry, then one that says what they were made with. Providers stand in a
 * table there: thousands share a few.
 */
interface LastLine {
  key: string;
  providers: Provider[];
}

interface SerializedEntry extends Omit<CacheEntry, 'read' | 'texts' | 'summary'> {
  read: Omit<CacheEntry['read'], 'record'> & { record?: SerializedRecord };
  range?: CacheRange;
}

interface SerializedRecord extends Omit<ArticleRecord, 'provider' | 'related'> {
  provider?: number;
  related: { originKey?: string; provider?: number }[];
}

/** Writes entries into a cache file, under a key that says what they were made with. */
export function serializeCache(textCache: TextCache, entries: ReadonlyMap<string, CacheEntry>, key: string): void {
  const all = [...entries.values()];
  const kept = all.filter((entry) => entry.texts !== undefined);
  const texts = kept.flatMap((entry) => entry.texts ?? []);
  const moved = textCache.save(texts, function* (ranges) {
    const providers = createTable<Provider>();
    const rangeOf = new Map(kept.map((entry, index) => [entry, ranges[index]]));
    for (const entry of all) yield JSON.stringify(pack(entry, rangeOf.get(entry), providers));
    yield JSON.stringify({ key, providers: providers.items } satisfies LastLine);
  });
  for (const [index, entry] of kept.entries()) {
    const cached = moved[index];
    if (cached) entry.texts = cached;
  }
}

/** The entries of the cache file that was there, by their files; none when they were made with anything else. */
export function deserializeCache(textCache: TextCache, key: string): Map<string, CacheEntry> {
  // The hash of the index vouches that `serializeCache` wrote it, and the key, that it did so in this version.
  const last = textCache.index.at(-1);
  const made = last === undefined ? undefined : (JSON.parse(last) as LastLine);
  if (made?.key !== key) return new Map();
  return new Map(
    textCache.index.slice(0, -1).map((line) => {
      const entry = unpack(JSON.parse(line) as SerializedEntry, made.providers, textCache);
      return [entry.read.file, entry];
    }),
  );
}

interface Table<T> {
  items: T[];
  indexOf: (item: T) => number;
}

/** Gives each item a number. */
function createTable<T extends object>(): Table<T> {
  const items: T[] = [];
  const known = new Map<T, number>();
  return {
    items,
    indexOf(item) {
      const index = known.get(item) ?? items.push(item) - 1;
      known.set(item, index);
      return index;
    },
  };
}

function pack(
  { read, texts: _, summary: __, ...entry }: CacheEntry,
  range: CacheRange | undefined,
  providers: Table<Provider>,
) {
  const { record, ...rest } = read;
  const packed: SerializedEntry = {
    ...entry,
    read: record ? { ...rest, record: serializeRecord(record, providers) } : rest,
  };
  return range ? { ...packed, range } : packed;
}

function serializeRecord(
  { provider, related, ...record }: ArticleRecord,
  { indexOf }: Table<Provider>,
): SerializedRecord {
  return {
    ...record,
    ...(provider ? { provider: indexOf(provider) } : {}),
    related: related.map((story) =>
      story.provider ? { ...story, provider: indexOf(story.provider) } : (story as { originKey?: string }),
    ),
  };
}

/** Changes what was parsed for this alone, rather than copying it: there may be a hundred thousand. */
function unpack(packed: SerializedEntry, providers: readonly Provider[], textCache: TextCache): CacheEntry {
  const { range, read } = packed;
  const entry = packed as unknown as CacheEntry;
  delete packed.range;
  if (range) entry.texts = textCache.cached(range);
  for (const story of read.record ? [read.record, ...read.record.related] : []) {
    const provider = story.provider === undefined ? undefined : providers[story.provider];
    if (provider) (story as { provider?: Provider | number }).provider = provider;
  }
  return entry;
}
