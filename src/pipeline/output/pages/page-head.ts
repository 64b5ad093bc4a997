import { decodeHTML } from 'entities';
import { collectionPath, eventPath, frontPath } from '../../../model/addresses/permalinks.ts';
import type { Article, Summary } from '../../../model/article.ts';
import type { CollectionId, EventData } from '../../../model/edition.ts';
import type { Image } from '../../../model/image.ts';
import type { Site } from '../../../model/site.ts';
import { cutAtWord } from '../../content/normalize/values/plain-text.ts';
import { FEED_FORMATS, feedFormats } from '../../settings/feed-formats.ts';
import { publicUrl, shareableImageUrl, siteImage } from '../../settings/public-url.ts';
import type { Settings } from '../../settings/settings.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';
import { publicDate } from '../files/public-date.ts';
import { openSearchLink } from '../search/open-search-file.ts';
import { discoveryLinks } from '../syndication/feeds/discovery-links.ts';
import { madeExcerpt } from './made-excerpt.ts';
import { webAppManifestLink } from './web-app-manifest-file.ts';

/** The content that the metadata of a page describes. */
export interface PageSubject {
  article?: Article;
  /** The articles that the page lists. */
  list?: Summary[];
  /** The collection, if it is the page of one. */
  collection?: CollectionId;
  /** The event, whose reports are the list. */
  event?: EventData;
  /** Whether search engines must not index the page. */
  isHidden?: true;
}

interface PageHead {
  settings: Settings;
  /** The path relative to the base path; `undefined` for `404.html`, which is served at any address. */
  address: string | undefined;
  /** The HTML that the app added to the head, including the title. */
  head: string;
  subject: PageSubject;
}

const MAX_DESCRIPTION = 200;
/** The number of headlines in the description of a collection. */
const MAX_HEADLINES = 3;

/**
 * The metadata of a page for search engines and link previews, without the title, which the app renders.
 * https://ogp.me/ and https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
 */
export function pageHead({ settings, address, head, subject }: PageHead): string {
  const { site } = settings;
  const isUnlisted = subject.article?.isUnlisted && !subject.article.isPage;
  if (subject.isHidden || subject.article?.isDraft || isUnlisted)
    return meta('robots', 'noindex') + descriptionOf(site, subject) + webAppManifestLink(site);
  const { article, collection } = subject;
  const url = site.address === undefined || address === undefined ? undefined : publicUrl(site, address);
  const image = previewImageOf(site, subject);
  return [
    descriptionOf(site, subject),
    url === undefined ? '' : `<link rel="canonical" href="${escapeAttribute(url)}">`,
    property('og:type', article && !article.isPage ? 'article' : 'website'),
    property('og:site_name', site.title),
    property('og:title', article?.title ?? titleIn(head)),
    property('og:description', describe(site, subject)),
    property('og:url', url),
    property('og:locale', localeOf(article?.lang ?? site.language)),
    ...(image ? imageTags(site, image, article?.title ?? site.title) : []),
    ...(article && !article.isPage ? articleTags(article) : []),
    feedTags(settings, subject, head),
    collection?.kind === 'all' ? openSearchLink(site) : '',
    webAppManifestLink(site),
    meta('twitter:card', image && isWide(image) ? 'summary_large_image' : 'summary'),
  ].join('');
}

const descriptionOf = (site: Site, subject: PageSubject): string => meta('description', describe(site, subject));

/** The excerpt of an article or the start of its body, the site's description on the front page, else the newest headlines. */
function describe(site: Site, { article, list = [], collection }: PageSubject): string | undefined {
  if (article) return cutAtWord(article.excerpt ?? madeExcerpt(article) ?? article.title, MAX_DESCRIPTION);
  const headlines = list.slice(0, MAX_HEADLINES).map(({ title }) => title);
  const describesSite = collection?.kind === 'all' || headlines.length === 0;
  return cutAtWord((describesSite && site.description) || headlines.join(' · ') || site.title, MAX_DESCRIPTION);
}

/** The first image of the article that link previews can show, else that of the site. */
function previewImageOf(site: Site, { article }: PageSubject): Image | undefined {
  const own = article?.images.find((image) => shareableImageUrl(site, image) !== undefined);
  return own ?? siteImage(site);
}

function imageTags(site: Site, image: Image, title: string): string[] {
  const { width, height, caption, alt } = image;
  return [
    property('og:image', shareableImageUrl(site, image)),
    property('og:image:width', width?.toString()),
    property('og:image:height', height?.toString()),
    property('og:image:alt', alt ?? caption ?? title),
  ];
}

/** Links to feeds: on the page of a collection in every format, elsewhere only one for all articles. An event may have one. */
function feedTags(settings: Settings, { collection, event }: PageSubject, head: string): string {
  const { site, outputs } = settings;
  const formats = feedFormats(settings);
  const isFront = collection === undefined || collection.kind === 'all';
  const path = collection ? collectionPath(collection) : frontPath;
  const own =
    event && outputs.includes('eventFeeds')
      ? discoveryLinks({ site, formats: [FEED_FORMATS.atom], path: eventPath(event.slug), title: titleIn(head) })
      : '';
  const title = isFront ? site.title : titleIn(head);
  return own + discoveryLinks({ site, formats: formats.slice(0, collection ? 3 : 1), path, title });
}

const articleTags = ({ publishedAt, updatedAt, topics, authors }: Article): string[] => [
  property('article:published_time', publicDate(publishedAt)),
  property('article:modified_time', updatedAt && publicDate(updatedAt)),
  property('article:section', topics[0]?.name),
  meta('author', authors?.map(({ name }) => name).join(', ')),
];

/** Whether an image is large enough for a preview with a large image. */
const isWide = ({ width = 0, height = 1 }: Image): boolean => width >= 600 && width / height >= 1.2;

/** The Open Graph locale, such as `pt_BR`. `undefined` for a language without a region, which a locale requires. */
function localeOf(language: string): string | undefined {
  const [, name, region] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/.exec(language) ?? [];
  return region === undefined ? undefined : `${name}_${region}`;
}

/** The text of the title in the head, unescaped. */
const titleIn = (head: string): string => decodeHTML(/<title[^>]*>([^<]*)<\/title>/.exec(head)?.[1] ?? '');

const meta = (name: string, content: string | undefined): string => tag('name', name, content);
const property = (name: string, content: string | undefined): string => tag('property', name, content);

const tag = (kind: string, name: string, content: string | undefined): string =>
  content === undefined || content === '' ? '' : `<meta ${kind}="${name}" content="${escapeAttribute(content)}">`;
