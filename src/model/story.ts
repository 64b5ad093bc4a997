import type { Image } from './image.ts';
import type { Provider } from './provider.ts';

/** The fields that articles and related stories share. */
export interface Story {
  title: string;
  /** Plain text. */
  excerpt?: string;
  /**
   * ISO 8601 in UTC, `YYYY-MM-DDTHH:mm:ssZ`, with milliseconds only if they are not 0.
   * Midnight means a date without a known time.
   */
  publishedAt: string;
  /** `article`, `video` or any other word. */
  kind: string;
  /** BCP 47; absent if it is the site's language. */
  lang?: string;
  provider?: Provider;
  /** The lead image. */
  image?: Image;
  originUrl?: string;
  ampUrl?: string;
  /** `true` if it can be derived from `ampUrl`, see `deriveAmpCacheUrl`. */
  ampCacheUrl?: string | true;
}
