import { existsSync } from 'node:fs';
import path from 'node:path';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { groupBy } from '../../util/group-by.ts';
import type { ArticleRecord } from './article-record.ts';
import type { CacheEntry } from './cache-entry.ts';

/** A new file with the text of an article whose file is gone. */
export interface Rename {
  file: string;
  /** The article of the file that is gone. It was published. */
  former: ArticleRecord;
}

interface RenamesInput {
  /** The content root. */
  root: string;
  added: readonly CacheEntry[];
  /** The entries of files that may be gone. */
  candidates: Iterable<CacheEntry>;
}

/** Finds renamed files by their hashes. Of several files with one text, the first by path belong together. */
export function findRenames({ root, added, candidates }: RenamesInput): Rename[] {
  const hashes = new Set(added.map(({ hash }) => hash).filter((hash) => hash !== ''));
  const gone = [...candidates]
    .filter(({ hash }) => hashes.has(hash))
    .filter(({ result: { record } }) => record && !record.isDraft && !existsSync(path.join(root, record.file)))
    .sort(byPath);
  const byHash = groupBy(gone, ({ hash }) => hash);
  return added.toSorted(byPath).flatMap(({ hash, result: { file } }) => {
    const former = byHash.get(hash)?.shift()?.result.record;
    return former ? [{ file, former }] : [];
  });
}

const byPath = (a: CacheEntry, b: CacheEntry): number => compareCodeUnits(a.result.file, b.result.file);
