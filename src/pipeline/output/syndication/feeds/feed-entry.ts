import { articlePath } from '../../../../model/addresses/permalinks.ts';
import type { Author, Summary } from '../../../../model/article.ts';
import type { BodyNode } from '../../../../model/body.ts';
import { encodePath } from '../../../../model/edition-files.ts';
import type { Provider } from '../../../../model/provider.ts';
import type { ArticleRecord } from '../../../content/cache/article-record.ts';
import { imageUrl, publicUrl } from '../../../settings/public-url.ts';
import type { Settings } from '../../../settings/settings.ts';
import { defined, withoutUndefined } from '../../../util/defined.ts';
import { lastChange } from '../shared/last-change.ts';
import { bodyHtml } from './body-html.ts';

/** The fields of a summary that feeds do not contain, or contain in another form. */
type OmittedFields =
  | 'slug'
  | 'kind'
  | 'originUrl'
  | 'ampUrl'
  | 'ampCacheUrl'
  | 'event'
  | 'hasMadeExcerpt'
  | 'hasVideo'
  | 'isDraft'
  | 'isScheduled'
  | 'updatedAt'
  | 'topics'
  | 'image';

/**
 * An entry of a feed: the other fields of a summary, and those below. Texts are plain text, URLs are full. `lang` is
 * absent if it is the language of the feed.
 */
export interface FeedEntry extends Omit<Summary, OmittedFields> {
  /** The oldest URL of the page on this site, so that it does not change when the article moves. */
  id: string;
  /** The link of the entry: the page on this site, or the origin URL. */
  url: string;
  /** The other one of these two URLs. */
  otherUrl?: string;
  leadsToOrigin: boolean;
  updatedAt: string;
  /** The names of the topics. */
  topics: string[];
  image?: { url: string; width?: number; height?: number };
  /** The body as HTML, if the feed contains whole articles and the article has one. */
  contentHtml?: string;
}

/** The functions with which a feed format writes each field of an entry. The type requires every field. */
export type FieldWriters<Written> = Record<keyof FeedEntry, (entry: FeedEntry) => Written>;

/** Writes the fields of an entry, in the order of the writers. */
export const writeFields = <Written>(writers: FieldWriters<Written>, entry: FeedEntry): Written[] =>
  Object.values(writers).map((write) => write(entry));

interface EntryInput {
  summary: Summary;
  record: ArticleRecord;
  /** The body, if the feed contains whole articles. */
  body?: BodyNode[] | undefined;
  settings: Pick<Settings, 'site' | 'feedLinks'>;
}

export function toFeedEntry({ summary, record, body, settings: { site, feedLinks } }: EntryInput): FeedEntry {
  const { slug, title, excerpt, publishedAt, lang, provider, authors, topics, image, originUrl } = summary;
  const pageUrl = publicUrl(site, articlePath(slug));
  const leadsToOrigin = feedLinks === 'origin' && originUrl !== undefined;
  const fullImageUrl = image && imageUrl(site, image);
  return withoutUndefined<FeedEntry>({
    id: publicUrl(site, oldestPath(record)),
    leadsToOrigin,
    url: leadsToOrigin ? originUrl : pageUrl,
    otherUrl: leadsToOrigin ? pageUrl : originUrl,
    title,
    excerpt,
    publishedAt,
    updatedAt: lastChange(summary),
    lang,
    provider,
    authors,
    topics: topics.map(({ name }) => name),
    image: image && fullImageUrl !== undefined ? { ...image, url: fullImageUrl } : undefined,
    contentHtml: body && bodyHtml({ body, site, pageUrl }),
  });
}

/** A provider as the author of an entry. */
export const toAuthor = ({ name, domain }: Provider): Author => ({
  name,
  ...defined('url', domain && `https://${domain}/`),
});

/** The oldest path of the page. Only former paths below `/articles/` were feed entries of this site. */
function oldestPath({ slug, formerPaths = [] }: ArticleRecord): string {
  const former = formerPaths.find((path) => path.startsWith('/articles/'));
  return former === undefined ? articlePath(slug) : encodePath(former.replace(/\/*$/, '/'));
}
