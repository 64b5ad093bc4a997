import type { ProviderEntry } from '../../model/provider.ts';
import type { TopicEntry } from '../../model/topic.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { ArticleStore } from '../content/cache/article-store.ts';
import type { ArticleFileResult } from '../content/cache/cache-entry.ts';
import { type ContentFiles, findFiles } from '../content/find-files.ts';
import { createLocalImages, type LocalImage, type LocalImageResult } from '../content/images/local-images.ts';
import { locateDeferred } from '../content/locate-deferred.ts';
import type { ReadOptions } from '../content/read-article.ts';
import { readProviders } from '../content/read-providers.ts';
import { readTopics } from '../content/read-topics.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withFeedLink } from '../settings/feed-formats.ts';
import type { Settings } from '../settings/settings.ts';
import { findSiteLogo } from '../settings/site-logo.ts';
import { buildCollections } from './build-collections.ts';
import { buildTopicTree, type TopicTree } from './build-topic-tree.ts';
import type { Collection } from './collection.ts';
import { findFutureDates } from './future-dates.ts';
import { indexNearestArticles } from './nearest-articles.ts';
import { findRedirects, type Redirect } from './redirects.ts';
import { relateArticles } from './relate-articles.ts';
import { type Counts, selectArticles } from './select-articles.ts';
import { type ArticleSerializer, createArticleSerializer } from './serialize-articles.ts';

/** What a content folder holds, file by file. */
export interface Content {
  root: string;
  settings: Settings;
  store: ArticleStore;
  /** What article files are read with. */
  options: ReadOptions;
  files: ContentFiles;
  read: ArticleFileResult[];
  topics: ReturnType<typeof readTopics>;
  providers: ReturnType<typeof readProviders>;
  logo: ReturnType<typeof findSiteLogo>;
}

/** What the content folder came to, before it is written. */
export interface BuiltEdition {
  settings: Settings;
  /** Newest first. */
  articles: ArticleRecord[];
  topics: TopicEntry[];
  providers: ProviderEntry[];
  collections: Collection[];
  /** The topic that a name means. */
  findTopic: TopicTree['find'];
  /** From where articles could be found before, newest article first. */
  redirects: Redirect[];
  /** Makes the JSON of articles and their summaries. */
  serializer: ArticleSerializer;
  localImages: LocalImage[];
  counts: Counts;
  diagnostics: Diagnostic[];
}

interface BuildEditionInput {
  /** The content root. */
  root: string;
  settings: Settings;
  store: ArticleStore;
  /** The clock, in milliseconds: it decides what is warned of, and nothing that is written. */
  now?: number;
}

/** From content root to edition. Never throws for what is in a file: every problem is an issue. */
export const buildEdition = ({ now, ...input }: BuildEditionInput): BuiltEdition =>
  assembleEdition(readContent(input), now);

export function readContent({ root, settings, store }: Omit<BuildEditionInput, 'now'>): Content {
  const files = findFiles(root, settings.articles);
  const { language } = settings.site;
  const options = { language, remoteImages: settings.remoteImages, localImages: createLocalImages(root) };
  return {
    root,
    settings,
    store,
    options,
    files,
    read: store.readAll(files.articles, options),
    topics: readTopics(root, files.topics),
    providers: readProviders(root, files.providers, options),
    logo: findSiteLogo(settings, options.localImages),
  };
}

export function assembleEdition({ root, settings, store, ...content }: Content, now = Date.now()): BuiltEdition {
  const { files, read, logo } = content;
  const selection = selectArticles(read, settings);
  const { articles, counts } = selection;
  const topics = buildTopicTree({
    declared: content.topics.topics,
    articles: articles.map(({ topicNames }) => topicNames),
  });
  const relations = relateArticles(articles, content.providers.providers);
  const { collections, providers } = buildCollections(articles, topics, relations);
  const nearest = indexNearestArticles(collections, topics);
  const { redirects, diagnostics: taken } = findRedirects(articles, collections);
  const future = findFutureDates(articles, now);

  const late = [...logo.diagnostics, ...topics.diagnostics, ...selection.diagnostics, ...taken, ...future];
  const chosen = new Set(articles.map(({ file }) => file));
  const images = read.filter(({ file }) => chosen.has(file)).flatMap((file) => file.images);
  return {
    settings: { ...settings, site: withFeedLink(logo.site, settings) },
    articles,
    topics: topics.entries,
    providers,
    collections,
    findTopic: topics.find,
    redirects,
    serializer: createArticleSerializer({ store, topics, relations, nearest }),
    localImages: uniqueImages([...images, ...relations.images, ...logo.images]),
    counts,
    diagnostics: [
      ...files.diagnostics,
      ...content.topics.diagnostics,
      ...content.providers.diagnostics,
      ...relations.diagnostics,
      ...read.flatMap(({ diagnostics }) => diagnostics),
      ...late.map((diagnostic) => locateDeferred(root, diagnostic)),
    ],
  };
}

const uniqueImages = (results: readonly LocalImageResult[]): LocalImage[] => [
  ...new Map(results.flatMap((result) => ('image' in result ? [[result.image.output, result.image]] : []))).values(),
];
