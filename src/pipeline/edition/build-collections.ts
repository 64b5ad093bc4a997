import type { ProviderEntry } from '../../model/provider.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { append } from '../util/group-by.ts';
import type { TopicTree } from './build-topic-tree.ts';
import type { Collection } from './collection.ts';
import type { Relations } from './relate-articles.ts';

interface Collections {
  /** Sorted by number of articles, largest first. */
  providers: ProviderEntry[];
  collections: Collection[];
}

/**
 * Builds the collections: all articles, one for each topic including its subtopics, and one for each provider with a
 * domain. `articles` are newest first, and so is each collection. The newest pinned article is the lead story of the
 * collection of all.
 */
export function buildCollections(
  articles: readonly ArticleRecord[],
  topics: TopicTree,
  { completeProvider }: Relations,
): Collections {
  const byTopic = new Map<string, ArticleRecord[]>();
  const byDomain = new Map<string, ArticleRecord[]>();
  for (const article of articles) {
    const ownSlugs = article.topicNames.flatMap((name) => topics.find(name)?.slug ?? []);
    const slugs = new Set(ownSlugs.flatMap((slug) => [slug, ...topics.parentsOf(slug)]));
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

/** Lists the providers. Name and logo are those in the provider's newest article. */
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
