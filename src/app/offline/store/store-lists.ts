import type { Summary } from '../../../model/article.ts';
import { type CollectionArchivePage, type CollectionId, MIN_EVENT_REPORTS, PAGE_SIZE } from '../../../model/edition.ts';
import { encodePath, eventFile, headFile, MORE_TOP_FILE, pageFile, TOP_FILE } from '../../../model/edition-files.ts';
import { PACK_SIZE, packOf } from '../../../model/offline/packs.ts';
import { FetchError } from '../../data/fetch-json.ts';
import { fetchHead, fetchIfOffered, fetchPage } from '../files/fetch-files.ts';
import { inParallel } from '../files/in-parallel.ts';
import type { KeptCache } from '../files/kept-cache.ts';
import type { PlannedPack, Target } from '../plan/plan.ts';

/*
 * Lists. The pages of the collection of all articles are stored with only the stories that are kept: the search finds its
 * results there, and the pages of other collections are made from them.
 */

const ALL: CollectionId = { kind: 'all' };

/** The path of a page of a collection. */
const pathOf = (collection: CollectionId, page: number): string => encodePath(pageFile(collection, page));

const pageOf = (position: number): number => Math.floor(position / PAGE_SIZE) + 1;

/** The positions or places of the stories of a page, the newest first. */
const placesOf = (page: number): number[] =>
  Array.from({ length: PAGE_SIZE }, (_, index) => page * PAGE_SIZE - 1 - index);

type Slots = (Summary | null)[];

const isEqual = (a: Slots, b: Slots): boolean => JSON.stringify(a) === JSON.stringify(b);

async function readSlots(cache: KeptCache, path: string): Promise<Slots> {
  const page = (await cache.read(path)) as { articles: Slots } | undefined;
  return page?.articles ?? Array.from({ length: PAGE_SIZE }, () => null);
}

const writeSlots = (cache: KeptCache, path: string, page: number, articles: Slots): Promise<void> =>
  cache.write(
    path,
    { page, articles } satisfies Record<keyof Omit<CollectionArchivePage, 'slots'>, unknown>,
    articles.includes(null),
  );

/** Puts the summaries of the kept stories of a pack into the pages of all articles. `total`: the number of all articles. */
export async function storeSummaries(
  cache: KeptCache,
  { number, positions }: PlannedPack,
  summaries: ReadonlyMap<number, Summary>,
  total: number,
): Promise<void> {
  const first = (number - 1) * PACK_SIZE;
  const last = Math.min(first + PACK_SIZE, total - (total % PAGE_SIZE)) - 1;
  for (let page = pageOf(first); page <= pageOf(last); page += 1) {
    const path = pathOf(ALL, page);
    const before = await readSlots(cache, path);
    const slots = placesOf(page).map((position, index) => {
      if (packOf(position) !== number) return before[index] ?? null;
      return positions.has(position) ? (summaries.get(position) ?? null) : null;
    });
    await writeSlots(cache, path, page, slots);
  }
}

interface ListInput {
  cache: KeptCache;
  /** The number of all articles. */
  total: number;
  /** The slugs of the stored stories, by position. */
  slugs: ReadonlyMap<number, string>;
  signal: AbortSignal;
}

/** Removes from the pages of all articles what is not kept any more. Returns their paths, and the summaries by position. */
export async function cleanSummaries({ cache, total, slugs, signal }: ListInput) {
  const pages = new Set([...slugs.keys()].map(pageOf).filter((page) => page <= Math.floor(total / PAGE_SIZE)));
  const summaries = new Map<number, Summary>();
  await inParallel([...pages], signal, async (page) => {
    const path = pathOf(ALL, page);
    const positions = placesOf(page);
    const before = await readSlots(cache, path);
    const slots = before.map((summary, index) =>
      summary?.slug === slugs.get(positions[index] ?? -1) ? summary : null,
    );
    for (const [index, summary] of slots.entries()) if (summary) summaries.set(positions[index] ?? -1, summary);
    if (slots.some((summary, index) => summary !== before[index])) await writeSlots(cache, path, page, slots);
  });
  return { paths: [...pages].map((page) => pathOf(ALL, page)), summaries };
}

/** Stores the pages of a collection. Those of which a summary is not known are fetched. Returns their paths. */
export async function storePages(
  { collection, total, from, positionAt }: Target,
  summaries: ReadonlyMap<number, Summary>,
  { cache, signal }: Pick<ListInput, 'cache' | 'signal'>,
): Promise<string[]> {
  const first = pageOf(from);
  const pages = Array.from(
    { length: Math.max(0, Math.floor(total / PAGE_SIZE) - first + 1) },
    (_, index) => first + index,
  );
  await inParallel(pages, signal, async (page) => {
    const path = pathOf(collection, page);
    const slots = placesOf(page).map((place) => summaries.get(positionAt(place)) ?? null);
    if (slots.includes(null)) await cache.write(path, await fetchPage(collection, page, signal));
    else if (!isEqual(slots, await readSlots(cache, path))) await writeSlots(cache, path, page, slots);
  });
  return pages.map((page) => pathOf(collection, page));
}

/**
 * Fetches and stores the newest stories of a collection, and their events. Returns the paths. Rejects if it is of another
 * edition.
 */
export async function storeHead(
  { collection, total }: Pick<Target, 'collection' | 'total'>,
  input: Pick<ListInput, 'cache' | 'signal'>,
): Promise<string[]> {
  const path = headFile(collection);
  const head = await fetchHead(collection, input.signal);
  if (head.total !== total) throw new FetchError('missing', encodePath(path));
  await input.cache.write(encodePath(path), head);
  const withPage = (head.events ?? []).filter((event) => event.total >= MIN_EVENT_REPORTS);
  const top = collection.kind === 'all' ? [TOP_FILE, MORE_TOP_FILE] : [];
  return [encodePath(path), ...(await storeOffered([...top, ...withPage.map(({ slug }) => eventFile(slug))], input))];
}

/** Fetches and stores files that an edition may not have. Returns the paths of those that it has. */
async function storeOffered(
  files: readonly string[],
  { cache, signal }: Pick<ListInput, 'cache' | 'signal'>,
): Promise<string[]> {
  const stored: string[] = [];
  await inParallel([...files], signal, async (file) => {
    const value = await fetchIfOffered(file, signal);
    if (value === undefined) return;
    await cache.write(encodePath(file), value);
    stored.push(encodePath(file));
  });
  return stored;
}
