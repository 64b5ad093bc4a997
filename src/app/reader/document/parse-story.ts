import type { Author, RelatedStory } from '../../../model/article.ts';
import type { Provider } from '../../../model/provider.ts';
import type { Story } from '../../../model/story.ts';
import type { Topic } from '../../../model/topic.ts';
import { type DropCounter, fields, isRecord, list, moment, slug, text, timestamp, webUrl, yes } from './check-value.ts';
import type { SavedStory } from './reader-document.ts';

const MAX_TITLE = 2000;
const MAX_NAME = 500;
const MAX_EXCERPT = 20_000;
const MAX_TOPICS = 200;
const MAX_AUTHORS = 16;

/** Checks a saved story. Without a title or a date it is none. Parts that are not valid are left out, and counted. */
export function parseSavedStory(value: unknown, counter: DropCounter): SavedStory | undefined {
  if (!isRecord(value)) return undefined;
  const story = parseStory(value, counter);
  const { savedAt, ...rest } = fields<Pick<SavedStory, 'savedAt' | 'updatedAt' | 'hasMadeExcerpt' | 'hasVideo'>>(
    value,
    { savedAt: moment, updatedAt: timestamp, hasMadeExcerpt: yes, hasVideo: yes },
    counter,
  );
  if (!story?.publishedAt || savedAt === undefined) return undefined;
  const topics = list(value['topics'], MAX_TOPICS, parseTopic, counter);
  const authors = list(value['authors'], MAX_AUTHORS, (author) => parseAuthor(author, counter), counter);
  return { ...story, publishedAt: story.publishedAt, topics, savedAt, ...rest, ...(authors.length > 0 && { authors }) };
}

/** Checks a related story. Without a title it is none. */
export function parseRelatedStory(value: unknown, counter: DropCounter): RelatedStory | undefined {
  if (!isRecord(value)) return undefined;
  const story = parseStory(value, counter);
  return story && { ...story, ...fields<{ slug: string }>(value, { slug }, counter) };
}

type CheckedStory = Omit<Story, 'publishedAt' | 'image'> & { publishedAt?: string };

function parseStory(value: Record<string, unknown>, counter: DropCounter): CheckedStory | undefined {
  const {
    title,
    kind = 'article',
    ...rest
  } = fields<Required<CheckedStory>>(
    value,
    {
      title: text(MAX_TITLE),
      kind: text(MAX_NAME),
      excerpt: text(MAX_EXCERPT),
      publishedAt: timestamp,
      lang: languageTag,
      provider: (provider) => parseProvider(provider, counter),
      originUrl: webUrl,
      ampUrl: webUrl,
      ampCacheUrl: (url) => yes(url) ?? webUrl(url),
    },
    counter,
  );
  return title === undefined ? undefined : { title, kind, ...rest };
}

const languageTag = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value) ? value : undefined;

/** A host name in lower-case ASCII. */
export const domain = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z0-9.-]{1,253}$/.test(value) ? value : undefined;

/** The logo is an image, which is not kept. */
function parseProvider(value: unknown, counter: DropCounter): Provider | undefined {
  if (!isRecord(value)) return undefined;
  const { name, ...rest } = fields<{ name: string; domain: string }>(value, { name: text(MAX_NAME), domain }, counter);
  return name === undefined ? undefined : { name, ...rest };
}

function parseTopic(value: unknown): Topic | undefined {
  if (!isRecord(value)) return undefined;
  const [topic, name] = [slug(value['slug']), text(MAX_NAME)(value['name'])];
  return topic === undefined || name === undefined ? undefined : { slug: topic, name };
}

function parseAuthor(value: unknown, counter: DropCounter): Author | undefined {
  if (!isRecord(value)) return undefined;
  const { name, ...rest } = fields<{ name: string; url: string }>(
    value,
    { name: text(MAX_NAME), url: webUrl },
    counter,
  );
  return name === undefined ? undefined : { name, ...rest };
}
