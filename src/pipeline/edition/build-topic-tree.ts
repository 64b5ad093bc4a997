import { createHash } from 'node:crypto';
import type { Topic, TopicEntry } from '../../model/topic.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { isReservedOnWindows } from '../content/normalize/fields/slug.ts';
import { topicKey } from '../content/normalize/fields/topic-names.ts';
import { didYouMean } from '../content/normalize/names/misspellings.ts';
import type { DeclaredTopic } from '../content/read-topics.ts';
import { quote } from '../diagnostics/quote.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { defined } from '../util/defined.ts';
import { groupBy } from '../util/group-by.ts';
import { slugify } from '../util/slugify.ts';

/** The topics of an edition. */
export interface TopicTree {
  /** The topics with articles, in display order. */
  entries: TopicEntry[];
  /** Finds a topic by any spelling of its name. */
  find: (name: string) => Topic | undefined;
  /** The slugs of a topic's parent, the parent's parent and so on, as the topic files declare them. */
  parentsOf: (slug: string) => string[];
}

interface TopicTreeInput {
  declared: readonly DeclaredTopic[];
  /** The topic names of each article. */
  articles: readonly (readonly string[])[];
}

/** A topic of at least this share of all articles is common: it does not help to distinguish them. */
const COMMON_SHARE = 0.8;
/** With fewer articles no topic is common. */
const MIN_ARTICLES_FOR_COMMON = 10;
const HUES = 8;
/** The maximum number of parents of a topic that are followed. More than any real folder has. */
const MAX_LEVELS = 50;

/** Merges the spellings of each topic, counts its articles, and sorts the topics for display. */
export function buildTopicTree({
  declared,
  articles,
}: TopicTreeInput): TopicTree & { diagnostics: DeferredDiagnostic[] } {
  const declaredByKey = firstByKey(declared);
  const names = chooseNames(declaredByKey, articles);
  const slugs = assignSlugs(names);
  const { parents, diagnostics } = findParents(declaredByKey, names);
  const parentKeysOf = (key: string): string[] => followParents(key, parents);
  const counts = countArticles(articles, parentKeysOf);
  const entries = sortEntries({ names, slugs, counts, parents, declaredByKey, total: articles.length });
  const keyOfSlug = new Map([...slugs].map(([key, slug]) => [slug, key]));
  return {
    entries,
    diagnostics,
    find: (name) => {
      const key = topicKey(name);
      const slug = slugs.get(key);
      return slug === undefined ? undefined : { slug, name: names.get(key) ?? name };
    },
    parentsOf: (slug) => parentKeysOf(keyOfSlug.get(slug) ?? '').map((key) => slugs.get(key) ?? ''),
  };
}

function firstByKey(declared: readonly DeclaredTopic[]): Map<string, DeclaredTopic> {
  const byKey = new Map<string, DeclaredTopic>();
  for (const topic of declared) {
    const key = topicKey(topic.name);
    if (!byKey.has(key)) byKey.set(key, topic);
  }
  return byKey;
}

