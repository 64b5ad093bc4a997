import type { Summary } from '../../../../model/article.ts';
import { encodePath } from '../../../../model/edition-files.ts';
import { articlePath } from '../../../../model/permalinks.ts';
import type { ArticleRecord } from '../../../content/cache/article-record.ts';
import { imageUrl, publicUrl } from '../../../settings/public-url.ts';
import type { Settings } from '../../../settings/settings.ts';
import { withoutUndefined } from '../../../util/defined.ts';
import { lastChange } from '../shared/last-change.ts';

/** The fields of a summary that feeds do not hold, or hold in another form. */
type NotInFeeds =
  | 'slug'
  | 'kind'
  | 'originUrl'
  | 'ampUrl'
  | 'ampCacheUrl'
  | 'hasVideo'
  | 'isDraft'
  | 'updatedAt'
  | 'topics'
  | 'image';

/**
 * An article as feeds hold it: every other field of its summary, and these. All texts are plain, all URLs full. `lang`
 * is absent where it is the language of the feed.
 */
export interface FeedEntry extends Omit<Summary, NotInFeeds> {
  /** The URL of our page, of several the oldest: it stays the same wherever the entry leads. */
  id: string;
  /** Where the entry leads. */
  url: string;
  /** The URL of the original, if the entry leads to our page, and the other way round. */
  otherUrl?: string;
  leadsToOrigin: boolean;
  updatedAt: string;
  /** Names. */
  topics: string[];
  image?: { url: string; width?: number; height?: number };
}

/** How a feed format writes each field of an entry. The compiler asks for every field. */
export type FieldWriters<Written> = Record<keyof FeedEntry, (entry: FeedEntry) => Written>;

/** What a format writes for an entry, in the order of its writers. */
export const writeFields = <Written>(writers: FieldWriters<Written>, entry: FeedEntry): Written[] =>
  Object.values(writers).map((write) => write(entry));

interface EntryInput {
  summary: Summary;
  record: ArticleRecord;
  settings: Pick<Settings, 'site' | 'feedLinks'>;
}

export function toFeedEntry({ summary, record, settings: { site, feedLinks } }: EntryInput): FeedEntry {
  const { slug, title, excerpt, publishedAt, lang, provider, topics, image, originUrl } = summary;
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
    topics: topics.map(({ name }) => name),
    image: image && fullImageUrl !== undefined ? { ...image, url: fullImageUrl } : undefined,
  });
}

/** A former address that was none of our pages is in nobody's memory. */
function oldestPath({ slug, formerPaths = [] }: ArticleRecord): string {
  const former = formerPaths.find((path) => path.startsWith('/articles/'));
  return former === undefined ? articlePath(slug) : encodePath(former.replace(/\/*$/, '/'));
}
