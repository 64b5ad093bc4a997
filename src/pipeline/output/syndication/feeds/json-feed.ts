import { FEED_FORMATS } from '../../../settings/feed-formats.ts';
import type { Output } from '../../files/output-file.ts';
import { type FeedEntry, type FieldWriters, toAuthor, writeFields } from './feed-entry.ts';
import { type FeedDocument, newestFeedFiles } from './feed-files.ts';

/** `feed.json` of each collection. https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: Output = (built) =>
  newestFeedFiles(built, { name: FEED_FORMATS.jsonFeed.file, write: writeJsonFeed });

function writeJsonFeed({ title, description, language, pageUrl, selfUrl, iconUrl, entries }: FeedDocument): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: pageUrl,
    feed_url: selfUrl,
    ...(description === title ? {} : { description }),
    icon: iconUrl,
    language,
    items: entries.map(toItem),
  });
}

const FIELDS: FieldWriters<object> = {
  id: ({ id }) => ({ id }),
  url: ({ url }) => ({ url }),
  otherUrl: ({ otherUrl, leadsToOrigin }) => ({ external_url: leadsToOrigin ? undefined : otherUrl }),
  title: ({ title }) => ({ title }),
  // An item must have content. The excerpt is the only plain text of a summary.
  excerpt: ({ excerpt = '', contentHtml }) => (contentHtml === undefined ? { content_text: excerpt } : {}),
  contentHtml: ({ contentHtml, excerpt }) =>
    contentHtml === undefined ? {} : { content_html: contentHtml, summary: excerpt },
  image: ({ image }) => ({ image: image?.url }),
  publishedAt: ({ publishedAt }) => ({ date_published: publishedAt }),
  updatedAt: ({ updatedAt, publishedAt }) => ({ date_modified: updatedAt === publishedAt ? undefined : updatedAt }),
  // The provider is the author of an entry without one.
  provider: ({ provider, authors }) => ({ authors: authors ?? (provider && [toAuthor(provider)]) }),
  topics: ({ topics }) => ({ tags: topics.length > 0 ? topics : undefined }),
  lang: ({ lang }) => ({ language: lang }),
  // Written with `provider`.
  authors: () => ({}),
  // Written with `otherUrl`.
  leadsToOrigin: () => ({}),
};

const toItem = (entry: FeedEntry): object => Object.assign({}, ...writeFields(FIELDS, entry)) as object;
