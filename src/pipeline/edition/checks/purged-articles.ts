import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Settings } from '../../settings/settings.ts';

interface Purge {
  /** The slugs of articles that this edition does not have. */
  slugs: string[];
  diagnostics: DeferredDiagnostic[];
}

/** Checks the setting `purge`: an article that is published must not be deleted from what readers have saved. */
export function checkPurge(
  { purge = [], file = 'site.yaml' }: Settings,
  published: readonly Pick<ArticleRecord, 'slug' | 'file'>[],
): Purge {
  if (purge.length === 0) return { slugs: [], diagnostics: [] };
  const files = new Map(published.map((article) => [article.slug, article.file]));
  const diagnostics = purge.flatMap((slug): DeferredDiagnostic[] => {
    const own = files.get(slug);
    if (own === undefined) return [];
    const message = `Expected withdrawn articles, found ${quote(slug)}, which is published from ${quote(own)}; it is not purged.`;
    const hint = 'Delete or unpublish the file, or remove the slug from `purge`.';
    return [{ file, names: ['purge'], severity: 'error', code: 'purged-article', message, hint }];
  });
  return { slugs: purge.filter((slug) => !files.has(slug)), diagnostics };
}
