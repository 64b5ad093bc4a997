import type { Summary } from '../../model/article.ts';
import { articlePath } from '../../model/permalinks.ts';
import type { Provider } from '../../model/provider.ts';
import { defined } from '../defined.ts';
import { imageAddress, publicUrl } from '../public-url.ts';
import type { Settings } from '../settings.ts';
import { lastChange } from './last-change.ts';

/** An article as feeds hold it. All texts are plain, all addresses full. */
export interface Entry {
  /** Our page of it, wherever the entry leads: it stays the same when that changes. */
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

export function toEntry(summary: Summary, { site, feedLinks }: Pick<Settings, 'site' | 'feedLinks'>): Entry {
  const { slug, title, excerpt, publishedAt, lang, provider, topics, image, originUrl } = summary;
  const pageUrl = publicUrl(site, articlePath(slug));
  const leadsToOrigin = feedLinks === 'origin' && originUrl !== undefined;
  const imageUrl = image && imageAddress(site, image);
  return {
    id: pageUrl,
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
