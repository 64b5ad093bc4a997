import type { RelatedStory, Summary } from '../../model/article.ts';
import type { CollectionId } from '../../model/edition.ts';
import { collectionKey } from '../../model/edition-files.ts';
import type { Provider } from '../../model/provider.ts';
import type { Topic } from '../../model/topic.ts';
import type { ArticleRecord, EditionFields } from '../content/cache/article-record.ts';
import type { ArticleStore } from '../content/cache/article-store.ts';
import type { AllFields } from '../util/defined.ts';
import { hashOf } from '../util/hash.ts';
import { memoize } from '../util/memoize.ts';
import type { TopicTree } from './build-topic-tree.ts';
import type { Collection } from './collection.ts';
import { type EventLookup, slugOfEvent } from './coverage/news-event.ts';
import { createCoverageSerializer } from './coverage/serialize-coverage.ts';
import { createEventSerializer, type EventSerializer } from './coverage/serialize-events.ts';
import type { NearestArticles } from './nearest-articles.ts';
import { linkBody } from './references/link-body.ts';
import type { References } from './references/resolve-references.ts';
import type { Relations } from './relate-articles.ts';

/**
 * Serializes articles and summaries to JSON. It adds the fields that depend on other files: topics with slugs, complete
 * providers and authors, slugs of related stories, links of the body to other articles, the nearest articles if there
 * are no related ones, and other reports on the same event. A version changes whenever the JSON does, and is computed
 * without reading the texts.
 */
export interface ArticleSerializer {
  summary: (record: ArticleRecord) => string;
  summaryVersion: (record: ArticleRecord) => string;
  /** The version in full, for the id of the edition. */
  fullSummaryVersion: (record: ArticleRecord) => string;
  article: (record: ArticleRecord) => string;
  articleVersion: (record: ArticleRecord) => string;
  /** The articles whose JSON may contain this one as a nearest article or as a report on the same event. */
  articlesShowing: (record: ArticleRecord) => ArticleRecord[];
  events: EventSerializer;
}

interface SerializerInput {
  store: ArticleStore;
  topics: TopicTree;
  relations: Relations;
  nearest: NearestArticles;
  collections: readonly Collection[];
  references: References;
  eventOf: EventLookup;
  /** Whether an article is marked as scheduled. */
  isScheduled: (record: ArticleRecord) => boolean;
  /** The language of the site. */
  language: string;
}

