import { collectionPath } from '../../model/addresses/permalinks.ts';
import type { Summary } from '../../model/article.ts';
import type { BodyNode } from '../../model/body.ts';
import type { PageLabel } from '../../model/edition.ts';
import type { ProviderEntry } from '../../model/provider.ts';
import type { TopicEntry } from '../../model/topic.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { ArticleStore } from '../content/cache/article-store.ts';
import type { ArticleFileResult } from '../content/cache/cache-entry.ts';
import type { KeyedCache } from '../content/cache/keyed-cache.ts';
import { newestFirst } from '../content/cache/newest-first.ts';
import { type ContentFiles, findFiles } from '../content/files/find-files.ts';
import { detectLayout } from '../content/files/folder-layout.ts';
import { listPublicFiles, type PublicFile } from '../content/files/public-files.ts';
import { describeUndated } from '../content/files/unread-files.ts';
import { createLocalImages, type LocalImageResult } from '../content/images/local-images.ts';
import type { LocalImage } from '../content/images/read-local-file.ts';
import { locateDeferred } from '../content/locate-deferred.ts';
import type { ReadOptions } from '../content/read-article.ts';
import { readAuthorFiles } from '../content/read-authors.ts';
import { readProviders } from '../content/read-providers.ts';
import { readSiteFooter } from '../content/read-site-footer.ts';
import { readTopics } from '../content/read-topics.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withFeedLink } from '../settings/feed-formats.ts';
import { readThemeFile } from '../settings/look/theme/read-theme-file.ts';
import type { Settings } from '../settings/settings.ts';
import { findSiteImages } from '../settings/site-images.ts';
import { defined } from '../util/defined.ts';
import { listPages } from './addresses/publisher-pages.ts';
import { buildCollections } from './build-collections.ts';
import { buildTopicTree, type TopicTree } from './build-topic-tree.ts';
import { findEmptyPagesFolder } from './checks/empty-pages-folder.ts';
import { checkPurge } from './checks/purged-articles.ts';
import { findRenamedFiles } from './checks/renamed-files.ts';
import { asImageErrors } from './checks/strict-images.ts';
import { findUnreadFields } from './checks/unread-fields.ts';
import type { Collection } from './collection.ts';
import { findEvents } from './coverage/find-events.ts';
import type { ReportSegment } from './coverage/grouping/report-segments.ts';
import { indexEvents, type NewsEvent } from './coverage/news-event.ts';
import { findFutureDates, isFuture } from './future-dates.ts';
import { indexNearestArticles } from './nearest-articles.ts';
import { findRedirects, type Redirect } from './redirects.ts';
import { linkNodes } from './references/link-body.ts';
import { indexPages, type PageIndex } from './references/page-index.ts';
import { type Referrer, resolveReferences } from './references/resolve-references.ts';
import { resolveSiteLinks } from './references/resolve-site-links.ts';
import { relateArticles } from './relate-articles.ts';
import { type Counts, selectArticles } from './select-articles.ts';
import { type ArticleSerializer, createArticleSerializer } from './serialize-articles.ts';
import { chooseOrder, type FrontOrder } from './top/choose-order.ts';
import { orderTop } from './top/order-top.ts';
import type { OrderedCard } from './top/spread.ts';

/** The files of a content folder after reading, before they are related to each other. */
export interface Content {
  root: string;
  settings: Settings;
  store: ArticleStore;
  /** Keeps what is known of older articles when events are found. */
  coverageCache?: KeyedCache<ReportSegment>;
  /** The options with which article files are read. */
  options: ReadOptions;
  files: ContentFiles;
  read: ArticleFileResult[];
  topics: ReturnType<typeof readTopics>;
  providers: ReturnType<typeof readProviders>;
  authors: ReturnType<typeof readAuthorFiles>;
  siteImages: ReturnType<typeof findSiteImages>;
  footer: ReturnType<typeof readSiteFooter>;
  public: ReturnType<typeof listPublicFiles>;
  theme: ReturnType<typeof readThemeFile>;
}

