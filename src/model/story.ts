import type { Image } from './image.ts';
import type { Provider } from './provider.ts';

/** What an article and a related story share. */
export interface Story {
  title: string;
  /** Plain text. */
  excerpt?: string;
  /**
   * ISO 8601 in UTC, `YYYY-MM-DDTHH:mm:ssZ`, with milliseconds only where there are any.
   * Midnight stands for a date without a known clock time.
   */
  publishedAt: string;
  /** `article`, `video` or any other word: the set is open. */
  kind: string;
  /** BCP 47; absent where it is the site's language. */
  lang?: string;
  provider?: Provider;
  /** The lead image. */
  image?: Image;
  originUrl?: string;
  ampUrl?: string;
  /** `true`: it follows from `ampUrl` by the AMP cache rule, see `deriveAmpCacheUrl`. */
  ampCacheUrl?: string | true;
}
