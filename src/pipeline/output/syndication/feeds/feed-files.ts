import { collectionPath } from '../../../../model/addresses/permalinks.ts';
import type { Article, Summary } from '../../../../model/article.ts';
import { PAGE_SIZE } from '../../../../model/edition.ts';
import type { ArticleRecord } from '../../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../../edition/build-edition.ts';
import type { Collection } from '../../../edition/collection.ts';
import { LARGE_ICON } from '../../../settings/look/icon-names.ts';
import { publicUrl } from '../../../settings/public-url.ts';
import { defined } from '../../../util/defined.ts';
import { hashOf } from '../../../util/hash.ts';
import { lazyFile, type OutputFile } from '../../files/output-file.ts';
import { lastChange, latest } from '../shared/last-change.ts';
import { type FeedEntry, toFeedEntry } from './feed-entry.ts';

/** The content of a feed in any format. All URLs are full. */
export interface FeedDocument {
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** The URL of the page. */
  pageUrl: string;
  /** The URL of the feed itself. */
  selfUrl: string;
  iconUrl: string;
  /** The name of the software, unless the publisher hides it. */
  generator: string | undefined;
  /** The date of the last change of an entry. */
  updatedAt: string;
  /** Newest first. */
  entries: FeedEntry[];
}

/** A page whose articles a feed has. */
export interface FeedSource {
  /** The path of the page. */
  path: string;
  /** The name of the page; absent for the front page. */
  title?: string;
}

interface FeedInput {
  source: FeedSource;
  /** Newest first. */
  articles: readonly ArticleRecord[];
  /** The path relative to the page: `atom.xml`. */
  name: string;
  write: (document: FeedDocument) => string;
  /** Changes with everything that `write` uses besides the document. */
  version?: string;
}

/** The collections without drafts, which are only shown on this site. */
export const publicCollections = ({ collections }: BuiltEdition): Collection[] =>
  collections.map((collection) => ({ ...collection, articles: collection.articles.filter(({ isDraft }) => !isDraft) }));

/** A feed of the newest articles for each collection. */
export function* newestFeedFiles(
  built: BuiltEdition,
  format: Pick<FeedInput, 'name' | 'write'>,
): Generator<OutputFile> {
  for (const collection of publicCollections(built))
    yield feedFile(built, { ...format, source: sourceOf(collection), articles: newestOf(collection) });
}

export const sourceOf = ({ id, topic, provider }: Collection): FeedSource => ({
  path: collectionPath(id),
  ...defined('title', (topic ?? provider)?.name),
});

export const newestOf = ({ articles }: Collection): ArticleRecord[] => articles.slice(0, PAGE_SIZE);

export function feedFile(built: BuiltEdition, { source, articles, name, write, version = '' }: FeedInput): OutputFile {
  const { settings, serializer } = built;
  const { site, feedLinks, feedContent } = settings;
  const isFull = feedContent === 'full';
  const entryVersion = isFull ? serializer.articleVersion : serializer.summaryVersion;
  const link = source.path + name;
  const head = (): Omit<FeedDocument, 'entries'> => ({
    ...describeFeed(source, built),
    language: site.language,
    pageUrl: publicUrl(site, source.path),
    selfUrl: publicUrl(site, link),
    iconUrl: publicUrl(site, site.onlyIcon ?? LARGE_ICON),
    generator: site.hidesCredit ? undefined : 'Broadsheet',
    updatedAt: latest(articles.map(lastChange)),
  });
  return lazyFile({
    path: decodeURIComponent(link).slice(1),
    version: () => hashOf([JSON.stringify(head()), feedLinks, version, ...articles.map(entryVersion)].join('\n')),
    body: () => {
      const entries = articles.map((record) => {
        const summary = JSON.parse(serializer.summary(record)) as Summary;
        const body = isFull ? (JSON.parse(serializer.article(record)) as Article).body : undefined;
        return toFeedEntry({ summary, record, body, settings });
      });
      return write({ ...head(), entries });
    },
  });
}

function describeFeed({ title: own }: FeedSource, { settings }: BuiltEdition) {
  const { title, description = title } = settings.site;
  if (own === undefined) return { title, description };
  const name = `${own} · ${title}`;
  return { title: name, description: name };
}
