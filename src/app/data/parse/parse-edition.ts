import type { Article, Summary } from '../../../model/article.ts';
import {
  type CollectionArchivePage,
  type CollectionHead,
  type DayRun,
  EDITION_FORMAT,
  type Edition,
  type PageLabel,
} from '../../../model/edition.ts';
import type { ProviderEntry } from '../../../model/provider.ts';
import type { Site } from '../../../model/site.ts';
import { isPrimaryLanguage } from '../../../model/text/primary-language.ts';
import type { TopicEntry } from '../../../model/topic.ts';
import {
  count,
  type DropCounter,
  fields,
  isRecord,
  list,
  oneOf,
  slug,
  text,
  timestamp,
  webUrl,
  yes,
} from './check-value.ts';
import { parseBody, parseVideo } from './parse-body.ts';
import { parseCoverage, parseEventCards } from './parse-coverage.ts';
import {
  parseImage,
  parseProvider,
  parseRelatedStory,
  parseSummary,
  parseSummaryFields,
  parseTopic,
} from './parse-story.ts';

/*
 * Checks of the files of an edition. The pipeline has validated the content, but a host may answer with something else,
 * and what is between may damage it. A part that is not valid is left out; a file without the parts that it needs is
 * `undefined`.
 */

const MAX_ITEMS = 100_000;
const MAX_TEXT = 20_000;
const MAX_NAME = 500;

export { parseEvent } from './parse-coverage.ts';
export { parseTop } from './parse-top.ts';

/** What is left out of the files is not counted. */
const counter: DropCounter = { dropped: 0 };

export function parseEdition(value: unknown): Edition | undefined {
  if (!isRecord(value) || value['format'] !== EDITION_FORMAT) return undefined;
  const site = parseSite(value['site']);
  const { total, topicCount = 0, providerCount = 0, ...rest } = fields<OwnFields>(value, EDITION_FIELDS, counter);
  if (!site || total === undefined) return undefined;
  const topics = parseTopics(value['topics']) ?? [];
  return { id: '', newestAt: '', ...rest, format: EDITION_FORMAT, site, topics, total, topicCount, providerCount };
}

type OwnFields = Omit<Required<Edition>, 'format' | 'site' | 'topics'>;

function parsePageLabel(value: unknown): PageLabel | undefined {
  if (!isRecord(value)) return undefined;
  const [own, title] = [slug(value['slug']), text(MAX_TEXT)(value['title'])];
  if (own === undefined || title === undefined) return undefined;
  return {
    slug: own,
    title,
    ...(yes(value['isInMenu']) && { isInMenu: true }),
    ...(yes(value['isDraft']) && { isDraft: true }),
  };
}

/** More cannot have a tenth of the articles each. */
const MAX_LANGUAGES = 10;

const language = (value: unknown): string | undefined =>
  typeof value === 'string' && isPrimaryLanguage(value) ? value : undefined;

const EDITION_FIELDS = {
  id: text(MAX_NAME),
  app: text(MAX_NAME),
  total: count,
  newestAt: timestamp,
  topicCount: count,
  order: oneOf(['top', 'newest'] as const),
  providerCount: count,
  drafts: count,
  purge: (value: unknown) => (Array.isArray(value) ? list(value, MAX_ITEMS, slug, counter) : undefined),
  pages: (value: unknown) => (Array.isArray(value) ? list(value, MAX_ITEMS, parsePageLabel, counter) : undefined),
  footer: (value: unknown) => (Array.isArray(value) ? parseBody(value, counter) : undefined),
  languages: (value: unknown) => (Array.isArray(value) ? list(value, MAX_LANGUAGES, language, counter) : undefined),
};

function parseSite(value: unknown): Site | undefined {
  if (!isRecord(value)) return undefined;
  const { title, language, timeZone, basePath, ...rest } = fields<Required<Site>>(
    value,
    {
      title: text(MAX_TEXT),
      description: text(MAX_TEXT),
      language: locale,
      timeZone: zone,
      basePath: text(MAX_TEXT),
      address: webUrl,
      logo: text(MAX_TEXT),
      onlyIcon: text(MAX_NAME),
      accent: text(MAX_NAME),
      nameplate: parseNameplate,
      links: parseLinks,
      marksSingleSource: yes,
      hidesCredit: yes,
      hasNoSearch: yes,
      repository: webUrl,
      filesUrl: webUrl,
    },
    counter,
  );
  if (title === undefined || basePath === undefined) return undefined;
  return { ...rest, title, basePath, language: language ?? 'en', timeZone: timeZone ?? 'UTC' };
}

function parseNameplate(value: unknown): Site['nameplate'] {
  if (!isRecord(value)) return undefined;
  const [light, dark] = [value['light'], value['dark']].map((image) => parseImage(image, counter));
  return light && { light, ...(dark && { dark }) };
}

/** A language that dates can be formatted in. */
const locale = (value: unknown): string | undefined =>
  isUsable({ locale: value }) ? text(MAX_NAME)(value) : undefined;
const zone = (value: unknown): string | undefined =>
  isUsable({ timeZone: value }) ? text(MAX_NAME)(value) : undefined;

