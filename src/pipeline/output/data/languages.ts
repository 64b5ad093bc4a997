import type { Site } from '../../../model/site.ts';
import { primaryLanguage } from '../../../model/text/primary-language.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import { groupBy } from '../../util/group-by.ts';

/** Of all articles. A language of fewer is not worth a choice. */
const MIN_SHARE = 0.1;

/**
 * The articles of each language that the list can be filtered by, most articles first. Empty if nearly all articles are in
 * one language.
 */
export function groupByLanguage(
  articles: readonly ArticleRecord[],
  site: Pick<Site, 'language'>,
): [language: string, articles: ArticleRecord[]][] {
  if (!articles.some(({ lang }) => lang !== undefined)) return [];
  const groups = [...groupBy(articles, ({ lang }) => primaryLanguage(lang ?? site.language))]
    .filter(([, own]) => own.length >= MIN_SHARE * articles.length)
    .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1));
  return groups.length > 1 ? groups : [];
}
