import type { Summary } from '../../../model/article.ts';
import { PAGE_SIZE } from '../../../model/edition.ts';
import { type PackList, packFile, packOf } from '../../../model/offline/packs.ts';
import { fetchHead, fetchPackList, fetchPage } from '../files/fetch-files.ts';
import { inParallel } from '../files/in-parallel.ts';
import type { KeptCache } from '../files/kept-cache.ts';
import { findTarget } from '../plan/find-target.ts';
import { costOf, type PlannedPack, planPacks, positionsOf, type Target } from '../plan/plan.ts';
import { SELECTIONS_PATH, type Selection } from '../plan/selections.ts';
import { trackFiles } from './file-list.ts';
import { cleanSummaries, storeHead, storePages } from './store-lists.ts';
import { storeSaved } from './store-saved.ts';
import { storeSearch } from './store-search.ts';
import { articlePath, isStored, type StoredStory, storedStories, storePack } from './store-stories.ts';

export interface Progress {
  /** In bytes. */
  done: number;
  total: number;
}

interface UpdateInput {
  cache: KeptCache;
  selections: readonly Selection[];
  /** The slugs of the saved stories. */
  saved: readonly string[];
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

/**
 * Stores everything that the selections name, as it is in the edition of the host, and deletes everything else. What is
 * stored already and has not changed is not fetched again, so an update that was interrupted goes on where it was. Returns
 * the selections with what was stored. Rejects with a `FetchError` if the host does not answer as it should: with the reason
 * `missing` and the path of the list of packs if the paper offers none any more. Rejects, too, if there is no space.
 */
export async function updateKept(input: UpdateInput): Promise<Selection[]> {
  const { selections, saved, signal, onProgress } = input;
  const list = await fetchPackList(signal);
  const targets = await findTargets(selections, list, signal);
  const { stories, changed } = await readStored(input.cache, planPacks(list, positionsOf([...targets.values()])));
  const { tracked: cache, keepOnly } = await trackFiles(input.cache);
  // The search finds what is in lists. Saved stories have a search of their own.
  const searchSizes = targets.size > 0 ? list.search : [];
  const progress = { done: 0, total: [...changed.map((pack) => costOf(list, pack)), ...searchSizes].reduce(add, 0) };
  const report = (bytes: number): void => {
    progress.done += bytes;
    onProgress({ ...progress });
  };
  report(0);
  const singles = changed.filter(({ isFetched }) => !isFetched);
  const summaries = await findSummaries([...targets.values()], new Set(singles.map(({ number }) => number)), signal);
  for (const pack of changed) {
    signal.throwIfAborted();
    stories.set(pack.number, await storePack({ cache, pack, summaries, total: list.total, signal }));
    report(costOf(list, pack));
  }
  const all = [...stories.values()].flat();
  const slugs = new Map(all.map(([position, slug]) => [position, slug]));
  const lists = await storeLists([...targets.values()], { cache, total: list.total, slugs, signal });
  const search =
    searchSizes.length > 0
      ? await storeSearch({ cache, signal, onSegment: (index) => report(searchSizes[index] ?? 0) })
      : [];
  const ofSaved = await storeSaved({ cache, selections, saved, list, signal });
  signal.throwIfAborted();
  await keepOnly(
    new Set([
      SELECTIONS_PATH,
      ...[...stories.keys()].map(packFile),
      ...all.flatMap(([, slug, images = []]) => [articlePath(slug), ...images]),
      ...lists,
      ...search,
      ...ofSaved.paths,
    ]),
  );
  return selections.map((selection) => {
    const target = targets.get(selection);
    const count = selection.subject.kind === 'saved' ? ofSaved.count : target ? target.total - target.from : 0;
    return { ...selection, stored: { at: Date.now(), stories: count } };
  });
}

const add = (a: number, b: number): number => a + b;

/** The stories of each selection that the edition has. Saved stories may be withdrawn ones, so they are no target. */
async function findTargets(
  selections: readonly Selection[],
  list: PackList,
  signal: AbortSignal,
): Promise<Map<Selection, Target>> {
  const targets = new Map<Selection, Target>();
  for (const selection of selections) {
    const { subject, hasImages } = selection;
    const target = subject.kind === 'saved' ? undefined : await findTarget(subject, list, signal);
    if (target) targets.set(selection, { ...target, hasImages });
  }
  return targets;
}

/** What is stored of each pack, and the packs of which something must be fetched. */
async function readStored(cache: KeptCache, packs: readonly PlannedPack[]) {
  const stories = new Map<number, StoredStory[]>();
  const changed: PlannedPack[] = [];
  for (const pack of packs) {
    const stored = await storedStories(cache, pack);
    if (isStored(pack, stored))
      stories.set(
        pack.number,
        stored.filter(([position]) => pack.positions.has(position)),
      );
    else changed.push(pack);
  }
  return { stories, changed };
}

/** The summaries of stories in packs that are not fetched, by position: the lists of collections have them. */
async function findSummaries(
  targets: readonly Target[],
  packs: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<Map<number, Summary>> {
  const summaries = new Map<number, Summary>();
  for (const { collection, total, from, positionAt } of targets) {
    const pages = Math.floor(total / PAGE_SIZE);
    const needed = new Set<number>();
    for (let place = from; place < total; place += 1)
      if (packs.has(packOf(positionAt(place)))) needed.add(Math.floor(place / PAGE_SIZE) + 1);
    await inParallel([...needed], signal, async (page) => {
      const { articles } =
        page > pages ? await fetchHead(collection, signal) : await fetchPage(collection, page, signal);
      const newest = page > pages ? total - 1 : page * PAGE_SIZE - 1;
      for (const [index, summary] of articles.entries()) summaries.set(positionAt(newest - index), summary);
    });
  }
  return summaries;
}

/** Stores the lists of all targets. Returns their paths. */
async function storeLists(
  targets: readonly Target[],
  input: Parameters<typeof cleanSummaries>[0],
): Promise<ReadonlySet<string>> {
  const { cache, signal, total } = input;
  if (targets.length === 0) return new Set();
  const { paths, summaries } = await cleanSummaries(input);
  const all = new Set(paths);
  for (const target of targets) {
    for (const path of await storePages(target, summaries, input)) all.add(path);
    for (const path of await storeHead(target, input)) all.add(path);
    const [path, value] = target.file;
    await cache.write(path, value);
    all.add(path);
  }
  signal.throwIfAborted();
  // The newest stories of all are on no page yet.
  for (const path of await storeHead({ collection: { kind: 'all' }, total }, input)) all.add(path);
  return all;
}
