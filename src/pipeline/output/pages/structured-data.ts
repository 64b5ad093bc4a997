import type { Article, Summary } from '../../../model/article.ts';
import { articlePath } from '../../../model/permalinks.ts';
import type { Site } from '../../../model/site.ts';
import { imageAddress, paperImage, publicUrl } from '../../settings/public-url.ts';
import { publicDate } from '../files/public-date.ts';
import { jsonScript } from './json-script.ts';
import type { PageSubject } from './page-head.ts';

interface StructuredData {
  site: Site;
  address: string;
  about: PageSubject;
}

/** What a page is, for machines: `NewsArticle` or `ItemList`. https://schema.org/NewsArticle */
export function structuredData({ site, address, about }: StructuredData): string {
  const { article, list } = about;
  if (article && !article.isDraft) return block(newsArticle(site, address, article));
  return list && list.length > 0 ? block(itemList(site, list)) : '';
}

const block = (value: object): string =>
  jsonScript(JSON.stringify({ '@context': 'https://schema.org', ...value }), {}, 'application/ld+json');

/** Our page about a story; the story itself is what it is based on. */
function newsArticle(site: Site, address: string, article: Article): object {
  const { title, excerpt, publishedAt, updatedAt, provider, topics, lang } = article;
  const logo = paperImage(site);
  const paper = organization(site.title, publicUrl(site, '/'), logo && imageAddress(site, logo));
  const publisher = provider && organization(provider.name, provider.domain && `https://${provider.domain}/`);
  const images = article.images.flatMap((image) => imageAddress(site, image) ?? []);
  return {
    '@type': 'NewsArticle',
    headline: title,
    description: excerpt,
    datePublished: publicDate(publishedAt),
    dateModified: publicDate(updatedAt ?? publishedAt),
    inLanguage: lang ?? site.language,
    mainEntityOfPage: publicUrl(site, address),
    image: images.length > 0 ? images : undefined,
    articleSection: topics.length > 0 ? topics.map(({ name }) => name) : undefined,
    author: publisher ?? paper,
    publisher: paper,
    isBasedOn: article.originUrl ?? article.ampUrl,
  };
}

const itemList = (site: Site, list: Summary[]): object => ({
  '@type': 'ItemList',
  itemListElement: list.map(({ slug }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    url: publicUrl(site, articlePath(slug)),
  })),
});

const organization = (name: string, url: string | undefined, logo?: string): object => ({
  '@type': 'Organization',
  name,
  url,
  logo: logo && { '@type': 'ImageObject', url: logo },
});
