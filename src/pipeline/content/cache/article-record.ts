import type { Summary } from '../../../model/article.ts';
import type { Provider } from '../../../model/provider.ts';
import { type AllFields, set } from '../../util/defined.ts';
import { hashOf } from '../../util/hash.ts';
import { firstParagraph } from '../markdown/first-paragraph.ts';
import type { AuthorReference } from '../normalize/fields/authors.ts';
import type { BodyReference } from '../normalize/fields/body-reference.ts';
import type { PageOptions } from '../normalize/fields/page.ts';
import type { NormalizedArticle } from '../normalize/normalize-article.ts';
import { MAX_SUMMARY_EXCERPT } from '../normalize/normalize-story.ts';
import { urlKey } from '../normalize/values/clean-url.ts';
import { internText } from '../normalize/values/intern-text.ts';
import { cutAtWord } from '../normalize/values/plain-text.ts';

/**
 * The part of an article that stays in memory during a build: the fields that relate it to other articles, and a hash of
 * the rest. The rest is stored as JSON, see `ArticleTexts`: 100,000 parsed articles would not fit into memory.
 */
export interface ArticleRecord {
  /** The path of its content file, relative to the content root. */
  file: string;
  slug: string;
  publishedAt: string;
  updatedAt?: string;
  /** Absent if it is the site's language. */
  lang?: string;
  /** Its origin URL without the fragment, see `urlKey`. */
  originKey?: string;
  isDraft?: true;
  isPinned?: true;
  isUnlisted?: true;
  /** It is a page of the publisher. */
  page?: PageOptions;
  /** The name of the event that it reports, or `false` if it is never grouped. The texts do not contain it. */
  eventName?: string | false;
  /** Its quality, else its heat; absent if neither is known. */
  score?: number;
  /** The date from which it is left out. The texts do not contain it. */
  expiresAt?: string;
  topicNames: string[];
  provider?: Provider;
  /** Its authors, before data files complete them. */
  authors?: AuthorReference[];
  related: RelatedRecord[];
  /** Its former paths, oldest first. The texts do not contain them. */
  formerPaths?: string[];
  /** Its slug if another article has the same. Only where the slug is not the path of the file or its own `slug`. */
  alternativeSlug?: string;
  /** The slug in its texts, if the edition gives it another one. */
  ownSlug?: string;
  /** The links of its body to other files. In the texts they are elements with the index, see `linkBody`. */
  references?: BodyReference[];
  /** A hash of the joined texts, and, after a `.`, a hash of the former paths if there are any. */
  version: string;
}

interface RelatedRecord {
  originKey?: string;
  provider?: Provider;
}

/** The parts of an article that do not depend on other files, as JSON. */
export interface ArticleTexts {
  /** One object: the summary without the fields of `EditionFields`. */
  summary: string;
  /**
   * One object per line: the article without the fields of `EditionFields` and related stories, then each related story
   * without provider and slug.
   */
  detail: string;
}

/**
 * Splits an article into its record and its texts, which are joined by a line end. `intern` returns one shared object
 * for equal providers.
 */
