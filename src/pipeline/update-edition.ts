import { existsSync } from 'node:fs';
import path from 'node:path';
import { feedPath } from '../model/edition-files.ts';
import { assembleEdition, type BuiltEdition, type Content } from './build-edition.ts';
import { findFiles } from './find-files.ts';
import type { ArticleRecord } from './store/article-record.ts';
import type { ReadFile } from './store/article-store.ts';

/** An edition after a change of its content, and what of it is another now. */
export interface Update {
  content: Content;
  built: BuiltEdition;
  /** The articles, and the feeds that show them; absent when anything may have changed. */
  changed?: Changed;
}

export interface Changed {
  /** Slugs. */
  articles: string[];
  /** As `feedPath` gives them. */
  feeds: string[];
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
  const next = listed.articles.flatMap((file) => changed.get(file) ?? before.get(file) ?? store.read(file, options));
  const nextContent = { ...content, files: listed, read: next };
  const pairs = [...changed].map(([file, now]) => [before.get(file), now] as const);
  const isSamePlace = isKnown && pairs.every(([was, now]) => was && isPlacedAlike(was, now));
  const patched = isSamePlace ? patchArticles(nextContent, built, pairs) : undefined;
  return patched ?? { content: nextContent, built: assembleEdition(nextContent) };
}

/** Whether a file leaves everything where it is: only its article's own words have changed. */
function isPlacedAlike(a: ReadFile, b: ReadFile): boolean {
  return a.record !== undefined && b.record !== undefined && placeOf(a) === placeOf(b);
}

function placeOf({ record, images, issues }: ReadFile): string {
  return JSON.stringify([{ ...record, version: '' }, images, issues]);
}

/** Puts records in the place of those before them. */
function patchArticles(
  content: Content,
  built: BuiltEdition,
  pairs: readonly (readonly [ReadFile | undefined, ReadFile])[],
): Update {
  const records = new Map<ArticleRecord, ArticleRecord>();
  for (const [was, now] of pairs) if (was?.record && now.record) records.set(was.record, now.record);
  const renew = (record: ArticleRecord): ArticleRecord => records.get(record) ?? record;
  const isShown = ({ articles }: { articles: readonly ArticleRecord[] }): boolean =>
    articles.some((record) => records.has(record));
  const feeds = built.feeds.map((feed) =>
    isShown(feed)
      ? { ...feed, articles: feed.articles.map(renew), ...(feed.lead ? { lead: renew(feed.lead) } : {}) }
      : feed,
  );
  return {
    content,
    built: { ...built, articles: built.articles.map(renew), feeds },
    changed: {
      articles: [...records.keys()].map(({ slug }) => slug),
      feeds: built.feeds.filter(isShown).map(({ feed }) => feedPath(feed)),
    },
  };
}
