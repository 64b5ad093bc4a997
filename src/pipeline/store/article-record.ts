import type { Provider } from '../../model/provider.ts';
import { hashOf } from '../hash.ts';
import { addressKey } from '../normalize/address.ts';
import type { NormalizedArticle } from '../normalize/normalize-article.ts';
import { cutAtWord } from '../normalize/text.ts';

/**
 * What is kept of an article while an edition is made: what places it among the others, and a hash of all else. That
 * is kept as text, see `ArticleTexts`: trees of a hundred thousand articles would not fit into memory.
 */
export interface ArticleRecord {
  /** Its content file, below the content root. */
  file: string;
  slug: string;
  publishedAt: string;
  /** Its origin address, without what does not tell pages apart. */
  originKey?: string;
  isDraft?: true;
  isPinned?: true;
  topicNames: string[];
  provider?: Provider;
  related: RelatedRecord[];
  /** A hash of its texts as `joinTexts` gives them. */
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

export function toRecord(article: NormalizedArticle): { record: ArticleRecord; texts: ArticleTexts } {
  const { topicNames, provider, related, isPinned, ...own } = article;
  const { file, slug, publishedAt, originUrl, isDraft } = article;
  const texts = {
    summary: summaryText(article),
    detail: [own, ...related.map(withoutProvider)].map(toJson).join('\n'),
  };
  const record: ArticleRecord = {
    file,
    slug,
    publishedAt,
    ...(originUrl === undefined ? {} : { originKey: addressKey(originUrl) }),
    ...(isDraft ? { isDraft } : {}),
    ...(isPinned ? { isPinned } : {}),
    topicNames,
    ...(provider ? { provider } : {}),
    related: related.map(toRelatedRecord),
    version: hashOf(joinTexts(texts)),
  };
  return { record, texts };
}

/** Both texts as one: JSON has no line ends of its own. */
export const joinTexts = ({ summary, detail }: ArticleTexts): string => `${summary}\n${detail}`;

export function splitTexts(joined: string): ArticleTexts {
  const end = joined.indexOf('\n');
  return { summary: joined.slice(0, end), detail: joined.slice(end + 1) };
}

/** The part of an article that a card shows. */
function summaryText(article: NormalizedArticle): string {
  const { slug, title, excerpt, publishedAt, updatedAt, kind, lang, image } = article;
  const { originUrl, ampUrl, ampCacheUrl, hasVideo, isDraft } = article;
  const cut = excerpt === undefined ? undefined : cutAtWord(excerpt, SUMMARY_EXCERPT);
  const links = { originUrl, ampUrl, ampCacheUrl };
  return toJson({ slug, title, excerpt: cut, publishedAt, updatedAt, kind, lang, image, ...links, hasVideo, isDraft });
}

type Related = NormalizedArticle['related'][number];

const withoutProvider = ({ provider: _, ...story }: Related): object => story;

const toRelatedRecord = ({ originUrl, provider }: Related): RelatedRecord => ({
  ...(originUrl === undefined ? {} : { originKey: addressKey(originUrl) }),
  ...(provider ? { provider } : {}),
});

/** Fields without a value are left out. */
const toJson = (value: object): string => JSON.stringify(value);
