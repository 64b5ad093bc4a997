import { FEED_FORMATS } from '../../../settings/feed-formats.ts';
import type { Output } from '../../files/output-file.ts';
import { element, escapeMarkup, textElement, XML_DECLARATION } from '../shared/xml.ts';
import { type FeedEntry, type FieldWriters, writeFields } from './feed-entry.ts';
import { type FeedDocument, newestFeedFiles } from './feed-files.ts';
import { MEDIA, mediaContent } from './media-content.ts';

/** `rss.xml` of each collection. https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile */
export const rss: Output = (built) => newestFeedFiles(built, { name: FEED_FORMATS.rss.file, write: writeRss });

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  ...MEDIA,
};

/** The namespace of whole articles. https://web.resource.org/rss/1.0/modules/content/ */
const CONTENT = { 'xmlns:content': 'http://purl.org/rss/1.0/modules/content/' };

function writeRss({
  title,
  description,
  language,
  pageUrl,
  selfUrl,
  generator,
  updatedAt,
  entries,
}: FeedDocument): string {
  const content = [
    textElement('title', title),
    textElement('link', pageUrl),
    textElement('description', description),
    textElement('language', language),
    textElement('lastBuildDate', rssDate(updatedAt)),
    textElement('generator', generator),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: selfUrl }),
    ...entries.map(writeItem),
  ];
  const isFull = entries.some(({ contentHtml }) => contentHtml !== undefined);
  const attributes = { version: '2.0', ...NAMESPACES, ...(isFull ? CONTENT : {}) };
  return XML_DECLARATION + element('rss', attributes, element('channel', {}, content.join('')));
}

const ELEMENTS: FieldWriters<string> = {
  title: ({ title }) => textElement('title', title),
  url: ({ url }) => textElement('link', url),
  id: ({ id }) => textElement('guid', id, { isPermaLink: 'false' }),
  publishedAt: ({ publishedAt }) => textElement('pubDate', rssDate(publishedAt)),
  // The provider is the creator of an entry without an author.
  provider: ({ provider, authors }) => (authors ? '' : textElement('dc:creator', provider?.name)),
  authors: ({ authors = [] }) => authors.map(({ name }) => textElement('dc:creator', name)).join(''),
  lang: ({ lang }) => textElement('dc:language', lang),
  topics: ({ topics }) => topics.map((topic) => textElement('category', topic)).join(''),
  // The description is HTML, so it is escaped twice.
  excerpt: ({ excerpt }) => textElement('description', excerpt && escapeMarkup(excerpt)),
  contentHtml: ({ contentHtml }) => textElement('content:encoded', contentHtml),
  image: mediaContent,
  // RSS has no element for these.
  otherUrl: () => '',
  leadsToOrigin: () => '',
  updatedAt: () => '',
};

const writeItem = (entry: FeedEntry): string => element('item', {}, writeFields(ELEMENTS, entry).join(''));

/** An RFC 822 date with a year of four digits: `Wed, 25 Nov 2026 06:40:00 GMT`. */
const rssDate = (at: string): string => new Date(at).toUTCString();
