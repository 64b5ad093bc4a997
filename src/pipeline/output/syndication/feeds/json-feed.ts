import { FEED_FORMATS } from '../../../settings/feed-formats.ts';
import type { Output } from '../../files/output-file.ts';
import type { Entry } from './feed-entry.ts';
import { type FeedDocument, newestFiles } from './feed-files.ts';

/** `feed.json` of each feed. https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: Output = (built) =>
  newestFiles(built, { name: FEED_FORMATS.jsonFeed.file, write: writeJsonFeed });

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

function toItem({ id, url, otherUrl, leadsToOrigin, ...entry }: Entry): object {
  const { title, excerpt = '', publishedAt, updatedAt, lang, provider, topics, image } = entry;
  const { name, domain } = provider ?? {};
  return {
    id,
    url,
    external_url: leadsToOrigin ? undefined : otherUrl,
    title,
    // Required, and of what we have the plain text.
    content_text: excerpt,
    image: image?.url,
    date_published: publishedAt,
    date_modified: updatedAt === publishedAt ? undefined : updatedAt,
    authors: name === undefined ? undefined : [{ name, url: domain && `https://${domain}/` }],
    tags: topics.length > 0 ? topics : undefined,
    language: lang,
  };
}
