import { cleanUrl } from '../../src/pipeline/content/normalize/values/clean-url.ts';
import { plainText } from '../../src/pipeline/content/normalize/values/plain-text.ts';

/** A page of the JSON API of the legacy site, which we publish too. */
export interface LegacyPage {
  page: number;
  value: LegacyStory[];
  nextPage: number | null;
}

export interface LegacyStory {
  path: string;
  title: string;
  excerpt: string;
  webUrl: string | null;
  originalUrl: string;
  ampWebUrl: string | null;
  cdnAmpWebUrl: string | null;
  featuredContent: string | null;
  heat: number;
  type: string;
  images: { url: string; width: number; height: number }[];
  publishedDateTime: string;
  provider: { name: string; domain: string };
  categories: string[];
  topics: string[];
}

/** The parts of a story that both systems must agree on: normalised texts and URLs, dates as timestamps. */
export function comparable(story: LegacyStory): object {
  const address = (url: string | null): unknown => url && cleanUrl(url);
  return {
    path: story.path,
    title: plainText(story.title),
    excerpt: plainText(story.excerpt),
    addresses: [story.webUrl, story.originalUrl, story.ampWebUrl, story.cdnAmpWebUrl].map(address),
    images: story.images.map(({ url, width, height }) => [address(url.replace(/^http:/, 'https:')), width, height]),
    at: Date.parse(story.publishedDateTime),
    hasVideo: story.featuredContent !== null,
    provider: [story.provider.name, story.provider.domain],
    rest: [story.heat, story.type, story.categories, story.topics],
  };
}
