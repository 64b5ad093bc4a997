import { statSync } from 'node:fs';
import path from 'node:path';
import type { Article, Summary } from '../model/article.ts';
import type { ProviderEntry } from '../model/provider.ts';
import type { TopicEntry } from '../model/topic.ts';
import type { FeedArticles } from './feeds.ts';
import { findFiles } from './find-files.ts';
import { foldTopics } from './fold-topics.ts';
import { gatherFeeds } from './gather-feeds.ts';
import type { Issue } from './issue.ts';
import { createLocalImages, type LocalImage, type LocalImageResult } from './local-images.ts';
import { locateInFile } from './locate-in-file.ts';
import { type ReadArticle, type ReadOptions, readArticle } from './read-article.ts';
import { readProviders } from './read-providers.ts';
import { readTopics } from './read-topics.ts';
import { relateArticles } from './relate-articles.ts';
import { type Counts, selectArticles } from './select-articles.ts';
import type { Settings } from './settings.ts';
import { findSiteLogo } from './site-logo.ts';

/** What the content folder came to, before it is written. */
export interface BuiltEdition {
  settings: Settings;
  /** Newest first. */
  articles: Article[];
  summaries: Summary[];
  topics: TopicEntry[];
  providers: ProviderEntry[];
  feeds: FeedArticles[];
  localImages: LocalImage[];
  counts: Counts;
  issues: Issue[];
}

/** Files that were read before, by their path, with what tells whether they changed. */
export type FileCache = Map<string, { stamp: string; read: ReadArticle }>;

interface BuildEditionInput {
  /** The content root. */
  root: string;
  settings: Settings;
  /** Kept between builds, it saves reading what has not changed. */
  cache?: FileCache;
}

/** From content root to edition. Never throws for what is in a file: every problem is an issue. */
export function buildEdition({ root, settings, cache = new Map() }: BuildEditionInput): BuiltEdition {
  const files = findFiles(root, settings.articles);
  const options: ReadOptions = {
    language: settings.site.language,
    remoteImages: settings.remoteImages,
    localImages: createLocalImages(root),
  };
  const read = files.articles.map((file) => readCached(path.join(root, file), file, options, cache));
  const declaredTopics = readTopics(root, files.topics);
  const declaredProviders = readProviders(root, files.providers, options);
  const logo = findSiteLogo(settings, options.localImages);

  const selection = selectArticles(read, settings);
  const topics = foldTopics({
    declared: declaredTopics.topics,
    articles: selection.articles.map(({ topicNames }) => topicNames),
  });
  const related = relateArticles(selection.articles, topics, declaredProviders.providers);
  const pinned = selection.articles.find(({ isPinned }) => isPinned)?.slug;
  const gathered = gatherFeeds(related.articles, topics, pinned);

  const late = [...logo.findings, ...topics.findings, ...selection.findings];
  const chosen = new Set(related.articles.map(({ file }) => file));
  const images = read.filter(({ file }) => chosen.has(file)).flatMap((file) => file.images);
  return {
    settings: { ...settings, site: logo.site },
    articles: related.articles,
    ...gathered,
    topics: topics.entries,
    localImages: uniqueImages([...images, ...related.images, ...logo.images]),
    counts: selection.counts,
    issues: [
      ...files.issues,
      ...declaredTopics.issues,
      ...declaredProviders.issues,
      ...related.issues,
      ...read.flatMap(({ issues }) => issues),
      ...late.map((finding) => locateInFile(root, finding)),
    ],
  };
}

/** A file is read again when it, a picture that it asks for, or a setting that it was read with has changed. */
function readCached(source: string, file: string, options: ReadOptions, cache: FileCache): ReadArticle {
  const stamp = stampOf(source);
  const stampWith = (images: readonly LocalImageResult[]): string =>
    [stamp, options.language, options.remoteImages, ...images.map(({ asked }) => stampOf(asked))].join(' ');
  const known = cache.get(source);
  if (known && stamp !== undefined && known.stamp === stampWith(known.read.images)) return known.read;
  const read = readArticle(source, file, options);
  cache.set(source, { stamp: stampWith(read.images), read });
  return read;
}

function stampOf(source: string): string | undefined {
  try {
    const { mtimeMs, size } = statSync(source);
    return `${mtimeMs} ${size}`;
  } catch {
    return undefined;
  }
}

const uniqueImages = (results: readonly LocalImageResult[]): LocalImage[] => [
  ...new Map(results.flatMap((result) => ('image' in result ? [[result.image.output, result.image]] : []))).values(),
];
