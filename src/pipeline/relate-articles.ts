import type { Article, RelatedStory } from '../model/article.ts';
import type { Provider } from '../model/provider.ts';
import type { Topics } from './fold-topics.ts';
import type { Issue } from './issue.ts';
import type { LocalImage } from './local-images.ts';
import { addressKey } from './normalize/address.ts';
import type { NormalizedArticle } from './normalize/normalize-article.ts';
import type { DeclaredProvider } from './read-providers.ts';

/**
 * Makes articles of what the files say, now that all are known: topics get their slugs, providers what their files say
 * of them, and a related story that we carry ourselves the slug of its page.
 */
export function relateArticles(
  articles: readonly NormalizedArticle[],
  topics: Topics,
  declared: ReadonlyMap<string, DeclaredProvider>,
): { articles: Article[]; images: LocalImage[]; issues: Issue[] } {
  const slugs = new Map(articles.flatMap(({ originUrl, slug }) => (originUrl ? [[addressKey(originUrl), slug]] : [])));
  const used = new Set<DeclaredProvider>();
  const byName = new Map([...declared.values()].map((entry) => [entry.provider.name, entry]));
  const completeProvider = (provider: Provider): Provider => {
    const known = (provider.domain && declared.get(provider.domain)) || byName.get(provider.name);
    if (!known) return provider;
    if (!provider.logo) used.add(known);
    return { ...provider, ...known.provider, ...(provider.logo ? { logo: provider.logo } : {}) };
  };
  const completeStory = <T extends { provider?: Provider }>(story: T): T =>
    story.provider ? { ...story, provider: completeProvider(story.provider) } : story;
  const relate = (story: RelatedStory, parent: string): RelatedStory => {
    const slug = story.originUrl && slugs.get(addressKey(story.originUrl));
    return completeStory(slug && slug !== parent ? { ...story, slug } : story);
  };
  const complete = ({ topicNames, isPinned: _, ...article }: NormalizedArticle): Article => ({
    ...completeStory(article),
    topics: uniqueBySlug(topicNames.flatMap((name) => topics.find(name) ?? [])),
    related: article.related.map((story) => relate(story, article.slug)),
  });
  // What was used is known only when all articles are complete.
  const completed = articles.map(complete);
  return {
    articles: completed,
    images: [...used].flatMap(({ images }) => images),
    issues: [...used].flatMap(({ issues }) => issues),
  };
}

const uniqueBySlug = <T extends { slug: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.slug, item])).values(),
];
