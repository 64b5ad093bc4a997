import type { KeptArticle } from './kept-article.ts';
import { READER_FORMAT } from './parse-reader-file.ts';
import { type Change, READER_VERSION, SECTIONS } from './reader-document.ts';

/** The oldest read marks beyond this number are dropped: each takes some bytes and time. */
const MAX_READ_MARKS = 20_000;

/** The document as JSON, see `parseReaderFile`. With `articles` also the rest of the saved articles. */
export function serializeReader(changes: readonly Change[], articles?: ReadonlyMap<string, KeptArticle>): string {
  const sections = SECTIONS.map((section) => {
    const own = changes.filter(([each]) => each === section);
    const kept = section === 'read' ? newest(own, MAX_READ_MARKS) : own;
    return [section, Object.fromEntries(kept.map(([, id, stamp, value]) => [id, [stamp, value]]))];
  });
  return JSON.stringify({
    format: READER_FORMAT,
    version: READER_VERSION,
    ...Object.fromEntries(sections),
    ...(articles && { articles: Object.fromEntries(articles) }),
  });
}

const newest = (changes: readonly Change[], max: number): readonly Change[] =>
  changes.length <= max ? changes : changes.toSorted((a, b) => b[2] - a[2]).slice(0, max);
