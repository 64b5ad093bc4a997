import type { Author } from '../../model/article.ts';
import type { Provider } from '../../model/provider.ts';
import type { ArticleRecord } from '../content/cache/article-record.ts';
import type { LocalImageResult } from '../content/images/local-images.ts';
import type { DeclaredAuthors } from '../content/read-authors.ts';
import type { DeclaredProvider } from '../content/read-providers.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';

/** The relations of articles to each other and to the provider files. */
export interface Relations {
  /** Completes a provider with the data in its file. */
  completeProvider: (provider: Provider) => Provider;
  /** The authors of an article, completed with the entries of data files. */
  completeAuthors: (record: ArticleRecord) => Author[];
  /** The slug of the newest article with an origin URL, see `urlKey`. */
  findSlug: (originKey: string) => string | undefined;
  /** The local logos that are used, and the diagnostics about them. */
  images: LocalImageResult[];
  diagnostics: Diagnostic[];
}

interface RelateInput {
  /** The articles to which related stories may lead, newest first. */
  listed: readonly ArticleRecord[];
  /** All articles with a page, newest first. */
  all: readonly ArticleRecord[];
  providers: readonly DeclaredProvider[];
  authors: DeclaredAuthors;
}

/** Finds the related stories that are articles of this site, and completes providers and authors. */
export function relateArticles({ listed, all, providers, authors }: RelateInput): Relations {
  const slugs = slugsByOriginKey(listed);
  const { completed, used } = completeProviders(all, providers);
  return {
    completeProvider: (provider) => completed.get(provider) ?? provider,
    completeAuthors: (record) => completeAuthors(record, authors),
    findSlug: (originKey) => slugs.get(originKey),
    images: used.flatMap(({ images }) => images),
    diagnostics: used.flatMap(({ logoDiagnostics }) => logoDiagnostics),
  };
}

function slugsByOriginKey(newestFirst: readonly ArticleRecord[]): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const { originKey, slug } of newestFirst) if (originKey && !slugs.has(originKey)) slugs.set(originKey, slug);
  return slugs;
}

/**
 * Completes providers with their files, which are found by domain, or by name for a story without a domain. The name in
 * the file overrides that of the story; the logo of the story overrides that in the file.
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
      const entry = domain === undefined ? byName.get(name) : byDomain.get(domain);
      if (entry && !logo) used.add(entry);
      completed.set(provider, entry ? { ...entry.provider, ...(logo ? { logo } : {}) } : provider);
    }
  }
  return { completed, used: [...used] };
}

/** Completes authors with their entries. What the article says overrides the entry. Two names of one author count once. */
function completeAuthors({ file, authors = [] }: ArticleRecord, declared: DeclaredAuthors): Author[] {
  const completed = authors.map(({ key, name, url }): Author => {
    const entry = key === undefined ? undefined : declared.find(file, key);
    return { name: name ?? entry?.name ?? key ?? '', ...defined('url', url ?? entry?.url) };
  });
  return [...new Map(completed.toReversed().map((author) => [author.name, author])).values()].reverse();
}
