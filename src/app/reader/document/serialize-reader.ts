import type { KeptArticle } from './kept-article.ts';
import { READER_FORMAT, type ReadMarks } from './parse-reader-file.ts';
import { type Change, READER_VERSION, SECTIONS } from './reader-document.ts';

/** The oldest read marks beyond this number are dropped: each takes some bytes and time. */
const MAX_READ_MARKS = 20_000;

/** The document as JSON, see `parseReaderFile`. With `articles` also the rest of the saved articles. */
export function serializeReader(changes: readonly Change[], articles?: ReadonlyMap<string, KeptArticle>): string {
  const sections = SECTIONS.map((section) => {
    const own = changes.filter(([each]) => each === section);
    return [section, section === 'read' ? toReadMarks(newest(own, MAX_READ_MARKS)) : toEntries(own)];
  });
  return JSON.stringify({
    format: READER_FORMAT,
    version: READER_VERSION,
    ...Object.fromEntries(sections),
    ...(articles && { articles: Object.fromEntries(articles) }),
  });
}

const toEntries = (changes: readonly Change[]) =>
  Object.fromEntries(changes.map(([, id, stamp, value]) => [id, [stamp, value]]));

const toReadMarks = (changes: readonly Change[]): ReadMarks => ({
  slugs: changes.map(([, slug]) => slug),
  stamps: changes.map(([, , stamp, value]) => (value === null ? -stamp : stamp)),
});

const newest = (changes: readonly Change[], max: number): readonly Change[] =>
  changes.length <= max ? changes : changes.toSorted((a, b) => b[2] - a[2]).slice(0, max);