function isUsable({ locale: language = 'en', timeZone = 'UTC' }: { locale?: unknown; timeZone?: unknown }): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat(language as string, { timeZone: timeZone as string }));
  } catch {
    return false;
  }
}

function parseLinks(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const links = Object.entries(value).flatMap(([name, url]): [string, string][] => {
    const checked = webUrl(url) ?? (typeof url === 'string' && /^(?:\/(?![/\\])|mailto:)/.test(url) ? url : undefined);
    return checked === undefined ? [] : [[name, checked]];
  });
  return Object.fromEntries(links);
}

export function parseHead(value: unknown): CollectionHead | undefined {
  if (!isRecord(value)) return undefined;
  const [total, pages] = [count(value['total']), count(value['pages'])];
  if (total === undefined || pages === undefined || !Array.isArray(value['articles'])) return undefined;
  const lead = parseSummary(value['lead'], counter);
  const events = parseEventCards(value['events'], counter);
  const topic = parseTopicEntry(value['topic']);
  const provider = parseProviderEntry(value['provider']);
  return {
    total,
    pages,
    ...parseArticles(value['articles']),
    ...(lead && { lead }),
    ...(events.length > 0 && { events }),
    ...(topic && { topic }),
    ...(provider && { provider }),
  };
}

export function parseArchivePage(value: unknown): CollectionArchivePage | undefined {
  if (!isRecord(value) || !Array.isArray(value['articles'])) return undefined;
  const page = count(value['page']);
  return page === undefined ? undefined : { page, ...parseArticles(value['articles']) };
}

/** The articles that are valid. If some are not, `slots` has the places of the others. */
function parseArticles(values: unknown[]): Pick<CollectionHead, 'articles' | 'slots'> {
  const slots = values.map((value) => parseSummary(value, counter) ?? null);
  const articles = slots.filter((article): article is Summary => article !== null);
  return articles.length === slots.length ? { articles } : { articles, slots };
}

export const parseTopics = (value: unknown): TopicEntry[] | undefined =>
  Array.isArray(value) ? list(value, MAX_ITEMS, parseTopicEntry, counter) : undefined;

function parseTopicEntry(value: unknown): TopicEntry | undefined {
  const topic = parseTopic(value);
  if (!topic || !isRecord(value)) return undefined;
  const {
    hue = 0,
    count: stories = 0,
    ...rest
  } = fields<Omit<Required<TopicEntry>, 'slug' | 'name'>>(
    value,
    { shortName: text(MAX_NAME), parent: slug, isCommon: yes, hue: count, count },
    counter,
  );
  return { ...topic, ...rest, hue, count: stories };
}

export const parseProviders = (value: unknown): ProviderEntry[] | undefined =>
  Array.isArray(value) ? list(value, MAX_ITEMS, parseProviderEntry, counter) : undefined;

function parseProviderEntry(value: unknown): ProviderEntry | undefined {
  const provider = parseProvider(value, counter);
  if (!provider?.domain || !isRecord(value)) return undefined;
  return { ...provider, domain: provider.domain, count: count(value['count']) ?? 0 };
}

/**
 * Checks an article. Its file is named after its slug, so that must be the same. Without a title or a date it has those
 * of its summary; without that, its slug is the title, and the date is empty.
 */
export function parseArticle(value: unknown, expectedSlug: string, summary: Summary | undefined): Article | undefined {
  if (!isRecord(value) || value['slug'] !== expectedSlug) return undefined;
  const {
    title = summary?.title ?? expectedSlug,
    publishedAt = summary?.publishedAt ?? '',
    ...rest
  } = parseSummaryFields(value, counter);
  const body = parseBody(value['body'], counter);
  const nearest = list(value['nearest'], MAX_ITEMS, (story) => parseRelatedStory(story, counter), counter);
  return {
    ...rest,
    title,
    publishedAt,
    slug: expectedSlug,
    file: '',
    ...fields<ArticleFields>(value, ARTICLE_FIELDS, counter),
    images: list(value['images'], MAX_ITEMS, (image) => parseImage(image, counter), counter),
    related: list(value['related'], MAX_ITEMS, (story) => parseRelatedStory(story, counter), counter),
    ...(nearest.length > 0 && { nearest }),
    ...(body.length > 0 && { body }),
  };
}

type ArticleFields = Omit<Required<Article>, keyof Summary | 'images' | 'related' | 'nearest' | 'body'>;

const score = (value: unknown): number | undefined => (Number.isFinite(value) ? (value as number) : undefined);

const ARTICLE_FIELDS = {
  file: text(MAX_TEXT),
  category: text(MAX_NAME),
  quality: score,
  heat: score,
  video: parseVideo,
  isUnlisted: yes,
  isPage: yes,
  coverage: (value: unknown) => parseCoverage(value, counter),
};

export const parsePositions = (value: unknown): number[] | undefined =>
  Array.isArray(value) && value.every((item) => Number.isSafeInteger(item)) ? (value as number[]) : undefined;

export const parseDays = (value: unknown): DayRun[] | undefined =>
  Array.isArray(value) && value.every(isDayRun) ? value : undefined;

const isDayRun = (run: unknown): run is DayRun =>
  Array.isArray(run) && typeof run[0] === 'string' && Number.isSafeInteger(run[1]);
