import type { QueryClient } from '@tanstack/react-query';
import type { Article } from '../../../model/article.ts';
import type { Story } from '../../../model/story.ts';
import { articleQuery } from '../../data/queries.ts';
import type { KeptArticle } from '../document/kept-article.ts';
import { parseKeptArticle } from '../document/parse-kept-article.ts';
import type { SavedStory } from '../document/reader-document.ts';
import { isDataSaverOn } from '../settings/data-saver.ts';
import { valuesOf } from '../state/reader-state.ts';
import { openStore } from '../store/reader-store.ts';

/** How many articles a page loads only to keep them. */
const MAX_COMPLETED = 20;
/** Articles that the database does not have, by slug. */
const inMemory = new Map<string, KeptArticle>();

/**
 * Stores what a saved article needs to stay readable when it is withdrawn. If the article cannot be loaded now, it is
 * tried again by `completeKeptArticles`.
 */
export async function keepArticle(client: QueryClient, slug: string): Promise<void> {
  const article = await client.query(articleQuery(slug)).catch(() => undefined);
  const saved = valuesOf('saved').get(slug);
  const kept = article && saved && !isOtherStory(saved, article) && toKept(article);
  if (kept) await writeKeptArticles([[slug, kept]]);
}

/** Whether an address has another story now than when it was saved. A new title alone is a correction. */
export const isOtherStory = (saved: SavedStory, article: Story): boolean =>
  saved.title !== article.title && originOf(saved) !== originOf(article);

/** What a correction does not change: where a story comes from, or else when it was published. */
const originOf = ({ originUrl, publishedAt }: Story): string => originUrl ?? publishedAt;

/** What is kept of a saved article. `undefined` if there is nothing. */
export async function readKeptArticle(slug: string): Promise<KeptArticle | undefined> {
  const database = await openStore();
  const stored = await database?.get('articles', slug).catch(() => undefined);
  return inMemory.get(slug) ?? parseKeptArticle(stored, { dropped: 0 });
}

/** All kept articles of stories that are saved, by slug. */
export async function readKeptArticles(): Promise<Map<string, KeptArticle>> {
  const kept = new Map<string, KeptArticle>();
  for (const slug of valuesOf('saved').keys()) {
    const article = await readKeptArticle(slug);
    if (article) kept.set(slug, article);
  }
  return kept;
}

export async function writeKeptArticles(
  articles: Iterable<readonly [slug: string, article: KeptArticle]>,
): Promise<void> {
  const database = await openStore();
  for (const [slug, article] of articles) {
    try {
      if (!database) throw new DOMException('There is no database');
      await database.put('articles', article, slug);
    } catch {
      inMemory.set(slug, article);
    }
  }
}

/** Loads the articles of saved stories that have none, and removes those of stories that are not saved any more. */
export async function completeKeptArticles(client: QueryClient): Promise<void> {
  const keys = await deleteUnsavedArticles();
  if (!keys || isDataSaverOn()) return;
  const missing = [...valuesOf('saved').keys()].filter((slug) => !keys.includes(slug));
  for (const slug of missing.slice(0, MAX_COMPLETED)) await keepArticle(client, slug);
}

/** Removes the articles of stories that are not saved any more. Returns the slugs of all that were kept, if there is a database. */
export async function deleteUnsavedArticles(): Promise<string[] | undefined> {
  const saved = valuesOf('saved');
  for (const slug of inMemory.keys()) if (!saved.has(slug)) inMemory.delete(slug);
  const database = await openStore();
  const keys = await database?.getAllKeys('articles').catch(() => undefined);
  if (!database || !keys) return undefined;
  await Promise.all(keys.filter((slug) => !saved.has(slug)).map((slug) => database.delete('articles', slug)));
  return keys;
}

/** Checking drops what is not kept: images, and files of the site. */
const toKept = ({ body, video, related }: Article): KeptArticle | undefined =>
  parseKeptArticle({ body, video, related }, { dropped: 0 });
