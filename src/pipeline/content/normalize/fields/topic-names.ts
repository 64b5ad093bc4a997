import type { FieldPath, Report } from '../../../diagnostics/diagnostic.ts';
import { asList, readPlainText } from '../values/read-value.ts';

export const MAX_TOPICS = 32;
export const MAX_TOPIC_NAME = 200;

/** The names of an article's topics, as spelt, at most 32. One text may name several, divided by commas. */
export function readTopicNames(value: unknown, path: FieldPath, report: Report): string[] {
  const isList = Array.isArray(value);
  const given = typeof value === 'string' ? value.split(',') : asList(value);
  const names = new Map<string, string>();
  for (const [index, item] of given.entries()) {
    const at = isList ? [...path, index] : path;
    const name = item === null ? undefined : readPlainText({ value: item, path: at, report }, MAX_TOPIC_NAME);
    if (name === undefined || names.has(topicKey(name))) continue;
    if (names.size === MAX_TOPICS) {
      report({
        severity: 'warning',
        path: at,
        code: 'cut',
        message: `Expected at most ${MAX_TOPICS} topics, found ${given.length}; the rest is cut.`,
      });
      break;
    }
    names.set(topicKey(name), name);
  }
  return [...names.values()];
}

const keys = new Map<string, string>();
const MAX_KEYS = 10_000;

/** Names that mean the same topic: equal after NFKC, lower case and runs of space or hyphen made one. */
export function topicKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const folded = name.normalize('NFKC').toLowerCase().normalize('NFKC');
  const key = folded.replace(/[\s-]+/g, ' ').trim();
  if (keys.size < MAX_KEYS) keys.set(name, key);
  return key;
}
