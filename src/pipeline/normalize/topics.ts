import type { FieldPath, Report } from '../issue.ts';
import { asList, readPlainText } from './values.ts';

const MAX_TOPICS = 32;
const MAX_NAME = 200;

/** The names of an article's topics, as spelt, at most 32. One text may name several, divided by commas. */
export function readTopicNames(value: unknown, path: FieldPath, report: Report): string[] {
  const isList = Array.isArray(value);
  const given = typeof value === 'string' ? value.split(',').filter((name) => name.trim() !== '') : asList(value);
  if (given.length > MAX_TOPICS) {
    report({ severity: 'warning', path, code: 'cut', message: `More than ${MAX_TOPICS} topics; the rest is cut.` });
  }
  const names = given
    .slice(0, MAX_TOPICS)
    .flatMap(
      (name, index) => readPlainText({ value: name, path: isList ? [...path, index] : path, report }, MAX_NAME) ?? [],
    );
  return [...new Set(names)];
}

/** Names that mean the same topic: equal after NFKC, lower case and runs of space or hyphen made one. */
export const topicKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
