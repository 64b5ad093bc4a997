import type { FieldPath, Report } from '../../../diagnostics/diagnostic.ts';
import { asList, readPlainText } from '../values/read-value.ts';

export const MAX_TOPICS = 32;
export const MAX_TOPIC_NAME = 200;

/** Reads the topic names of an article, unique and at most 32. One text may contain several, separated by commas. */
export function readTopicNames(value: unknown, path: FieldPath, report: Report): string[] {
  const isList = Array.isArray(value);
  const items = typeof value === 'string' ? value.split(',') : asList(value);
  const names = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const itemPath = isList ? [...path, index] : path;
    const name = item === null ? undefined : readPlainText({ value: item, path: itemPath, report }, MAX_TOPIC_NAME);
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
