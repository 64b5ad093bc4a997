import type { Summary } from '../../../model/article.ts';
import type { Provider } from '../../../model/provider.ts';
import type { AllFields } from '../../util/defined.ts';
import { hashOf } from '../../util/hash.ts';
import type { NormalizedArticle } from '../normalize/normalize-article.ts';
import { urlKey } from '../normalize/values/clean-url.ts';
import { cutAtWord } from '../normalize/values/plain-text.ts';

/**
 * What is kept of an article while an edition is made: what places it among the others, and a hash of all else. That
 * is kept as text, see `ArticleTexts`: trees of a hundred thousand articles would not fit into memory.
 */
export interface ArticleRecord {
  /** Its content file, below the content root. */
  file: string;
  slug: string;
  publishedAt: string;
  updatedAt?: string;
  /** Its origin address, without what does not tell pages apart. */
  originKey?: string;
  isDraft?: true;
  isPinned?: true;
  topicNames: string[];
  provider?: Provider;
  related: RelatedRecord[];
  /** Paths at which it could be found before, oldest first. Its texts are without them. */
  formerPaths?: string[];
  /** A hash of its texts as `joinTexts` gives them; where it has former addresses, with a hash of these. */
  version: string;
}

interface RelatedRecord {
  originKey?: string;
  provider?: Provider;
}

/** All of an article that no other article has a say in, as JSON. */
export interface ArticleTexts {
  /** An object: the summary without topics and provider. */
  summary: string;
  /** A line each: the article without topics, provider and related stories; then those, without provider and slug. */
  detail: string;
}

const SUMMARY_EXCERPT = 400;

/** `share` gives one provider for all that are alike: thousands of stories have a few. */
export function toRecord(
  article: NormalizedArticle,
  intern: (provider: Provider) => Provider,
): { record: ArticleRecord; texts: ArticleTexts } {
  const { file, slug, publishedAt, updatedAt, isDraft, isPinned, topicNames, related, formerPaths } = article;
  const own = { ...article, topicNames: undefined, related: undefined, isPinned: undefined, formerPaths: undefined };
  const texts = {
    summary: summaryText(article),
    detail: [own, ...related].map((story) => toJson({ ...story, provider: undefined })).join('\n'),
  };
  const rangeOf = ({ originUrl, provider }: Pick<Related, 'originUrl' | 'provider'>): RelatedRecord => {
    const range: RelatedRecord = {};
    if (originUrl !== undefined) range.originKey = detach(urlKey(originUrl));
    if (provider) range.provider = intern(provider);
    return range;
  };
  const record: ArticleRecord = {
    ...rangeOf(article),
    file,
    slug: detach(slug),
    publishedAt: detach(publishedAt),
    topicNames: topicNames.map(detach),
    related: related.map(rangeOf),
    version: hashOf(joinTexts(texts)),
  };
  if (updatedAt !== undefined) record.updatedAt = detach(updatedAt);
  if (formerPaths) {
    record.formerPaths = formerPaths.map(detach);
    record.version += `.${hashOf(formerPaths.join('\n'))}`;
  }
  if (isDraft) record.isDraft = isDraft;
  if (isPinned) record.isPinned = isPinned;
  return { record, texts };
}

/** A string that was cut from a file's text keeps all of that text in memory; its copy does not. */
const detach = (text: string): string => Buffer.from(text).toString();

/** Both texts as one: JSON has no line ends of its own. */
export const joinTexts = ({ summary, detail }: ArticleTexts): string => `${summary}\n${detail}`;

/** The part of a version that is the hash of the texts. */
export const textVersion = (version: string): string => version.split('.', 1)[0] ?? version;

export function splitTexts(joined: string): ArticleTexts {
  const end = joined.indexOf('\n');
  return { summary: joined.slice(0, end), detail: joined.slice(end + 1) };
}

/** The part of an article that a card shows. */
function summaryText(article: NormalizedArticle): string {
  const { slug, title, excerpt, publishedAt, updatedAt, kind, lang, image } = article;
  const { originUrl, ampUrl, ampCacheUrl, hasVideo, isDraft } = article;
  const summary: AllFields<Omit<Summary, keyof EditionFields>> = {
    slug,
    title,
    excerpt: excerpt === undefined ? undefined : cutAtWord(excerpt, SUMMARY_EXCERPT),
    publishedAt,
    updatedAt,
    kind,
    lang,
    image,
    originUrl,
    ampUrl,
    ampCacheUrl,
    hasVideo,
    isDraft,
  };
  return toJson(summary);
}

/** The fields of a summary that need other articles or files: `serialize-articles.ts` adds them. */
export type EditionFields = Pick<Summary, 'topics' | 'provider'>;

type Related = NormalizedArticle['related'][number];

/** Fields without a value are left out. */
const toJson = (value: object): string => JSON.stringify(value);
