import { articlePath } from '../../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../../model/article.ts';
import type { Site } from '../../../../model/site.ts';
import type { ArticleRecord } from '../../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../../edition/build-edition.ts';
import { publicUrl } from '../../../settings/public-url.ts';
import { hashOf } from '../../../util/hash.ts';
import { lazyFile, type Output } from '../../files/output-file.ts';
import { prerenderedArticles } from '../../files/prerendered-articles.ts';
import { publicDate } from '../../files/public-date.ts';
import { element, textElement, XML_DECLARATION } from '../shared/xml.ts';
import { SITEMAP_NAMESPACE } from './sitemap.ts';

export const NEWS_SITEMAP_FILE = 'news-sitemap.xml';

const MAX_ARTICLES = 1_000;
const TWO_DAYS_MS = 2 * 86_400_000;

/**
 * `news-sitemap.xml`: the articles of the two days before the newest one. It does not depend on the current time.
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export const newsSitemap: Output = function* (built) {
  const { serializer, settings } = built;
  const { site } = settings;
  const articles = newestDays(built);
  yield lazyFile({
    path: NEWS_SITEMAP_FILE,
    version: () => hashOf([JSON.stringify(site), ...articles.map(serializer.summaryVersion)].join('\n')),
    body: () => {
      const summaries = articles.map((article) => JSON.parse(serializer.summary(article)) as Summary);
      return XML_DECLARATION + element('urlset', NAMESPACES, summaries.map((each) => writeUrl(each, site)).join(''));
    },
  });
};

const NAMESPACES = {
  xmlns: SITEMAP_NAMESPACE,
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

function newestDays(built: BuiltEdition): ArticleRecord[] {
  const articles = prerenderedArticles(built).filter(({ isDraft }) => !isDraft);
  const from = Date.parse(articles[0]?.publishedAt ?? '') - TWO_DAYS_MS;
  return articles.filter(({ publishedAt }) => Date.parse(publishedAt) >= from).slice(0, MAX_ARTICLES);
}

function writeUrl({ slug, title, publishedAt, lang }: Summary, site: Site): string {
  const publication =
    textElement('news:name', site.title) + textElement('news:language', newsLanguage(lang ?? site.language));
  const news = [
    element('news:publication', {}, publication),
    textElement('news:publication_date', publicDate(publishedAt)),
    textElement('news:title', title),
  ];
  return element(
    'url',
    {},
    textElement('loc', publicUrl(site, articlePath(slug))) + element('news:news', {}, news.join('')),
  );
}

/** A language without its region, except for Chinese. */
function newsLanguage(language: string): string {
  const [name = '', ...rest] = language.toLowerCase().split('-');
  if (name !== 'zh') return name;
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-tw' : 'zh-cn';
}
