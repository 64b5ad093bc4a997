import type { Summary } from '../../../model/article.ts';
import { type CollectionArchivePage, type CollectionId, PAGE_SIZE } from '../../../model/edition.ts';
import { encodePath, headFile, pageFile } from '../../../model/edition-files.ts';
import { packOf } from '../../../model/offline/packs.ts';
import { FetchError } from '../../data/fetch-json.ts';
import { fetchHead, fetchPage } from '../files/fetch-files.ts';
import { inParallel } from '../files/in-parallel.ts';
import type { KeptCache } from '../files/kept-cache.ts';
import type { Target } from '../plan/plan.ts';

interface ListInput {
  cache: KeptCache;
  /** The summaries that were fetched, by position. */
  summaries: ReadonlyMap<number, Summary>;
  /** The slugs of the stored stories, by position. */
  slugs: ReadonlyMap<number, string>;
  /** The packs that were fetched: what was stored of them before may be out of date. */
  changedPacks: ReadonlySet<number>;
  signal: AbortSignal;
}

/** A page of a list: the positions of its stories, the newest first. */
interface PagePlan {
  collection: CollectionId;
  page: number;
  positions: number[];
}

/**
 * Stores the pages of a collection. They are made of the summaries that are known; others are fetched. Returns their paths.
 */
export async function storePages(target: Target, input: ListInput): Promise<string[]> {
  const { collection, total, from, positionAt } = target;
  const plans: PagePlan[] = [];
  for (let page = Math.floor(from / PAGE_SIZE) + 1; page <= Math.floor(total / PAGE_SIZE); page += 1) {
    plans.push(planPage(collection, page, positionAt));
  }
  const stored = await readSummaries(plans, input);
  await inParallel(plans, input.signal, async (plan) => {
    const articles = plan.positions.map(stored.summaryAt);
    if (!articles.includes(null)) await writePage(input.cache, plan, articles, stored.isCurrent(plan));
    else await input.cache.write(pathOf(plan), await fetchPage(collection, plan.page, input.signal));
  });
  return plans.map(pathOf);
}

/**
 * Stores pages of the collection of all articles with only the stories that are known: the search finds its results there.
 * Returns their paths.
 */
export async function storePartialPages(
  { total, complete }: { total: number /** The paths of pages that are complete. */; complete: ReadonlySet<string> },
  input: ListInput,
): Promise<string[]> {
  const numbers = new Set([...input.slugs.keys()].map((position) => Math.floor(position / PAGE_SIZE) + 1));
  const plans = [...numbers]
    .filter((page) => page <= Math.floor(total / PAGE_SIZE))
    .map((page) => planPage({ kind: 'all' }, page, (place) => place))
    .filter((plan) => !complete.has(pathOf(plan)));
  const stored = await readSummaries(plans, input);
  for (const plan of plans) {
    input.signal.throwIfAborted();
    await writePage(input.cache, plan, plan.positions.map(stored.summaryAt), stored.isCurrent(plan));
  }
  return plans.map(pathOf);
}

const planPage = (collection: CollectionId, page: number, positionAt: Target['positionAt']): PagePlan => ({
  collection,
  page,
  positions: Array.from({ length: PAGE_SIZE }, (_, index) => positionAt(page * PAGE_SIZE - 1 - index)),
});

const pathOf = ({ collection, page }: PagePlan): string => encodePath(pageFile(collection, page));

/** What is known of the stories of pages: what was fetched, else what is stored and has not changed. */
async function readSummaries(plans: readonly PagePlan[], { cache, summaries, slugs, changedPacks }: ListInput) {
  const bySlug = new Map<string, Summary>();
  const shown = new Map<PagePlan, (string | undefined)[]>();
  for (const plan of plans) {
    const page = (await cache.read(pathOf(plan))) as { articles: (Summary | null)[] } | undefined;
    for (const summary of page?.articles ?? []) if (summary) bySlug.set(summary.slug, summary);
    shown.set(plan, page?.articles.map((summary) => summary?.slug) ?? []);
  }
  const isChanged = (position: number): boolean => changedPacks.has(packOf(position));
  return {
    summaryAt: (position: number): Summary | null => {
      const slug = slugs.get(position);
      if (slug === undefined) return null;
      return summaries.get(position) ?? (isChanged(position) ? null : (bySlug.get(slug) ?? null));
    },
    /** Whether a page is stored as it is. */
    isCurrent: (plan: PagePlan): boolean =>
      plan.positions.every(
        (position, index) => !isChanged(position) && shown.get(plan)?.[index] === slugs.get(position),
      ) && shown.get(plan)?.length === plan.positions.length,
  };
}

async function writePage(
  cache: KeptCache,
  plan: PagePlan,
  articles: (Summary | null)[],
  isCurrent: boolean,
): Promise<void> {
  if (isCurrent) return;
  const page = { page: plan.page, articles } satisfies Record<keyof Omit<CollectionArchivePage, 'slots'>, unknown>;
  await cache.write(pathOf(plan), page, articles.includes(null));
}

/** Fetches and stores the newest stories of a collection. Returns the path. Rejects if it is of another edition. */
export async function storeHead(
  { collection, total }: Pick<Target, 'collection' | 'total'>,
  { cache, signal }: Pick<ListInput, 'cache' | 'signal'>,
): Promise<string> {
  const path = encodePath(headFile(collection));
  const head = await fetchHead(collection, signal);
  if (head.total !== total) throw new FetchError('outdated', path);
  await cache.write(path, head);
  return path;
}
