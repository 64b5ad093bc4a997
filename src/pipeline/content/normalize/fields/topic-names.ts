import type { FieldPath, Report } from '../../../diagnostics/diagnostic.ts';
import type { FolderLayout } from '../../files/folder-layout.ts';
import { type FieldIndex, fieldValues } from '../names/index-fields.ts';
import { asList, isMapping, readPlainText } from '../values/read-value.ts';
import type { FieldContext } from './field-context.ts';

export const MAX_TOPICS = 32;
export const MAX_TOPIC_NAME = 200;

/** Reads the topics of an article from the first name of the field that has some. */
export function readTopics(fields: FieldIndex, { layout, report }: FieldContext): string[] {
  for (const { name, value } of fieldValues(fields, 'topics')) {
    // Legacy articles have topics, and a `category` with another meaning.
    if (layout.isLegacy && /^(?:category|keywords)$/i.test(name)) continue;
    const names = withRules(readTopicNames(splitNames(value, name, layout), [name], report), layout);
    if (names.length > 0) return names;
  }
  return [];
}

/**
 * Jekyll and Obsidian separate the names in a text by spaces.
 * https://jekyllrb.com/docs/posts/#tags-and-categories https://help.obsidian.md/tags
 */
function splitNames(value: unknown, name: string, { system }: FolderLayout): unknown {
  const isSpaced = (system === 'Jekyll' || system === 'Obsidian') && /^(?:tags?|categories)$/i.test(name);
  return isSpaced && typeof value === 'string' && !value.includes(',') ? value.trim().split(/\s+/) : value;
}

/** The names as readers see them: those of Obsidian without `#`, those of Eleventy without the names of collections. */
function withRules(names: string[], { system }: FolderLayout): string[] {
  if (system === 'Obsidian') return names.map((name) => name.replace(/^#(?=.)/, ''));
  return system === 'Eleventy' ? names.filter((name) => !COLLECTIONS.test(name)) : names;
}

/** Names of the collections in Eleventy's starters. */
const COLLECTIONS = /^(?:all|nav|posts?)$/;

/** Reads topic names, unique and at most 32. One text may contain several, separated by commas; lists may be nested. */
function readTopicNames(value: unknown, path: FieldPath, report: Report): string[] {
  const isList = Array.isArray(value);
  const items = typeof value === 'string' ? value.split(',') : asList(value).flatMap(flatten);
  const names = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const itemPath = isList ? [...path, index] : path;
    const topic = isMapping(item) ? (item.name ?? item.title ?? item.label ?? item) : item;
    const name = topic === null ? undefined : readPlainText({ value: topic, path: itemPath, report }, MAX_TOPIC_NAME);
    if (name === undefined || names.has(topicKey(name))) continue;
    if (names.size === MAX_TOPICS) {
      report({
        severity: 'warning',
        path: itemPath,
        code: 'cut',
        message: `Expected at most ${MAX_TOPICS} topics, found ${items.length}; the rest is left out.`,
      });
      break;
    }
    names.set(topicKey(name), name);
  }
  return [...names.values()];
}

/** Hexo writes a path of categories as a list in the list. */
const flatten = (item: unknown): unknown[] =>
  Array.isArray(item) ? item.filter((name) => !Array.isArray(name)) : [item];

const cache = new Map<string, string>();
const MAX_CACHED = 10_000;

/** A key that is equal for names of the same topic: NFKC, lower case, and one space for runs of spaces and hyphens. */
export function topicKey(name: string): string {
  const cached = cache.get(name);
  if (cached !== undefined) return cached;
  const folded = name.normalize('NFKC').toLowerCase().normalize('NFKC');
  const key = folded.replace(/[\s-]+/g, ' ').trim();
  if (cache.size < MAX_CACHED) cache.set(name, key);
  return key;
}
