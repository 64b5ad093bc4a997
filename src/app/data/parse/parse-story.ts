import type { Author, RelatedStory, Summary } from '../../../model/article.ts';
import type { Image } from '../../../model/image.ts';
import type { Provider } from '../../../model/provider.ts';
import type { Story } from '../../../model/story.ts';
import type { Topic } from '../../../model/topic.ts';
import { type DropCounter, fields, isRecord, list, slug, text, timestamp, webUrl, yes } from './check-value.ts';

const MAX_TITLE = 2000;
const MAX_NAME = 500;
const MAX_EXCERPT = 20_000;
const MAX_TOPICS = 200;
const MAX_AUTHORS = 16;
const MAX_URL = 8000;

/** Checks a summary. Without a slug, a title or a date it is none. Parts that are not valid are left out, and counted. */
export function parseSummary(value: unknown, counter: DropCounter): Summary | undefined {
  if (!isRecord(value)) return undefined;
  const { publishedAt, title, ...rest } = parseSummaryFields(value, counter);
  const own = slug(value['slug']);
  return own === undefined || !publishedAt || !title ? undefined : { slug: own, title, publishedAt, ...rest };
}

type SummaryFields = Omit<Summary, 'slug' | 'title' | 'publishedAt'> & { title?: string; publishedAt?: string };
type OwnFields = Omit<Required<Summary>, keyof Story | 'slug' | 'topics' | 'authors'>;

/** The fields of a summary that are valid, besides its slug. */
export function parseSummaryFields(value: Record<string, unknown>, counter: DropCounter): SummaryFields {
  const authors = list(value['authors'], MAX_AUTHORS, (author) => parseAuthor(author, counter), counter);
  return {
    ...parseStoryFields(value, counter),
    ...fields<OwnFields>(
      value,
      { updatedAt: timestamp, hasMadeExcerpt: yes, hasVideo: yes, isDraft: yes, isScheduled: yes, event: slug },
      counter,
    ),
    topics: list(value['topics'], MAX_TOPICS, parseTopic, counter),
    ...(authors.length > 0 && { authors }),
  };
}

/** Checks a related story. Without a title it is none. */
export function parseRelatedStory(value: unknown, counter: DropCounter): RelatedStory | undefined {
  if (!isRecord(value)) return undefined;
  const { title, ...rest } = parseStoryFields(value, counter);
  return title === undefined ? undefined : { title, ...rest, ...fields<{ slug: string }>(value, { slug }, counter) };
}

type StoryFields = Omit<Story, 'title' | 'publishedAt'> & { title?: string; publishedAt?: string };

function parseStoryFields(value: Record<string, unknown>, counter: DropCounter): StoryFields {
  const checked = fields<Required<StoryFields>>(
    value,
    {
      title: text(MAX_TITLE),
      kind: text(MAX_NAME),
      excerpt: text(MAX_EXCERPT),
      publishedAt: timestamp,
      lang: languageTag,
      provider: (provider) => parseProvider(provider, counter),
      image: (image) => parseImage(image, counter),
      originUrl: webUrl,
      ampUrl: webUrl,
      ampCacheUrl: (url) => yes(url) ?? webUrl(url),
    },
    counter,
  );
  return { kind: 'article', ...checked };
}

const languageTag = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value) ? value : undefined;

/** A host name in lower-case ASCII. */
export const domain = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z0-9.-]{1,253}$/.test(value) ? value : undefined;

export function parseProvider(value: unknown, counter: DropCounter): Provider | undefined {
  if (!isRecord(value)) return undefined;
  const { name, ...rest } = fields<Required<Provider>>(
    value,
    { name: text(MAX_NAME), domain, logo: (logo) => parseImage(logo, counter) },
    counter,
  );
  return name === undefined ? undefined : { name, ...rest };
}

export function parseTopic(value: unknown): Topic | undefined {
  if (!isRecord(value)) return undefined;
  const [topic, name] = [slug(value['slug']), text(MAX_NAME)(value['name'])];
  return topic === undefined || name === undefined ? undefined : { slug: topic, name };
}

function parseAuthor(value: unknown, counter: DropCounter): Author | undefined {
  if (!isRecord(value)) return undefined;
  const { name, ...rest } = fields<Required<Author>>(value, { name: text(MAX_NAME), url: webUrl }, counter);
  return name === undefined ? undefined : { name, ...rest };
}

const pixels = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : undefined;

export function parseImage(value: unknown, counter: DropCounter): Image | undefined {
  if (!isRecord(value)) return undefined;
  const { url, ...rest } = fields<Required<Image>>(
    value,
    { url: imageSource, width: pixels, height: pixels, caption: text(MAX_EXCERPT), alt: text(MAX_EXCERPT) },
    counter,
  );
  return url === undefined ? undefined : { url, ...rest };
}

/** An http(s) URL, or a path below the base path without a leading slash. */
export const imageSource = (value: unknown): string | undefined =>
  webUrl(value) ?? (typeof value === 'string' && PATH.test(value) ? text(MAX_URL)(value) : undefined);

/** No scheme, and no characters that browsers remove from addresses. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const PATH = /^[^\s\\/:]+(?:\/[^\u0000-\u001f\\]*)?$/;
