import type { Summary } from '../../../../model/article.ts';
import { encodePath } from '../../../../model/edition-files.ts';
import { articlePath } from '../../../../model/permalinks.ts';
import type { Provider } from '../../../../model/provider.ts';
import type { ArticleRecord } from '../../../content/cache/article-record.ts';
import { imageAddress, publicUrl } from '../../../settings/public-url.ts';
import type { Settings } from '../../../settings/settings.ts';
import { defined } from '../../../util/defined.ts';
import { lastChange } from '../shared/last-change.ts';

/** An article as feeds hold it. All texts are plain, all addresses full. */
export interface Entry {
  /** The address of our page of it, of several the oldest: it stays the same wherever the entry leads. */
  id: string;
  /** Where the entry leads. */
  url: string;
  /** Where the story was published, if the entry leads to our page of it, and the other way round. */
  otherUrl?: string;
  leadsToOrigin: boolean;
  title: string;
  excerpt?: string;
  publishedAt: string;
  updatedAt: string;
  /** BCP 47; absent where it is the feed's. */
  lang?: string;
  provider?: Provider;
  /** Names. */
  topics: string[];
  image?: { url: string; width?: number; height?: number };
}

interface EntryOf {
  summary: Summary;
  record: ArticleRecord;
  settings: Pick<Settings, 'site' | 'feedLinks'>;
}

export function toEntry({ summary, record, settings: { site, feedLinks } }: EntryOf): Entry {
  const { slug, title, excerpt, publishedAt, lang, provider, topics, image, originUrl } = summary;
  const pageUrl = publicUrl(site, articlePath(slug));
  const leadsToOrigin = feedLinks === 'origin' && originUrl !== undefined;
  const imageUrl = image && imageAddress(site, image);
  return {
    id: publicUrl(site, oldestPath(record)),
    leadsToOrigin,
    url: leadsToOrigin ? originUrl : pageUrl,
    ...defined('otherUrl', leadsToOrigin ? pageUrl : originUrl),
    title,
    ...defined('excerpt', excerpt),
    publishedAt,
    updatedAt: lastChange(summary),
    ...defined('lang', lang),
    ...defined('provider', provider),
    topics: topics.map(({ name }) => name),
    ...(image && imageUrl !== undefined ? { image: { ...image, url: imageUrl } } : {}),
  };
}

/** A former address that was none of our pages is in nobody's memory. */
function oldestPath({ slug, formerly = [] }: ArticleRecord): string {
  const former = formerly.find((path) => path.startsWith('/articles/'));
  return former === undefined ? articlePath(slug) : encodePath(former.replace(/\/*$/, '/'));
}