export function toRecord(
  article: NormalizedArticle,
  references: readonly BodyReference[],
  intern: (provider: Provider) => Provider,
): { record: ArticleRecord; summary: string; texts: string } {
  const { topicNames, related, isPinned, eventName, expiresAt, formerPaths, alternativeSlug, authors, page, ...own } =
    article;
  const { file, slug, publishedAt, updatedAt, lang, isDraft, isUnlisted, quality, heat } = own;
  const summary = summaryText(article);
  const texts = [summary, toDetailJson(own), ...related.map(toDetailJson)].join('\n');
  const addRelation = <T extends RelatedRecord>(target: T, { originUrl, provider }: Relation): T => {
    if (originUrl !== undefined) target.originKey = detach(urlKey(originUrl));
    if (provider) target.provider = intern(provider);
    return target;
  };
  const record: ArticleRecord = {
    file,
    slug: detach(slug),
    publishedAt: detach(publishedAt),
    topicNames: topicNames.map(internText),
    related: related.map((story) => addRelation({}, story)),
    version: hashOf(texts),
  };
  addRelation(record, own);
  if (updatedAt !== undefined) record.updatedAt = detach(updatedAt);
  if (lang !== undefined) record.lang = internText(lang);
  if (expiresAt !== undefined) record.expiresAt = detach(expiresAt);
  if (eventName !== undefined) record.eventName = eventName === false ? false : detach(eventName);
  const score = [quality, heat].find((value) => value !== undefined && value >= 0);
  if (score !== undefined) record.score = score;
  if (formerPaths) {
    record.formerPaths = formerPaths.map(detach);
    record.version += `.${hashOf(formerPaths.join('\n'))}`;
  }
  if (alternativeSlug !== undefined) record.alternativeSlug = detach(alternativeSlug);
  if (authors) record.authors = authors.map(detachAuthor);
  if (references.length > 0) record.references = references.map(detachReference);
  if (isDraft) record.isDraft = isDraft;
  if (isPinned) record.isPinned = isPinned;
  if (isUnlisted) record.isUnlisted = isUnlisted;
  if (page) record.page = page;
  return { record, summary, texts };
}

const detachReference = ({ target, fragment, ...rest }: BodyReference): BodyReference => ({
  target: detach(target),
  fragment: detach(fragment),
  ...rest,
});

/** The JSON of a story without its provider. */
const toDetailJson = ({ provider: _, ...story }: { provider?: Provider }): string => toJson(story);

/** Copies a string. In V8 a substring keeps the whole text of its file in memory. */
const detach = (text: string): string =>
  text.length > MAX_SHORT ? Buffer.from(text).toString() : bytes.toString('utf8', 0, bytes.write(text));

const MAX_SHORT = 1_000;
/** Short strings pass through one buffer: a new buffer for each takes five times as long. */
const bytes = Buffer.allocUnsafeSlow(3 * MAX_SHORT);

function detachAuthor({ key, name, url }: AuthorReference): AuthorReference {
  const author: AuthorReference = {};
  set(author, 'key', key && detach(key));
  set(author, 'name', name && detach(name));
  set(author, 'url', url && detach(url));
  return author;
}

/** The hash of the texts in a record's version. */
export const textVersion = (version: string): string => version.split('.', 1)[0] ?? version;

/** Splits the texts. JSON itself contains no line end. */
export function splitTexts(joined: string): ArticleTexts {
  const end = joined.indexOf('\n');
  return { summary: joined.slice(0, end), detail: joined.slice(end + 1) };
}

function summaryText(article: NormalizedArticle): string {
  const { slug, title, excerpt, publishedAt, updatedAt, kind, lang, image } = article;
  const { originUrl, ampUrl, ampCacheUrl, hasVideo, isDraft, body } = article;
  const made = excerpt === undefined && body ? firstParagraph(body) : undefined;
  const shown = excerpt ?? made;
  const summary: AllFields<Omit<Summary, keyof EditionFields>> = {
    slug,
    title,
    excerpt: shown === undefined ? undefined : cutAtWord(shown, MAX_SUMMARY_EXCERPT),
    publishedAt,
    updatedAt,
    kind,
    lang,
    image,
    originUrl,
    ampUrl,
    ampCacheUrl,
    hasMadeExcerpt: made === undefined ? undefined : true,
    hasVideo,
    isDraft,
  };
  return toJson(summary);
}

/** The fields of a summary that depend on other articles or files. `serialize-articles.ts` adds them. */
export type EditionFields = Pick<Summary, 'topics' | 'provider' | 'authors' | 'event' | 'isScheduled'>;

type Relation = Pick<NormalizedArticle, 'originUrl' | 'provider'>;

/** `JSON.stringify` omits fields that are `undefined`. */
const toJson = (value: object): string => JSON.stringify(value);
