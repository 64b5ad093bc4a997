import type { Summary } from '../../../model/article.ts';
import { articleFile, encodePath } from '../../../model/edition-files.ts';
import { imagesIn } from '../../../model/offline/caches.ts';
import { PACK_SIZE, packFile } from '../../../model/offline/packs.ts';
import { withBasePath } from '../../data/base-path.ts';
import { FetchError } from '../../data/fetch-json.ts';
import { fetchArticle, fetchPack } from '../files/fetch-files.ts';
import { inParallel } from '../files/in-parallel.ts';
import type { KeptCache } from '../files/kept-cache.ts';
import type { PlannedPack } from '../plan/plan.ts';
import { storeSummaries } from './store-lists.ts';

/** A kept story. `images`: the paths of its images if they are kept, too. */
export type StoredStory = [position: number, slug: string, images?: string[]];

/** What is stored of a pack, in the place of its file. It is written when all of it is stored. */
interface Receipt {
  version: string;
  stories: StoredStory[];
}

/** The stories of a pack that are stored in this version. */
export async function storedStories(cache: KeptCache, { number, entry }: PlannedPack): Promise<StoredStory[]> {
  const receipt = (await cache.read(packFile(number))) as Receipt | undefined;
  return receipt?.version === entry[0] ? receipt.stories : [];
}

/** Whether all stories of a pack are stored that are to be kept. */
export function isStored({ positions }: PlannedPack, stories: readonly StoredStory[]): boolean {
  const stored = new Map(stories.map(([position, , images]) => [position, images]));
  return [...positions].every(([position, hasImages]) => stored.has(position) && (!hasImages || stored.get(position)));
}

interface StoreInput {
  cache: KeptCache;
  pack: PlannedPack;
  /** The summaries that are known, by position. */
  summaries: ReadonlyMap<number, Summary>;
  /** The number of all articles. */
  total: number;
  signal: AbortSignal;
}

/** Fetches and stores the stories of a pack that are to be kept. What is stored already is replaced. */
export async function storePack({ cache, pack, total, signal, ...known }: StoreInput): Promise<StoredStory[]> {
  const fetched = pack.isFetched ? await fetchWholePack(pack, signal) : undefined;
  const summaries = fetched?.summaries ?? known.summaries;
  const stories: StoredStory[] = [];
  await inParallel([...pack.positions], signal, async ([position, hasImages]) => {
    const slug = summaries.get(position)?.slug;
    if (slug === undefined) return;
    const article = fetched ? fetched.articles.get(position) : await fetchIfThere(slug, signal);
    if (article === undefined) return;
    await cache.write(articlePath(slug), article);
    stories.push(hasImages ? [position, slug, await storeImages(cache, article, signal)] : [position, slug]);
  });
  await storeSummaries(cache, pack, summaries, total);
  await cache.write(packFile(pack.number), { version: pack.entry[0], stories } satisfies Receipt);
  return stories;
}

/** The path of the file of an article. */
export const articlePath = (slug: string): string => encodePath(articleFile(slug));

/** Fetches the file of an article. `undefined` if it was withdrawn. */
export async function fetchIfThere(slug: string, signal: AbortSignal): Promise<unknown> {
  try {
    return await fetchArticle(slug, signal);
  } catch (error) {
    if (error instanceof FetchError && error.reason === 'missing') return undefined;
    throw error;
  }
}

/** The articles and summaries of a pack, by position. */
async function fetchWholePack({ number, entry }: PlannedPack, signal: AbortSignal) {
  const pack = await fetchPack(number, entry[0], signal);
  const byPosition = <T>(items: T[]) =>
    new Map(items.map((item, index) => [(number - 1) * PACK_SIZE + index, item] as const));
  return { articles: byPosition<unknown>(pack.articles), summaries: byPosition(pack.summaries) };
}

/** Stores the images of this site in an article. Their names have hashes, so what is stored is not fetched again. */
export async function storeImages(cache: KeptCache, article: unknown, signal: AbortSignal): Promise<string[]> {
  const paths = imagesIn(JSON.stringify(article)).map(encodeURI);
  for (const path of paths) {
    if (await cache.has(path)) continue;
    const response = await fetch(withBasePath(path), { signal });
    // An image that is missing is missing in the article, too.
    if (response.ok && response.headers.get('Content-Type')?.startsWith('image/')) await cache.put(path, response);
  }
  return paths;
}
