import type { ProviderEntry } from '../../model/provider.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { append } from '../util/group-by.ts';
import type { TopicTree } from './build-topic-tree.ts';
import type { Collection } from './collection.ts';
import type { Relations } from './relate-articles.ts';

interface Collections {
  /** Most articles first. */
  providers: ProviderEntry[];
  collections: Collection[];
}

/**
 * Gathers articles, newest first, into feeds: all, one for each topic with those of the topics below it, one for each
 * provider that has a domain. The newest pinned article leads the front page, if not the newest of all.
 */
export function buildCollections(
  articles: readonly ArticleRecord[],
  topics: TopicTree,
  { completeProvider }: Relations,
): Collections {
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
    collections: [
      { id: { kind: 'all' }, articles: [...articles], ...(lead ? { lead } : {}) },
      ...topics.entries.map((topic): Collection => {
        const id = { kind: 'topic', slug: topic.slug } as const;
        return { id, topic, articles: byTopic.get(topic.slug) ?? [] };
      }),
      ...providers.map((provider): Collection => {
        const id = { kind: 'provider', domain: provider.domain } as const;
        return { id, provider, articles: byDomain.get(provider.domain) ?? [] };
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
