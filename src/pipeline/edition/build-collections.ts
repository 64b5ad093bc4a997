import type { ProviderEntry } from '../../model/provider.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { append } from '../util/group-by.ts';
import type { Topics } from './build-topic-tree.ts';
import type { FeedArticles } from './collection.ts';
import type { Relations } from './relate-articles.ts';

interface Gathered {
  /** Most articles first. */
  providers: ProviderEntry[];
  feeds: FeedArticles[];
}

/**
 * Gathers articles, newest first, into feeds: all, one for each topic with those of the topics below it, one for each
 * provider that has a domain. The newest pinned article leads the front page, if not the newest of all.
 */
export function gatherFeeds(
  articles: readonly ArticleRecord[],
  topics: Topics,
  { completeProvider }: Relations,
): Gathered {
  const byTopic = new Map<string, ArticleRecord[]>();
  const byDomain = new Map<string, ArticleRecord[]>();
  for (const article of articles) {
    const own = article.topicNames.flatMap((name) => topics.find(name)?.slug ?? []);
    const slugs = new Set(own.flatMap((slug) => [slug, ...topics.above(slug)]));
    for (const slug of slugs) append(byTopic, slug, article);
    const domain = article.provider && completeProvider(article.provider).domain;
    if (domain) append(byDomain, domain, article);
  }
  const providers = listProviders(byDomain, completeProvider);
  const lead = articles.find(({ isPinned }) => isPinned);
  return {
    providers,
    feeds: [
      { feed: { kind: 'all' }, articles: [...articles], ...(lead ? { lead } : {}) },
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

/** The name and logo are those of the provider's newest article. */
function listProviders(
  byDomain: Map<string, ArticleRecord[]>,
  complete: Relations['completeProvider'],
): ProviderEntry[] {
  return [...byDomain]
    .map(([domain, [newest, ...others]]) => ({
      name: domain,
      ...(newest?.provider ? complete(newest.provider) : {}),
      domain,
      count: others.length + 1,
    }))
    .sort((a, b) => b.count - a.count || compareCodeUnits(a.domain, b.domain));
}
