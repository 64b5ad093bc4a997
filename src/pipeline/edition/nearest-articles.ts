import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { TopicTree } from './build-topic-tree.ts';
import type { Collection } from './collection.ts';
import { newestFirst } from './select-articles.ts';

/** Which articles are nearest to each other by topics and time. */
export interface NearestArticles {
  /** At most six, nearest first. */
  find: (article: ArticleRecord) => ArticleRecord[];
  /** Those to which this one may be among the nearest. */
  around: (article: ArticleRecord) => ArticleRecord[];
}

/** How far to look in the feed of a topic. */
interface Reach {
  older: number;
  newer: number;
}

const NEAREST = 6;
const REACH = 12;

/**
 * Nearest are the older articles that share most topics: most of those that both name, then most of those above them
 * too, then the newest. What is chosen among older ones stays as it is when news is added. Only where they are too few,
 * the next newer ones that share a topic fill up. How many articles a topic has is not asked: each new one changes that.
 */
export function indexNearestArticles(collections: readonly Collection[], topics: TopicTree): NearestArticles {
  const lineOf = createLines(topics);
  const listOf = createLists(collections);
  /** The articles next to this one in the feeds of its topics and of those above. */
  const beside = (article: ArticleRecord, reach: Reach, withDrafts: boolean): ArticleRecord[] => {
    const found = new Set<ArticleRecord>();
    for (const slug of new Set(article.topicNames.flatMap(lineOf))) {
      const list = listOf(slug, withDrafts);
      const place = placeIn(list, article);
      for (const other of list.slice(Math.max(0, place - reach.newer), place + 1 + reach.older)) found.add(other);
    }
    found.delete(article);
    return [...found];
  };
  const chooseFrom = (article: ArticleRecord, reach: Reach): ArticleRecord[] =>
    beside(article, reach, article.isDraft === true).filter(
      ({ originKey }) => !originKey || originKey !== article.originKey,
    );
  return {
    find(article) {
      const count = createCounter(article, lineOf);
      const older = chooseFrom(article, { older: REACH, newer: 0 })
        .map((other) => ({ other, shared: count(other) }))
        .sort((a, b) => b.shared - a.shared || newestFirst(a.other, b.other))
        .slice(0, NEAREST)
        .map(({ other }) => other);
      if (older.length === NEAREST) return older;
      const newer = chooseFrom(article, { older: 0, newer: REACH }).sort((a, b) => newestFirst(b, a));
      return [...older, ...newer.slice(0, NEAREST - older.length)];
    },
    around(article) {
      const reach = { older: REACH, newer: REACH };
      return [...new Set([true, false].flatMap((withDrafts) => beside(article, reach, withDrafts)))];
    },
  };
}

/** By the name of a topic: its slug, then those of the topics above it. */
function createLines(topics: TopicTree) {
  const lines = new Map<string, string[]>();
  return (name: string): string[] => {
    const known = lines.get(name);
    if (known) return known;
    const slug = topics.find(name)?.slug;
    const line = slug === undefined ? [] : [slug, ...topics.above(slug)];
    lines.set(name, line);
    return line;
  };
}

/** The articles of a topic, newest first, with or without drafts. */
function createLists(collections: readonly Collection[]) {
  const lists = new Map<string, ArticleRecord[]>();
  for (const { id, articles } of collections) if (id.kind === 'topic') lists.set(id.slug, articles);
  const published = new Map<string, ArticleRecord[]>();
  return (slug: string, withDrafts: boolean): ArticleRecord[] => {
    const list = lists.get(slug) ?? [];
    if (withDrafts) return list;
    const known = published.get(slug) ?? (list.some(isDraft) ? list.filter((article) => !isDraft(article)) : list);
    published.set(slug, known);
    return known;
  };
}

const isDraft = ({ isDraft: is }: ArticleRecord): boolean => is === true;

/** The index of an article in a list that is newest first, or where it would be. */
function placeIn(list: readonly ArticleRecord[], article: ArticleRecord): number {
  let [start, end] = [0, list.length];
  while (start < end) {
    const middle = (start + end) >> 1;
    const other = list[middle];
    if (other && newestFirst(other, article) < 0) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** More than there can be topics above those of an article. */
const NAMED = 10_000;

/** Counts the topics that an article shares with others. One that both name outweighs all above. */
function createCounter({ topicNames }: ArticleRecord, lineOf: (name: string) => string[]) {
  const own = topicNames.map(lineOf);
  const named = new Set(own.map(([slug]) => slug));
  const all = new Set(own.flat());
  const shared = new Set<string>();
  return (other: ArticleRecord): number => {
    let count = 0;
    shared.clear();
    for (const name of other.topicNames) {
      const line = lineOf(name);
      if (named.has(line[0])) count += NAMED;
      for (const slug of line) if (all.has(slug)) shared.add(slug);
    }
    return count + shared.size;
  };
}