/** The displayed name by topic key: the name in the topic's file, else the most frequent spelling, else the first one. */
function chooseNames(
  declaredByKey: Map<string, DeclaredTopic>,
  articles: readonly (readonly string[])[],
): Map<string, string> {
  const spellings = new Map<string, Map<string, number>>();
  for (const name of articles.flat()) {
    const key = topicKey(name);
    const counts = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  const names = new Map<string, string>();
  for (const [key, { name }] of declaredByKey) names.set(key, name);
  for (const [key, counts] of spellings) {
    const [[name = ''] = []] = [...counts].sort(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
    if (!names.has(key)) names.set(key, name);
  }
  return names;
}

/**
 * The slug by topic key. If several names result in the same slug, the name that equals it keeps it and the others get a
 * suffix: a hash of the name. So a topic's address does not depend on the order of articles.
 */
function assignSlugs(names: Map<string, string>): Map<string, string> {
  const slugs = new Map<string, string>();
  const suffixed: [string, string][] = [];
  for (const [slug, keys] of groupBy(names.keys(), slugify)) {
    const exact = keys.length === 1 ? keys[0] : keys.find((key) => key.replaceAll(' ', '-') === slug);
    for (const key of keys) {
      if (key === exact && slug !== '' && !isReservedOnWindows(slug)) slugs.set(key, slug);
      else suffixed.push([key, slug]);
    }
  }
  const usedSlugs = new Set(slugs.values());
  for (const [key, slug] of suffixed.sort(([a], [b]) => compareCodeUnits(a, b))) {
    const unique = withSuffix(slug || 'topic', key, usedSlugs);
    usedSlugs.add(unique);
    slugs.set(key, unique);
  }
  return slugs;
}

/** Adds a hash. It is made longer if another topic's slug is equal to the result. */
function withSuffix(slug: string, key: string, usedSlugs: ReadonlySet<string>): string {
  const hash = createHash('sha256').update(key).digest('hex');
  let length = 6;
  while (usedSlugs.has(`${slug}-${hash.slice(0, length)}`)) length += 1;
  return `${slug}-${hash.slice(0, length)}`;
}

function findParents(declaredByKey: Map<string, DeclaredTopic>, names: Map<string, string>) {
  const parents = new Map<string, string>();
  const diagnostics: DeferredDiagnostic[] = [];
  const warn = (file: string, code: string, message: string, hint?: string): void => {
    diagnostics.push({ file, names: ['parent'], severity: 'warning', code, message, ...defined('hint', hint) });
  };
  for (const [key, { file, parent }] of declaredByKey) {
    if (parent === undefined) continue;
    const parentKey = topicKey(parent);
    if (!names.has(parentKey))
      warn(
        file,
        'unknown-parent',
        `Expected the name of a topic, found ${quote(parent)}; this topic becomes a top-level topic.`,
        didYouMean(parent, [...names.values()]),
      );
    else if (parentKey === key || followParents(parentKey, parents).includes(key)) {
      const found = parentKey === key ? 'its own name' : `${quote(parent)}, which is a subtopic of this one`;
      warn(
        file,
        'circular-parent',
        `Expected the name of another topic, found ${found}; this topic becomes a top-level topic.`,
      );
    } else parents.set(key, parentKey);
  }
  return { parents, diagnostics };
}

/** The keys of a topic's parents, nearest first. */
function followParents(key: string, parents: Map<string, string>): string[] {
  const keys: string[] = [];
  for (let next = parents.get(key); next !== undefined && keys.length < MAX_LEVELS; next = parents.get(next)) {
    keys.push(next);
  }
  return keys;
}

/** Counts each article once for each of its topics and their parents. */
function countArticles(
  articles: readonly (readonly string[])[],
  parentKeysOf: (key: string) => string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const names of articles) {
    const keys = new Set(names.map(topicKey).flatMap((key) => [key, ...parentKeysOf(key)]));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface SortInput {
  names: Map<string, string>;
  slugs: Map<string, string>;
  counts: Map<string, number>;
  parents: Map<string, string>;
  declaredByKey: Map<string, DeclaredTopic>;
  total: number;
}

/**
 * Sorts topics for display: top-level topics before subtopics, then by `order`, magnitude and slug. Common topics come
 * last, and their subtopics become top-level topics.
 */
function sortEntries({ names, slugs, counts, parents, declaredByKey, total }: SortInput): TopicEntry[] {
  const isCommon = (key: string): boolean =>
    total >= MIN_ARTICLES_FOR_COMMON && (counts.get(key) ?? 0) >= total * COMMON_SHARE;
  const shownParent = (key: string): string | undefined => {
    const parent = parents.get(key);
    return parent === undefined || isCommon(parent) ? undefined : parent;
  };
  const rank = (key: string): number =>
    isCommon(key) ? Number.POSITIVE_INFINITY : (declaredByKey.get(key)?.order ?? Number.MAX_VALUE);
  const depth = (key: string): number => (shownParent(key) === undefined ? 0 : 1);
  const keys = [...counts.keys()].sort(
    (a, b) =>
      Number(isCommon(a)) - Number(isCommon(b)) ||
      depth(a) - depth(b) ||
      compareNumbers(rank(a), rank(b)) ||
      magnitude(counts.get(b)) - magnitude(counts.get(a)) ||
      compareCodeUnits(slugs.get(a) ?? '', slugs.get(b) ?? ''),
  );
  const topLevel = keys.filter((key) => shownParent(key) === undefined);
  const indexes = new Map(topLevel.map((key, index) => [key, index]));
  const hueOf = (key: string): number => (indexes.get(rootOf(key, shownParent)) ?? 0) % HUES;
  return keys.map((key) => {
    const shortName = declaredByKey.get(key)?.shortName;
    const parent = shownParent(key);
    return {
      slug: slugs.get(key) ?? '',
      name: names.get(key) ?? key,
      ...(shortName === undefined || shortName === names.get(key) ? {} : { shortName }),
      ...(parent === undefined ? {} : { parent: slugs.get(parent) ?? '' }),
      count: counts.get(key) ?? 0,
      ...(isCommon(key) ? { isCommon: true as const } : {}),
      hue: hueOf(key),
    };
  });
}

/** The magnitude of a count. Every page lists topics, so their order must not change with each new article. */
const magnitude = (count = 1): number => Math.floor(Math.log2(count));

function rootOf(key: string, parentOf: (key: string) => string | undefined): string {
  let root = key;
  for (let level = 0; level < MAX_LEVELS; level += 1) root = parentOf(root) ?? root;
  return root;
}

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a - b);
