import { element } from '../shared/xml.ts';
import type { FeedEntry } from './feed-entry.ts';

/** The namespace of Media RSS. */
export const MEDIA = { 'xmlns:media': 'http://search.yahoo.com/mrss/' };

/** The lead image of an entry. https://www.rssboard.org/media-rss#media-content */
export const mediaContent = ({ image }: FeedEntry): string =>
  image === undefined
    ? ''
    : element('media:content', { url: image.url, medium: 'image', width: image.width, height: image.height });
