import { createHash } from 'node:crypto';
import type { Topic, TopicEntry } from '../../model/topic.ts';
import type { DeferredDiagnostic } from '../content/locate-deferred.ts';
import { didYouMean } from '../content/normalize/fields/field-names.ts';
import { isReservedOnWindows } from '../content/normalize/fields/slug.ts';
import { topicKey } from '../content/normalize/fields/topic-names.ts';
import type { DeclaredTopic } from '../content/read-topics.ts';
import { quote } from '../diagnostics/quote.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { defined } from '../util/defined.ts';
import { groupBy } from '../util/group-by.ts';
import { slugify } from './slugify.ts';

/** The topics of an edition. */
export interface TopicTree {
  /** In reading order; only those that an article carries. */
  entries: TopicEntry[];
  /** The topic that a name means. */
  find: (name: string) => Topic | undefined;
  /** The slugs of the topics above a topic, nearest first, as the files declare them. */
  above: (slug: string) => string[];
}

interface TopicTreeInput {
  declared: readonly DeclaredTopic[];
  /** The topic names of each article. */
  articles: readonly (readonly string[])[];
}

/** Carried by at least this share of the articles, a topic tells them apart no better than "all". */
const COMMON_SHARE = 0.8;
/** With fewer articles a share says nothing. */
const COMMON_FROM = 10;
const HUES = 8;
/** Topics above a topic: more than any folder has. Further up nothing is looked for. */
const MAX_LEVELS = 50;

/** Folds the spellings of topics into topics, counts them, and puts them into reading order. */
export function buildTopicTree({
  declared,
  articles,
}: TopicTreeInput): TopicTree & { diagnostics: DeferredDiagnostic[] } {
  const files = firstByKey(declared);
  const names = chooseNames(files, articles);
  const slugs = assignSlugs(names);
  const { parents, diagnostics } = findParents(files, names);
  const aboveKey = (key: string): string[] => chain(key, parents);
  const counts = countArticles(articles, aboveKey);
  const entries = orderEntries({ names, slugs, counts, parents, files, total: articles.length });
  const keyOfSlug = new Map([...slugs].map(([key, slug]) => [slug, key]));
  return {
    entries,
    diagnostics,
    find: (name) => {
      const key = topicKey(name);
      const slug = slugs.get(key);
      return slug === undefined ? undefined : { slug, name: names.get(key) ?? name };
    },
    above: (slug) => aboveKey(keyOfSlug.get(slug) ?? '').map((key) => slugs.get(key) ?? ''),
  };
}

function firstByKey(declared: readonly DeclaredTopic[]): Map<string, DeclaredTopic> {
  const files = new Map<string, DeclaredTopic>();
  for (const topic of declared) {
    const key = topicKey(topic.name);
    if (!files.has(key)) files.set(key, topic);
  }
  return files;
}

