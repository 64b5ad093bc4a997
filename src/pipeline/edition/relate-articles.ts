import type { Provider } from '../../model/provider.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { LocalImageResult } from '../content/images/local-images.ts';
import type { DeclaredProvider } from '../content/read-providers.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What articles mean to each other, and to the provider files. */
export interface Relations {
  /** A provider with what its file says of it. */
  completeProvider: (provider: Provider) => Provider;
  /** The slug of the article that has an origin address; of several with one address, the newest. */
  findSlug: (originKey: string) => string | undefined;
  /** The local logos that are used, and what is wrong with those that should be. */
  images: LocalImageResult[];
  diagnostics: Diagnostic[];
}

/** Finds out, now that all articles are known, which related stories are ours, and what is known of their providers. */
export function relateArticles(
  newestFirst: readonly ArticleRecord[],
  declared: readonly DeclaredProvider[],
): Relations {
  const slugs = slugsByAddress(newestFirst);
  const { completed, used } = completeProviders(newestFirst, declared);
  return {
    completeProvider: (provider) => completed.get(provider) ?? provider,
    findSlug: (originKey) => slugs.get(originKey),
    images: used.flatMap(({ images }) => images),
    diagnostics: used.flatMap(({ logoDiagnostics }) => logoDiagnostics),
  };
}

function slugsByAddress(newestFirst: readonly ArticleRecord[]): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const { originKey, slug } of newestFirst) if (originKey && !slugs.has(originKey)) slugs.set(originKey, slug);
  return slugs;
}

/**
 * Completes providers by their files, found by domain, or by name for a story that gives no domain. The file's name
 * comes before the story's, the story's logo before the file's.
 */
function completeProviders(articles: readonly ArticleRecord[], declared: readonly DeclaredProvider[]) {
  const byDomain = new Map(declared.map((entry) => [entry.provider.domain, entry]));
  const byName = new Map(declared.map((entry) => [entry.provider.name, entry]));
  const completed = new Map<Provider, Provider>();
  const used = new Set<DeclaredProvider>();
  if (declared.length === 0) return { completed, used: [] };
  for (const article of articles) {
    for (const { provider } of [article, ...article.related]) {
      if (!provider || completed.has(provider)) continue;
      const { name, domain, logo } = provider;
      const known = domain === undefined ? byName.get(name) : byDomain.get(domain);
      if (known && !logo) used.add(known);
      completed.set(provider, known ? { ...known.provider, ...(logo ? { logo } : {}) } : provider);
    }
  }
  return { completed, used: [...used] };
}