/** An edition that is ready to be written. */
export interface BuiltEdition {
  settings: Settings;
  /** The articles in lists, newest first. */
  articles: ArticleRecord[];
  /** The articles that have a page but are in no list, newest first, and pages of the publisher. No collection contains them. */
  unlisted: ArticleRecord[];
  /** The pages of the publisher, in their order. */
  pages: PageLabel[];
  /** The text in the footer of all pages. */
  footer: BodyNode[];
  topics: TopicEntry[];
  providers: ProviderEntry[];
  collections: Collection[];
  /** By their oldest article, oldest first. */
  events: NewsEvent[];
  /** The order of the front page. */
  order: FrontOrder;
  /** The newest articles in the order of points. */
  top: OrderedCard[];
  /** Finds a topic by any spelling of its name. */
  findTopic: TopicTree['find'];
  /** Redirects from former paths, newest article first. */
  redirects: Redirect[];
  /** Creates the JSON of articles and summaries. */
  serializer: ArticleSerializer;
  localImages: LocalImage[];
  /** The files that are copied from `public/`. */
  publicFiles: PublicFile[];
  /** The publisher's own style rules, if there are any. */
  theme?: string;
  /** The paths of the local images of an article by the path of its content file, if it has any. */
  imagesOf: ReadonlyMap<string, string[]>;
  /** The slugs of withdrawn articles that are deleted from what readers have saved, too. */
  purge: string[];
  counts: Counts;
  diagnostics: Diagnostic[];
}

interface BuildEditionInput {
  /** The content root. */
  root: string;
  settings: Settings;
  store: ArticleStore;
  coverageCache?: KeyedCache<ReportSegment>;
  /** The current time, in milliseconds since 1970. It decides which articles are shown, and influences warnings. */
  now?: number;
}

/** Builds an edition from a content root. Never throws for the content of a file: errors are diagnostics. */
export const buildEdition = ({ now, ...input }: BuildEditionInput): BuiltEdition =>
  assembleEdition(readContent(input), now);

/** Reads the files of a content folder. */
export function readContent({ root, settings, store, coverageCache }: Omit<BuildEditionInput, 'now'>): Content {
  const layout = detectLayout(root);
  const files = findFiles(root, settings, layout);
  const { language, timeZone, address } = settings.site;
  const { remoteImages, pagesFolder } = settings;
  const localImages = createLocalImages(root, layout.staticFolders);
  const options = {
    language,
    timeZone,
    layout,
    remoteImages,
    localImages,
    ...defined('siteUrl', address),
    ...defined('pagesFolder', pagesFolder),
  };
  return {
    root,
    settings,
    store,
    ...defined('coverageCache', coverageCache),
    options,
    files,
    read: store.readAll(files.articles, options),
    topics: readTopics(root, files.topics),
    providers: readProviders(root, files.providers, options),
    authors: readAuthorFiles(root, files.authors),
    siteImages: findSiteImages(settings, options.localImages),
    footer: readSiteFooter(settings.footer, settings.file ?? '', options),
    public: listPublicFiles(root, layout),
    theme: readThemeFile(root, settings.site.basePath),
  };
}

