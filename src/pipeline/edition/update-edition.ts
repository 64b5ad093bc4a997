import { existsSync } from 'node:fs';
import path from 'node:path';
import { collectionKey } from '../../model/edition-files.ts';
import type { ArticleFileResult } from '../content/cache/cache-entry.ts';
import { findFiles } from '../content/files/find-files.ts';
import { assembleEdition, type BuiltEdition, type Content } from './build-edition.ts';

/** An edition after a change of content files. */
export interface Update {
  content: Content;
  built: BuiltEdition;
  /** What has changed; absent if anything may have changed. */
  changed?: Changed;
}

export interface Changed {
  /** The slugs of changed articles, and of articles that show one as a nearest article. */
  articles: string[];
  /** The keys of the collections that contain a changed article, see `collectionKey`. */
  collections: string[];
}

/**
 * Updates an edition after changes of article files, given by paths relative to the root. Reads only these files. Returns
 * `undefined` if one is not an article file: then the settings, topics, providers or images may have changed.
 */
export function updateEdition(content: Content, built: BuiltEdition, files: readonly string[]): Update | undefined {
  const { root, settings, store, options, read } = content;
  const before = new Map(read.map((each) => [each.file, each]));
  const isKnown = files.every((file) => before.has(file) && existsSync(path.join(root, file)));
  const listed = isKnown ? content.files : findFiles(root, settings, options.layout);
  const after = isKnown ? before : new Set(listed.articles);
  if (!files.every((file) => before.has(file) || after.has(file))) return undefined;

  const changed = new Map(files.filter((file) => after.has(file)).map((file) => [file, store.read(file, options)]));
  if (isKnown) {
    const pairs = [...changed].map(([file, now]) => [before.get(file), now] as const);
    const hasDiagnostics = built.diagnostics.some(({ file }) => changed.has(file));
    const isOnlyText = pairs.every(([old, now]) => old && isInEdition(old, built) && isOnlyTextChanged(old, now));
    if (isOnlyText && !hasDiagnostics) return patchArticles(content, built, pairs);
  }
  const next = listed.articles.flatMap((file) => changed.get(file) ?? before.get(file) ?? store.read(file, options));
  const nextContent = { ...content, files: listed, read: next };
  return { content: nextContent, built: assembleEdition(nextContent) };
}

/** Whether the edition has the record of a file itself. An article with a slug that another has is there as a copy. */
const isInEdition = ({ record }: ArticleFileResult, { articles }: BuiltEdition): boolean =>
  record !== undefined && articles.includes(record);

/**
 * Whether only texts of an article have changed, so that its order and its relations are the same. Its event is found
 * again with the next other change: that takes longer than an editor waits.
 */
function isOnlyTextChanged(a: ArticleFileResult, b: ArticleFileResult): boolean {
  return a.record !== undefined && b.record !== undefined && withoutVersion(a) === withoutVersion(b);
}

function withoutVersion({ record, images, diagnostics, names }: ArticleFileResult): string {
  return JSON.stringify([{ ...record, version: '' }, images, diagnostics, names]);
}

/** Mutates the records, so that everything computed from them stays valid: order, topics, collections, relations. */
function patchArticles(
  content: Content,
  built: BuiltEdition,
  pairs: readonly (readonly [ArticleFileResult | undefined, ArticleFileResult])[],
): Update {
  const records = pairs.flatMap(([old, now]) => (old?.record ? Object.assign(old.record, now.record) : []));
  const collections = built.collections.filter(({ articles }) => records.some((record) => articles.includes(record)));
  const articles = new Set([...records, ...records.flatMap(built.serializer.articlesShowing)]);
  return {
    content,
    built,
    changed: {
      articles: [...articles].map(({ slug }) => slug),
      collections: collections.map(({ id }) => collectionKey(id)),
    },
  };
}