/** By key: the spelling of the topic's file, else the commonest, else the first by code units. */
function chooseNames(files: Map<string, DeclaredTopic>, articles: readonly (readonly string[])[]): Map<string, string> {
  const spellings = new Map<string, Map<string, number>>();
  for (const name of articles.flat()) {
    const key = topicKey(name);
    const counts = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  const names = new Map<string, string>();
  for (const [key, { name }] of files) names.set(key, name);
  for (const [key, counts] of spellings) {
    const [[name = ''] = []] = [...counts].sort(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
    if (!names.has(key)) names.set(key, name);
  }
  return names;
}

/**
 * By key. A name that is its slug already has it; of others that come to the same slug each gets a suffix made from
 * its name, so that a topic's address depends on no other article's date.
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
  const taken = new Set(slugs.values());
  for (const [key, slug] of suffixed.sort(([a], [b]) => compareCodeUnits(a, b))) {
    const free = withSuffix(slug || 'topic', key, taken);
    taken.add(free);
    slugs.set(key, free);
  }
  return slugs;
}

/** Another topic may be named like a suffixed slug; a longer suffix is always free. */
function withSuffix(slug: string, key: string, taken: ReadonlySet<string>): string {
  const hash = createHash('sha256').update(key).digest('hex');
  let length = 6;
  while (taken.has(`${slug}-${hash.slice(0, length)}`)) length += 1;
  return `${slug}-${hash.slice(0, length)}`;
}

function findParents(files: Map<string, DeclaredTopic>, names: Map<string, string>) {
  const parents = new Map<string, string>();
  const diagnostics: DeferredDiagnostic[] = [];
  const warn = (file: string, code: string, message: string, hint?: string): void => {
    diagnostics.push({ file, names: ['parent'], severity: 'warning', code, message, ...defined('hint', hint) });
  };
  for (const [key, { file, parent }] of files) {
    if (parent === undefined) continue;
    const parentKey = topicKey(parent);
    if (!names.has(parentKey))
      warn(
        file,
        'unknown-parent',
        `Expected the name of a topic, found ${quote(parent)}, which is none; this topic stands at the top.`,
        didYouMean(parent, [...names.values()]),
      );
    else if (parentKey === key || chain(parentKey, parents).includes(key)) {
      const found = parentKey === key ? 'this one' : `${quote(parent)}, which is below this one already`;
      warn(
        file,
        'circular-parent',
        `Expected the name of another topic, found ${found}; this topic stands at the top.`,
      );
    } else parents.set(key, parentKey);
  }
  return { parents, diagnostics };
}

function chain(key: string, parents: Map<string, string>): string[] {
  const keys: string[] = [];
  for (let next = parents.get(key); next !== undefined && keys.length < MAX_LEVELS; next = parents.get(next)) {
    keys.push(next);
  }
  return keys;
}

/** An article counts for each topic it names and for those above them, once. */
function countArticles(
  articles: readonly (readonly string[])[],
  above: (key: string) => string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const names of articles) {
    const keys = new Set(names.map(topicKey).flatMap((key) => [key, ...above(key)]));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface OrderInput {
  names: Map<string, string>;
  slugs: Map<string, string>;
  counts: Map<string, number>;
  parents: Map<string, string>;
  files: Map<string, DeclaredTopic>;
  total: number;
}

/**
 * Top-level topics first, then those below them; among each by order, magnitude, slug. A topic on nearly every article
 * stands last, and what was below it moves up.
 */
function orderEntries({ names, slugs, counts, parents, files, total }: OrderInput): TopicEntry[] {
  const isCommon = (key: string): boolean => total >= COMMON_FROM && (counts.get(key) ?? 0) >= total * COMMON_SHARE;
  const shownParent = (key: string): string | undefined => {
    const parent = parents.get(key);
    return parent === undefined || isCommon(parent) ? undefined : parent;
  };
  const rank = (key: string): number =>
    isCommon(key) ? Number.POSITIVE_INFINITY : (files.get(key)?.order ?? Number.MAX_VALUE);
  const depth = (key: string): number => (shownParent(key) === undefined ? 0 : 1);
  const keys = [...counts.keys()].sort(
    (a, b) =>
      Number(isCommon(a)) - Number(isCommon(b)) ||
      depth(a) - depth(b) ||
      compareNumbers(rank(a), rank(b)) ||
      magnitude(counts.get(b)) - magnitude(counts.get(a)) ||
      compareCodeUnits(slugs.get(a) ?? '', slugs.get(b) ?? ''),
  );
  const tops = keys.filter((key) => shownParent(key) === undefined);
  const places = new Map(tops.map((key, place) => [key, place]));
  const hueOf = (key: string): number => (places.get(topOf(key, shownParent)) ?? 0) % HUES;
  return keys.map((key) => {
    const shortName = files.get(key)?.shortName;
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

/** How large a count is, roughly: every page lists topics, and must not change with each new article. */
const magnitude = (count = 1): number => Math.floor(Math.log2(count));

function topOf(key: string, parentOf: (key: string) => string | undefined): string {
  let top = key;
  for (let level = 0; level < MAX_LEVELS; level += 1) top = parentOf(top) ?? top;
  return top;
}

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a - b);
