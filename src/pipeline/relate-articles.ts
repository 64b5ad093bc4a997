import type { Article, RelatedStory } from '../model/article.ts';
import type { Provider } from '../model/provider.ts';
import type { Topics } from './fold-topics.ts';
import type { Issue } from './issue.ts';
import type { LocalImageResult } from './local-images.ts';
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
  declared: readonly DeclaredProvider[],
): { articles: Article[]; images: LocalImageResult[]; issues: Issue[] } {
  const slugs = slugsByAddress(articles);
  const providers = createProviders(declared);
  const completeStory = <T extends { provider?: Provider }>(story: T): T =>
    story.provider ? { ...story, provider: providers.complete(story.provider) } : story;
  const relate = (story: RelatedStory): RelatedStory => {
    const slug = story.originUrl && slugs.get(addressKey(story.originUrl));
    return completeStory(slug ? { ...story, slug } : story);
  };
  const complete = ({ topicNames, isPinned: _, ...article }: NormalizedArticle): Article => ({
    ...completeStory(article),
    topics: uniqueBySlug(topicNames.flatMap((name) => topics.find(name) ?? [])),
    related: article.related.map(relate).filter(({ slug }) => slug !== article.slug || slug === undefined),
  });
  // What was used is known only when all articles are complete.
  const completed = articles.map(complete);
  return { articles: completed, images: providers.images(), issues: providers.issues() };
}

/** Of several articles with one address the newest is meant. */
function slugsByAddress(newestFirst: readonly NormalizedArticle[]): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const { originUrl, slug } of newestFirst) {
    const key = originUrl && addressKey(originUrl);
    if (key && !slugs.has(key)) slugs.set(key, slug);
  }
  return slugs;
}

/**
 * Completes providers by their files, found by domain, or by name for a story that gives no domain. The file's name
 * comes before the story's, the story's logo before the file's.
 */
function createProviders(declared: readonly DeclaredProvider[]) {
  const byDomain = new Map(declared.map((entry) => [entry.provider.domain, entry]));
  const byName = new Map(declared.map((entry) => [entry.provider.name, entry]));
  const used = new Set<DeclaredProvider>();
  return {
    complete(provider: Provider): Provider {
      const { name, domain, logo } = provider;
      const known = domain === undefined ? byName.get(name) : byDomain.get(domain);
      if (!known) return provider;
      if (!logo) used.add(known);
      return { ...known.provider, ...(logo ? { logo } : {}) };
    },
    images: (): LocalImageResult[] => [...used].flatMap(({ images }) => images),
    issues: (): Issue[] => [...used].flatMap(({ logoIssues }) => logoIssues),
  };
}

const uniqueBySlug = <T extends { slug: string }>(items: T[]): T[] => [
  ...new Map(items.map((item) => [item.slug, item])).values(),
];
