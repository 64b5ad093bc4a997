import { existsSync } from 'node:fs';
import path from 'node:path';
import { collectionKey } from '../../model/edition-files.ts';
import type { ArticleFileResult } from '../content/cache/cache-entry.ts';
import { findFiles } from '../content/find-files.ts';
import { assembleEdition, type BuiltEdition, type Content } from './build-edition.ts';

/** An edition after a change of its content, and what of it is another now. */
export interface Update {
  content: Content;
  built: BuiltEdition;
  /** The articles, and the feeds that show them; absent when anything may have changed. */
  changed?: Changed;
}

export interface Changed {
  /** Slugs; also of articles whose files show one that changed. */
  articles: string[];
  /** As `collectionKey` gives them. */
  collections: string[];
}

/**
 * Takes up changes of article files, named by their paths below the root: each of them is read, and no other. Nothing
 * when one is no article file: then what other files are read with may have changed.
 */
export function updateEdition(content: Content, built: BuiltEdition, files: readonly string[]): Update | undefined {
  const { root, settings, store, options, read } = content;
  const before = new Map(read.map((each) => [each.file, each]));
  const isKnown = files.every((file) => before.has(file) && existsSync(path.join(root, file)));
  const listed = isKnown ? content.files : findFiles(root, settings.articles);
  const after = isKnown ? before : new Set(listed.articles);
  if (!files.every((file) => before.has(file) || after.has(file))) return undefined;

  const changed = new Map(files.filter((file) => after.has(file)).map((file) => [file, store.read(file, options)]));
  if (isKnown) {
    const pairs = [...changed].map(([file, now]) => [before.get(file), now] as const);
    const isSpokenOf = built.diagnostics.some(({ file }) => changed.has(file));
    const isInPlace = pairs.every(([was, now]) => was && isPlacedAlike(was, now));
    if (isInPlace && !isSpokenOf) return patchArticles(content, built, pairs);
  }
  const next = listed.articles.flatMap((file) => changed.get(file) ?? before.get(file) ?? store.read(file, options));
  const nextContent = { ...content, files: listed, read: next };
  return { content: nextContent, built: assembleEdition(nextContent) };
}

/** Whether a file leaves everything where it is: only its article's own words have changed. */
function isPlacedAlike(a: ArticleFileResult, b: ArticleFileResult): boolean {
  return a.record !== undefined && b.record !== undefined && placeOf(a) === placeOf(b);
}

function placeOf({ record, images, diagnostics }: ArticleFileResult): string {
  return JSON.stringify([{ ...record, version: '' }, images, diagnostics]);
}

/** Changes records where they are, so that all that has been made of their places stays as it is. */
function patchArticles(
  content: Content,
  built: BuiltEdition,
  pairs: readonly (readonly [ArticleFileResult | undefined, ArticleFileResult])[],
): Update {
  const records = pairs.flatMap(([was, now]) => (was?.record ? Object.assign(was.record, now.record) : []));
  const collections = built.collections.filter(({ articles }) => records.some((record) => articles.includes(record)));
  const articles = new Set([...records, ...records.flatMap(built.serializer.shownBy)]);
  return {
    content,
    built,
    changed: {
      articles: [...articles].map(({ slug }) => slug),
      collections: collections.map(({ id }) => collectionKey(id)),
    },
  };
}