export function createArticleSerializer({
  store,
  topics,
  relations,
  nearest,
  collections,
  references,
  eventOf,
  isScheduled,
  language,
}: SerializerInput): ArticleSerializer {
  const providerJson = memoize(
    (provider: Provider) => `"provider":${JSON.stringify(relations.completeProvider(provider))}`,
  );
  const topicsOf = (names: readonly string[]): Topic[] =>
    uniqueBySlug(names.flatMap((name) => topics.find(name) ?? []));
  const providerField = ({ provider }: Pick<ArticleRecord, 'provider'>): string =>
    provider ? providerJson(provider) : '';
  const pages = createPageLookup(collections);
  const editionFields = memoize((record: ArticleRecord) => {
    const { topicNames, provider, isUnlisted } = record;
    const ownTopics = topicsOf(topicNames);
    const event = eventOf(record);
    const fields: Record<keyof EditionFields, string> = {
      topics: `"topics":${JSON.stringify(isUnlisted ? ownTopics.filter(pages.hasTopic) : ownTopics)}`,
      provider:
        isUnlisted && provider && !pages.hasProvider(relations.completeProvider(provider))
          ? `"provider":${JSON.stringify({ ...relations.completeProvider(provider), domain: undefined })}`
          : providerField(record),
      event: event ? `"event":${JSON.stringify(slugOfEvent(event))}` : '',
      authors: record.authors ? `"authors":${JSON.stringify(relations.completeAuthors(record))}` : '',
      isScheduled: isScheduled(record) ? '"isScheduled":true' : '',
    };
    return Object.values(fields).filter(Boolean).join(',');
  });
  // A list needs the version of each of its articles, and an article is in several lists.
  const editionVersion = memoize((record: ArticleRecord) => hashOf(editionFields(record)));
  const relatedFields = ({ slug: own, related }: ArticleRecord): (string | undefined)[] =>
    related.map((story) => {
      const { originKey } = story;
      const slug = originKey === undefined ? undefined : relations.findSlug(originKey);
      // An article is not a related story of itself.
      if (slug === own) return undefined;
      const provider = providerField(story);
      if (slug === undefined) return provider;
      const slugField = `"slug":${JSON.stringify(slug)}`;
      return provider === '' ? slugField : `${provider},${slugField}`;
    });
  const nearestOf = (record: ArticleRecord, related = relatedFields(record)): ArticleRecord[] =>
    related.some((fields) => fields !== undefined) ? [] : nearest.find(record);
  const listedStory = (record: ArticleRecord): string =>
    withFields(toStoryJson(withSlug(store.summary(record), record)), providerField(record));
  const storyVersion = (record: ArticleRecord): string => `${record.slug} ${record.version} ${providerField(record)}`;
  const coverage = createCoverageSerializer({
    eventOf,
    textOf: (record) => JSON.parse(store.summary(record)) as Summary,
    storyOf: listedStory,
    storyVersion,
  });
  const summary = (record: ArticleRecord): string =>
    withFields(withSlug(store.summary(record), record), editionFields(record));
  const summaryVersion = (record: ArticleRecord): string => `${record.version} ${editionVersion(record)}`;
  return {
    summary,
    summaryVersion,
    fullSummaryVersion: (record) => `${record.version} ${editionFields(record)}`,
    article(record) {
      const [text = '', ...stories] = store.texts(record).detail.split('\n');
      const own = record.references ? linkBody(text, references.of(record)) : text;
      const fields = relatedFields(record);
      const related = stories.flatMap((story, index) => {
        const more = fields[index];
        return more === undefined ? [] : [withFields(story, more)];
      });
      const nearestStories = nearestOf(record, fields).map(listedStory);
      const nearestField = nearestStories.length > 0 ? `,"nearest":[${nearestStories.join(',')}]` : '';
      const coverageField = coverage.field(record);
      return withFields(
        withSlug(own, record),
        `${editionFields(record)},"related":[${related.join(',')}]${nearestField}${coverageField && `,${coverageField}`}`,
      );
    },
    articleVersion: memoize((record) => {
      const fields = relatedFields(record);
      const nearestVersions = nearestOf(record, fields).map((other) => `${other.version} ${providerField(other)}`);
      const links = record.references ? [JSON.stringify(references.of(record))] : [];
      const others = [...nearestVersions, ...links, coverage.version(record)];
      return hashOf([record.version, editionFields(record), ...fields, ...others].join('\n'));
    }),
    articlesShowing: (record) => [
      ...nearest.findAffected(record).filter((other) => nearestOf(other).includes(record)),
      ...coverage.others(record),
    ],
    events: createEventSerializer({
      eventOf,
      completeProvider: relations.completeProvider,
      summary,
      summaryVersion,
      reasonOf: coverage.reasonOf,
      language,
    }),
  };
}

/**
 * Tells which topics and providers have a page. An unlisted article counts for none, so those that it alone names have
 * no page to link to.
 */
function createPageLookup(collections: readonly Collection[]) {
  let keys: Set<string> | undefined;
  const has = (id: CollectionId): boolean => {
    keys ??= new Set(collections.map((collection) => collectionKey(collection.id)));
    return keys.has(collectionKey(id));
  };
  return {
    hasTopic: ({ slug }: Topic): boolean => has({ kind: 'topic', slug }),
    hasProvider: ({ domain }: Provider): boolean => domain === undefined || has({ kind: 'provider', domain }),
  };
}

/** The JSON of a related story from that of a summary. */
function toStoryJson(summary: string): string {
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
    // The card does not show it.
    excerpt: undefined,
  };
  return JSON.stringify(story);
}

/** Puts the slug of the record, which may have a suffix, into a JSON object that begins with its own slug. */
const withSlug = (object: string, { slug, ownSlug }: ArticleRecord): string =>
  ownSlug === undefined
    ? object
    : `{"slug":${JSON.stringify(slug)}${object.slice(`{"slug":${JSON.stringify(ownSlug)}`.length)}`;

/** Appends fields, which are JSON, to a JSON object that is not empty. */
const withFields = (object: string, fields: string): string =>
  fields === '' ? object : `${object.slice(0, -1)},${fields}}`;

const uniqueBySlug = <T extends { slug: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.slug, item])).values(),
];
