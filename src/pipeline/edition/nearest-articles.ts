import type { ArticleRecord } from '../content/cache/article-record.ts';
import { newestFirst } from '../content/cache/newest-first.ts';
import type { TopicTree } from './build-topic-tree.ts';
import type { Collection } from './collection.ts';
import type { EventLookup } from './coverage/news-event.ts';

/** Finds the articles that are most similar to another by topics and time. */
export interface NearestArticles {
  /** The most similar articles, at most six, most similar first. */
  find: (article: ArticleRecord) => ArticleRecord[];
  /** The articles for which `find` may return this one. */
  findAffected: (article: ArticleRecord) => ArticleRecord[];
}

/** How many articles to search in the collection of each topic. */
interface SearchRange {
  older: number;
  newer: number;
}

const MAX_NEAREST = 6;
const MAX_DISTANCE = 12;

/**
 * Ranks older articles by the number of shared topics, then of shared parent topics, then by date, newest first. New
 * articles do not change this result. If there are fewer than six, the next newer articles that share a topic follow.
 * The size of a topic has no influence, because each new article would change it. Other reports on the same event are
 * left out: the page of the article has a list of them.
 */
export function indexNearestArticles(
  collections: readonly Collection[],
  topics: TopicTree,
  eventOf: EventLookup,
): NearestArticles {
  const slugsOf = createSlugLookup(topics);
  const articlesOf = createArticleLookup(collections);
  /** The articles before and after this one in the collections of its topics and their parents. */
  const neighboursOf = (article: ArticleRecord, range: SearchRange, withDrafts: boolean): ArticleRecord[] => {
    const found = new Set<ArticleRecord>();
    for (const slug of new Set(article.topicNames.flatMap(slugsOf))) {
      const list = articlesOf(slug, withDrafts);
      const index = insertionIndex(list, article);
      for (const other of list.slice(Math.max(0, index - range.newer), index + 1 + range.older)) found.add(other);
    }
    found.delete(article);
    return [...found];
  };
  const isOnEventOf = (article: ArticleRecord, other: ArticleRecord): boolean => {
    const event = eventOf(article);
    return event !== undefined && eventOf(other) === event;
  };
  const candidatesFor = (article: ArticleRecord, range: SearchRange): ArticleRecord[] =>
    neighboursOf(article, range, article.isDraft === true).filter(
      (other) => (!other.originKey || other.originKey !== article.originKey) && !isOnEventOf(article, other),
    );
  return {
    find(article) {
      const score = createScore(article, slugsOf);
      const older = candidatesFor(article, { older: MAX_DISTANCE, newer: 0 })
        .map((other) => ({ other, score: score(other) }))
        .sort((a, b) => b.score - a.score || newestFirst(a.other, b.other))
        .slice(0, MAX_NEAREST)
        .map(({ other }) => other);
      if (older.length === MAX_NEAREST) return older;
      const newer = candidatesFor(article, { older: 0, newer: MAX_DISTANCE }).sort((a, b) => newestFirst(b, a));
      return [...older, ...newer.slice(0, MAX_NEAREST - older.length)];
    },
    findAffected(article) {
      const range = { older: MAX_DISTANCE, newer: MAX_DISTANCE };
      return [...new Set([true, false].flatMap((withDrafts) => neighboursOf(article, range, withDrafts)))];
    },
  };
}

/** Returns a function from a topic's name to its slug, followed by the slugs of its parents. */
function createSlugLookup(topics: TopicTree) {
  const cache = new Map<string, string[]>();
  return (name: string): string[] => {
    const cached = cache.get(name);
    if (cached) return cached;
    const slug = topics.find(name)?.slug;
    const slugs = slug === undefined ? [] : [slug, ...topics.parentsOf(slug)];
    cache.set(name, slugs);
    return slugs;
  };
}

/** Returns a function from a topic's slug to its articles, newest first, with or without drafts. */
function createArticleLookup(collections: readonly Collection[]) {
  const lists = new Map<string, ArticleRecord[]>();
  for (const { id, articles } of collections) if (id.kind === 'topic') lists.set(id.slug, articles);
  const publishedLists = new Map<string, ArticleRecord[]>();
  return (slug: string, withDrafts: boolean): ArticleRecord[] => {
    const list = lists.get(slug) ?? [];
    if (withDrafts) return list;
    const published =
      publishedLists.get(slug) ?? (list.some(isDraft) ? list.filter((article) => !isDraft(article)) : list);
    publishedLists.set(slug, published);
    return published;
  };
}

const isDraft = ({ isDraft: is }: ArticleRecord): boolean => is === true;

/** The index of an article in a list that is newest first, or the index at which it would be inserted. */
function insertionIndex(list: readonly ArticleRecord[], article: ArticleRecord): number {
  let [start, end] = [0, list.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    const other = list[middle];
    if (other && newestFirst(other, article) < 0) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** The score of a shared topic. It is larger than the number of parent topics that an article can have. */
const DIRECT_SCORE = 10_000;

/** Returns a function that scores other articles by shared topics. One shared topic outweighs all parent topics. */
function createScore({ topicNames }: ArticleRecord, slugsOf: (name: string) => string[]) {
  const own = topicNames.map(slugsOf);
  const direct = new Set(own.map(([slug]) => slug));
  const all = new Set(own.flat());
  const shared = new Set<string>();
  return (other: ArticleRecord): number => {
    let score = 0;
    shared.clear();
    for (const name of other.topicNames) {
      const slugs = slugsOf(name);
      if (direct.has(slugs[0])) score += DIRECT_SCORE;
      for (const slug of slugs) if (all.has(slug)) shared.add(slug);
    }
    return score + shared.size;
  };
}
