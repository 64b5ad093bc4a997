import { articlePath, eventPath } from '../../../model/addresses/permalinks.ts';
import type { Article, Author, Summary } from '../../../model/article.ts';
import type { EventData } from '../../../model/edition.ts';
import type { Provider } from '../../../model/provider.ts';
import type { Site } from '../../../model/site.ts';
import { imageUrl, publicUrl, siteImage } from '../../settings/public-url.ts';
import { publicDate } from '../files/public-date.ts';
import { searchUrlTemplate } from '../search/open-search-file.ts';
import { jsonScript } from './json-script.ts';
import { madeExcerpt } from './made-excerpt.ts';
import type { PageSubject } from './page-head.ts';

interface StructuredData {
  site: Site;
  subject: PageSubject;
}

/**
 * The structured data of a page: a `NewsArticle`, an `ItemList`, or for an event a `CollectionPage` with one, and on the
 * front page a `WebSite` with its search. https://schema.org/NewsArticle, https://schema.org/CollectionPage and
 * https://schema.org/SearchAction
 */
export function structuredData({ site, subject }: StructuredData): string {
  const { article, list, event } = subject;
  if (article && !article.isDraft && !article.isUnlisted) return block(newsArticle(site, article));
  if (event) return block(collectionPage(site, event));
  const items = list && list.length > 0 ? block(itemList(site, list)) : '';
  return isFrontPage(subject) && site.address !== undefined && !site.hasNoSearch ? items + block(webSite(site)) : items;
}

const block = (value: object): string =>
  jsonScript(JSON.stringify({ '@context': 'https://schema.org', ...value }), {}, 'application/ld+json');

type Property = (article: Article, site: Site) => object;

/**
 * The `NewsArticle` properties of each field of an article; `undefined` if it has none. The type requires every field.
 * The page presents a story from another site, so `isBasedOn` is the URL of that story.
 */
const PROPERTIES: Record<keyof Article, Property | undefined> = {
  title: ({ title }) => ({ headline: title }),
  excerpt: (article) => ({ description: article.excerpt ?? madeExcerpt(article) }),
  publishedAt: ({ publishedAt }) => ({ datePublished: publicDate(publishedAt) }),
  updatedAt: ({ updatedAt, publishedAt }) => ({ dateModified: publicDate(updatedAt ?? publishedAt) }),
  lang: ({ lang }, site) => ({ inLanguage: lang ?? site.language }),
  slug: ({ slug }, site) => ({ mainEntityOfPage: publicUrl(site, articlePath(slug)) }),
  images: ({ images }, site) => ({ image: unlessEmpty(images.flatMap((image) => imageUrl(site, image) ?? [])) }),
  topics: ({ topics }) => ({ articleSection: unlessEmpty(topics.map(({ name }) => name)) }),
  provider: ({ provider, authors }, site) => {
    const publisher = publisherOf(site);
    const organization = provider && organizationOf(provider);
    if (authors) return { author: authors.map(person), sourceOrganization: organization, publisher };
    return { author: organization ?? publisher, publisher };
  },
  // Written with `provider`.
  authors: undefined,
  originUrl: ({ originUrl, ampUrl }) => ({ isBasedOn: originUrl ?? ampUrl }),
  ampUrl: undefined,
  ampCacheUrl: undefined,
  kind: undefined,
  image: undefined,
  // Written with `excerpt`.
  hasMadeExcerpt: undefined,
  hasVideo: undefined,
  event: undefined,
  isDraft: undefined,
  isScheduled: undefined,
  isUnlisted: undefined,
  isPage: undefined,
  file: undefined,
  category: undefined,
  quality: undefined,
  heat: undefined,
  video: undefined,
  related: undefined,
  nearest: undefined,
  coverage: undefined,
  body: undefined,
};

const newsArticle = (site: Site, article: Article): object => ({
  '@type': 'NewsArticle',
  ...(Object.assign({}, ...Object.values(PROPERTIES).map((property) => property?.(article, site))) as object),
});

const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

function publisherOf(site: Site): object {
  const logo = siteImage(site);
  return organization(site.title, publicUrl(site, '/'), logo && imageUrl(site, logo));
}

const organizationOf = ({ name, domain }: Provider): object => organization(name, domain && `https://${domain}/`);

const person = ({ name, url }: Author): object => ({ '@type': 'Person', name, url });

const itemList = (site: Site, list: Summary[]): object => ({
  '@type': 'ItemList',
  itemListElement: list.map(({ slug }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    url: publicUrl(site, articlePath(slug)),
  })),
});

function collectionPage(site: Site, { slug, lead, reports }: EventData): object {
  const name = (reports.find((report) => report.slug === lead) ?? reports[0])?.title;
  return {
    '@type': 'CollectionPage',
    name,
    url: publicUrl(site, eventPath(slug)),
    mainEntity: itemList(site, reports),
  };
}

const isFrontPage = ({ collection }: PageSubject): boolean => collection?.kind === 'all';

const webSite = (site: Site): object => ({
  '@type': 'WebSite',
  name: site.title,
  url: publicUrl(site, '/'),
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: searchUrlTemplate(site, 'search_term_string') },
    'query-input': 'required name=search_term_string',
  },
});

const organization = (name: string, url: string | undefined, logo?: string): object => ({
  '@type': 'Organization',
  name,
  url,
  logo: logo && { '@type': 'ImageObject', url: logo },
});
