import type { PackList } from '../../../model/offline/packs.ts';
import { inParallel } from '../files/in-parallel.ts';
import type { KeptCache } from '../files/kept-cache.ts';
import type { Selection } from '../plan/selections.ts';
import { articlePath, fetchIfThere, storeImages } from './store-stories.ts';

/** What is stored of the saved stories. There is no such file. */
const RECEIPT_PATH = 'data/offline/saved';

interface Receipt {
  /** Changes with the edition. */
  version: string;
  /** The paths of the images by slug, if they are kept. */
  stories: [slug: string, images?: string[]][];
}

interface SavedInput {
  cache: KeptCache;
  selections: readonly Selection[];
  /** The slugs of the saved stories. */
  saved: readonly string[];
  list: PackList;
  signal: AbortSignal;
}

/**
 * Stores the saved stories, if they are selected: the files of their articles. A story that was withdrawn is left out.
 * Returns the number of stored stories, and the paths of all files.
 */
export async function storeSaved({ cache, selections, saved, list, signal }: SavedInput) {
  const selection = selections.find(({ subject }) => subject.kind === 'saved');
  if (!selection) return { count: 0, paths: [] };
  const { hasImages } = selection;
  const version = list.packs.map(([packVersion]) => packVersion).join(' ');
  const before = (await cache.read(RECEIPT_PATH)) as Receipt | undefined;
  const known = new Map((before?.version === version ? before.stories : []).map(([slug, images]) => [slug, images]));
  const stories: Receipt['stories'] = [];
  await inParallel(saved, signal, async (slug) => {
    const images = known.get(slug);
    if (known.has(slug) && (!hasImages || images)) {
      stories.push(images ? [slug, images] : [slug]);
      return;
    }
    const article = await fetchIfThere(slug, signal);
    if (article === undefined) return;
    await cache.write(articlePath(slug), article);
    stories.push(hasImages ? [slug, await storeImages(cache, article, signal)] : [slug]);
  });
  await cache.write(RECEIPT_PATH, { version, stories } satisfies Receipt);
  const paths = stories.flatMap(([slug, images = []]) => [articlePath(slug), ...images]);
  return { count: stories.length, paths: [RECEIPT_PATH, ...paths] };
}
