import type { RelatedStory, Summary } from '../../model/article.ts';
import type { Provider } from '../../model/provider.ts';
import type { ArticleRecord, EditionFields } from '../content/cache/article-record.ts';
import type { ArticleStore } from '../content/cache/article-store.ts';
import type { AllFields } from '../util/defined.ts';
import { hashOf } from '../util/hash.ts';
import type { TopicTree } from './build-topic-tree.ts';
import type { NearestArticles } from './nearest-articles.ts';
import type { Relations } from './relate-articles.ts';

/**
 * Articles and summaries as JSON, complete with what only the edition knows: the topics' slugs, what the provider
 * files say, which related stories are ours, and which articles are nearest where there are none. A version changes
 * whenever the JSON does, and costs no reading of texts.
 */
export interface ArticleSerializer {
  summary: (record: ArticleRecord) => string;
  summaryVersion: (record: ArticleRecord) => string;
  article: (record: ArticleRecord) => string;
  articleVersion: (record: ArticleRecord) => string;
  /** The articles in whose JSON this one is among the nearest. */
  shownBy: (record: ArticleRecord) => ArticleRecord[];
}

interface SerializerInput {
  store: ArticleStore;
  topics: TopicTree;
  relations: Relations;
  nearest: NearestArticles;
}

export function createArticleSerializer({ store, topics, relations, nearest }: SerializerInput): ArticleSerializer {
  const providerFields = memoize((provider: Provider) => JSON.stringify(relations.completeProvider(provider)));
  const topicsOf = (names: readonly string[]): object[] =>
    uniqueBySlug(names.flatMap((name) => topics.find(name) ?? []));
  const edition = memoize(({ topicNames, provider }: ArticleRecord) => {
    const fields: Record<keyof EditionFields, string> = {
      topics: `"topics":${JSON.stringify(topicsOf(topicNames))}`,
      provider: provider ? `"provider":${providerFields(provider)}` : '',
    };
    return Object.values(fields).filter(Boolean).join(',');
  });
  const relatedFields = ({ slug: own, related }: ArticleRecord): (string | undefined)[] =>
    related.map(({ originKey, provider }) => {
      const slug = originKey === undefined ? undefined : relations.findSlug(originKey);
      // An article is no story related to itself.
      if (slug === own) return undefined;
      const fields = [
        ...(provider ? [`"provider":${providerFields(provider)}`] : []),
        ...(slug === undefined ? [] : [`"slug":${JSON.stringify(slug)}`]),
      ];
      return fields.join(',');
    });
  const nearestOf = (record: ArticleRecord, related = relatedFields(record)): ArticleRecord[] =>
    related.some((fields) => fields !== undefined) ? [] : nearest.find(record);
  const providerOf = ({ provider }: ArticleRecord): string =>
    provider ? `"provider":${providerFields(provider)}` : '';
  const nearestStory = (record: ArticleRecord): string =>
    withFields(storyText(store.summary(record)), providerOf(record));
  return {
    summary: (record) => withFields(store.summary(record), edition(record)),
    summaryVersion: (record) => `${record.version} ${edition(record)}`,
    article(record) {
      const [own = '', ...stories] = store.texts(record).detail.split('\n');
      const fields = relatedFields(record);
      const related = stories.flatMap((story, index) => {
        const more = fields[index];
        return more === undefined ? [] : [withFields(story, more)];
      });
      const chosen = nearestOf(record, fields).map(nearestStory);
      const more = chosen.length > 0 ? `,"nearest":[${chosen.join(',')}]` : '';
      return withFields(own, `${edition(record)},"related":[${related.join(',')}]${more}`);
    },
    articleVersion: memoize((record) => {
      const fields = relatedFields(record);
      const chosen = nearestOf(record, fields).map((other) => `${other.version} ${providerOf(other)}`);
      return hashOf([record.version, edition(record), ...fields, ...chosen].join('\n'));
    }),
    shownBy: (record) => nearest.around(record).filter((other) => nearestOf(other).includes(record)),
  };
}

/** The fields of a summary that the card of a related story shows, as JSON. */
function storyText(summary: string): string {
  const { slug, title, publishedAt, kind, lang, image, ...links } = JSON.parse(summary) as Summary;
  const { originUrl, ampUrl, ampCacheUrl } = links;
  const story: AllFields<Omit<RelatedStory, 'provider'>> = {
    slug,
    title,
    publishedAt,
    kind,
    lang,
    image,
    originUrl,
    ampUrl,
    ampCacheUrl,
    // The card has no room for it.
    excerpt: undefined,
  };
  return JSON.stringify(story);
}

/** A JSON object, which is not empty, with more fields at its end. */
const withFields = (object: string, fields: string): string =>
  fields === '' ? object : `${object.slice(0, -1)},${fields}}`;

function memoize<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new WeakMap<Key, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

const uniqueBySlug = <T extends { slug: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.slug, item])).values(),
];