/** Relates the files to each other: selects articles, builds topics and collections, finds redirects. */
export function assembleEdition(
  { root, settings, store, coverageCache, ...content }: Content,
  clock = Date.now(),
): BuiltEdition {
  const { files, read, siteImages, footer } = content;
  const { future, buildTime: now = clock } = settings;
  const selection = selectArticles(read, settings, now);
  const { articles, unlisted, counts } = selection;
  const withPage = unlisted.length > 0 ? [...articles, ...unlisted].sort(newestFirst) : articles;
  const topics = buildTopicTree({
    declared: content.topics.topics,
    articles: articles.map(({ topicNames }) => topicNames),
  });
  const relations = relateArticles({
    listed: articles,
    all: withPage,
    providers: content.providers.providers,
    authors: content.authors.authors,
  });
  const { collections, providers } = buildCollections(articles, topics, relations);
  const titleOf = (article: ArticleRecord): string => (JSON.parse(store.summary(article)) as Summary).title;
  const footerText: Referrer = { file: settings.file ?? '', field: 'footer', references: footer.references };
  let pageIndex: PageIndex | undefined;
  const pages = (): PageIndex => {
    pageIndex ??= indexPages({
      articles: withPage,
      collectionPaths: collections.map(({ id }) => collectionPath(id)),
      publicFiles: content.public.files,
      titleOf,
    });
    return pageIndex;
  };
  const references = resolveReferences({ articles: withPage, others: [footerText], pages, site: settings.site });
  const siteLinks = resolveSiteLinks({ settings: { ...settings, site: siteImages.site }, pages });
  const isScheduled = ({ isDraft, publishedAt }: ArticleRecord): boolean =>
    future === 'mark' && !isDraft && isFuture(publishedAt, now);
  const { events, diagnostics: eventDiagnostics } = findEvents({
    articles,
    settings,
    summaryOf: store.summary,
    completeProvider: relations.completeProvider,
    isScheduled,
    ...defined('cache', coverageCache),
  });
  const redirection = findRedirects(withPage, collections, events);
  const eventOf = indexEvents(events);
  const nearest = indexNearestArticles(collections, topics, eventOf);
  const purge = checkPurge(settings, withPage);
  const deferred = [
    ...siteImages.diagnostics,
    ...findEmptyPagesFolder(settings, files.articles),
    ...footer.diagnostics,
    ...topics.diagnostics,
    ...selection.diagnostics,
    ...siteLinks.diagnostics,
    ...redirection.diagnostics,
    ...references.diagnostics,
    ...(future === 'show' ? findFutureDates(withPage, now) : []),
    ...findRenamedFiles({ root, renames: store.renames(), articles: withPage, redirects: redirection.redirects }),
    ...findUnreadFields(read),
    ...purge.diagnostics,
    ...eventDiagnostics,
  ];
  const selected = new Set(withPage.map(({ file }) => file));
  const withImages = read.filter(({ file, images }) => images.length > 0 && selected.has(file));
  const diagnostics = [
    ...files.diagnostics,
    ...content.public.diagnostics,
    ...content.theme.diagnostics,
    ...content.topics.diagnostics,
    ...content.providers.diagnostics,
    ...content.authors.diagnostics,
    ...relations.diagnostics,
    ...read.flatMap((file) => file.diagnostics),
    ...describeUndated(read.flatMap(({ file, isUndated }) => (isUndated ? [file] : []))),
    ...locateDeferred(root, deferred, content.options),
  ];
  const serializer = createArticleSerializer({
    store,
    topics,
    relations,
    nearest,
    collections,
    references,
    eventOf,
    isScheduled,
    language: settings.site.language,
  });
  const order = chooseOrder(articles, eventOf, settings);
  return {
    settings: { ...settings, site: withFeedLink(siteLinks.site, settings) },
    articles,
    unlisted,
    pages: listPages(unlisted, { titleOf, language: settings.site.language }),
    footer: linkNodes(footer.nodes, references.of(footerText)),
    topics: topics.entries,
    providers,
    collections,
    events,
    order,
    top: order.hasTop
      ? orderTop({
          articles,
          eventOf,
          leadOf: serializer.events.leadOf,
          completeProvider: relations.completeProvider,
          findTopic: topics.find,
          pinned: collections[0]?.lead,
        })
      : [],
    findTopic: topics.find,
    redirects: redirection.redirects,
    serializer,
    publicFiles: content.public.files,
    ...defined('theme', content.theme.css),
    localImages: uniqueImages([
      ...withImages.flatMap(({ images }) => images),
      ...relations.images,
      ...siteImages.images,
      ...footer.images,
    ]),
    imagesOf: new Map(withImages.map(({ file, images }) => [file, uniqueImages(images).map(({ output }) => output)])),
    purge: purge.slugs,
    counts,
    diagnostics: settings.strict ? asImageErrors(diagnostics, read) : diagnostics,
  };
}

const uniqueImages = (results: readonly LocalImageResult[]): LocalImage[] => [
  ...new Map(results.flatMap((result) => ('image' in result ? [[result.image.output, result.image]] : []))).values(),
];
