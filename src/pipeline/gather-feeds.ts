import type { Article, Summary } from '../model/article.ts';
import type { ProviderEntry } from '../model/provider.ts';
import { defined } from './defined.ts';
import type { FeedArticles } from './feeds.ts';
import { compareCodeUnits } from './find-files.ts';
import type { Topics } from './fold-topics.ts';
import { cutAtWord } from './normalize/text.ts';

const SUMMARY_EXCERPT = 400;

export interface Gathered {
  summaries: Summary[];
  /** Most articles first. */
  providers: ProviderEntry[];
  feeds: FeedArticles[];
}

/**
 * Gathers articles, newest first, into feeds: all, one for each topic with those of the topics below it, one for each
 * provider that has a domain. `pinned` says which article leads the front page, if not the newest.
 */
export function gatherFeeds(articles: readonly Article[], topics: Topics, pinned?: string): Gathered {
  const byTopic = new Map<string, Summary[]>();
  const byDomain = new Map<string, Summary[]>();
  const summaries = articles.map(toSummary);
  for (const summary of summaries) {
    const slugs = new Set(summary.topics.flatMap(({ slug }) => [slug, ...topics.above(slug)]));
    for (const slug of slugs) append(byTopic, slug, summary);
    if (summary.provider?.domain) append(byDomain, summary.provider.domain, summary);
  }
  const providers = listProviders(byDomain);
  const lead = summaries.find(({ slug }) => slug === pinned);
  return {
    summaries,
    providers,
    feeds: [
      { feed: { kind: 'all' }, articles: summaries, ...(lead ? { lead } : {}) },
      ...topics.entries.map((topic): FeedArticles => {
        const feed = { kind: 'topic', slug: topic.slug } as const;
        return { feed, topic, articles: byTopic.get(topic.slug) ?? [] };
      }),
      ...providers.map((provider): FeedArticles => {
        const feed = { kind: 'provider', domain: provider.domain } as const;
        return { feed, provider, articles: byDomain.get(provider.domain) ?? [] };
      }),
    ],
  };
}

/** The part of an article that a card shows. */
function toSummary(article: Article): Summary {
  const { slug, title, excerpt, publishedAt, updatedAt, kind, lang, provider, image, topics } = article;
  const { originUrl, ampUrl, ampCacheUrl, hasVideo, isDraft } = article;
  return {
    slug,
    title,
    ...defined('excerpt', excerpt === undefined ? undefined : cutAtWord(excerpt, SUMMARY_EXCERPT)),
    publishedAt,
    ...defined('updatedAt', updatedAt),
    kind,
    ...defined('lang', lang),
    topics,
    ...defined('provider', provider),
    ...defined('image', image),
    ...defined('originUrl', originUrl),
    ...defined('ampUrl', ampUrl),
    ...defined('ampCacheUrl', ampCacheUrl),
    ...defined('hasVideo', hasVideo),
    ...defined('isDraft', isDraft),
  };
}

/** The name and logo are those of the provider's newest article. */
function listProviders(byDomain: Map<string, Summary[]>): ProviderEntry[] {
  return [...byDomain]
    .map(([domain, [newest, ...others]]) => ({
      name: domain,
      ...newest?.provider,
      domain,
      count: others.length + 1,
    }))
    .sort((a, b) => b.count - a.count || compareCodeUnits(a.domain, b.domain));
}

function append(lists: Map<string, Summary[]>, key: string, summary: Summary): void {
  const list = lists.get(key);
  if (list) list.push(summary);
  else lists.set(key, [summary]);
}
