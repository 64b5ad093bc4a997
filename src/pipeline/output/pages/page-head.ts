import { decodeHTML } from 'entities';
import type { Article, Summary } from '../../../model/article.ts';
import type { CollectionId } from '../../../model/edition.ts';
import type { Image } from '../../../model/image.ts';
import type { Site } from '../../../model/site.ts';
import { cutAtWord } from '../../content/normalize/values/plain-text.ts';
import { publicUrl, shareableImageUrl, siteImage } from '../../settings/public-url.ts';
import type { Settings } from '../../settings/settings.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';
import { publicDate } from '../files/public-date.ts';
import { discoveryLinks } from '../syndication/feeds/discovery-links.ts';
import { webAppManifestLink } from './web-app-manifest-file.ts';

/** What a page is about, for those who read its head. */
export interface PageSubject {
  article?: Article;
  /** The articles that the page lists. */
  list?: Summary[];
  /** The feed whose page it is. */
  collection?: CollectionId;
  /** Whether search engines are to leave it out. */
  isHidden?: true;
}

interface PageHead {
  settings: Settings;
  /** A path below the base path; `undefined` for a page that may stand at any address. */
  address: string | undefined;
  /** What the app put into the head, its title among it. */
  head: string;
  about: PageSubject;
}

const DESCRIPTION_LENGTH = 200;
/** How many headlines describe a feed. */
const HEADLINES = 3;

/**
 * The head of a page beyond its title: what search engines and link previews read.
 * https://ogp.me/ and https://developer.x.com/en/docs/x-for-websites/cards/overview/markup
 */
export function pageHead({ settings, address, head, about }: PageHead): string {
  const { site } = settings;
  if (about.isHidden || about.article?.isDraft)
    return meta('robots', 'noindex') + descriptionOf(site, about) + webAppManifestLink(site);
  const { article } = about;
  const url = site.address === undefined || address === undefined ? undefined : publicUrl(site, address);
  const image = pictureOf(site, about);
  return [
    descriptionOf(site, about),
    url === undefined ? '' : `<link rel="canonical" href="${escapeAttribute(url)}">`,
    property('og:type', article ? 'article' : 'website'),
    property('og:site_name', site.title),
    property('og:title', article?.title ?? titleIn(head)),
    property('og:description', describe(site, about)),
    property('og:url', url),
    property('og:locale', localeOf(article?.lang ?? site.language)),
    ...(image ? imageTags(site, image, article?.title ?? site.title) : []),
    ...(article ? articleTags(article) : []),
    feedTags(settings, about, head),
    webAppManifestLink(site),
    meta('twitter:card', image && isWide(image) ? 'summary_large_image' : 'summary'),
  ].join('');
}

const descriptionOf = (site: Site, about: PageSubject): string => meta('description', describe(site, about));

/** The article's excerpt, the site's description on the front page, else the newest headlines. */
function describe(site: Site, { article, list = [], collection }: PageSubject): string | undefined {
  if (article) return cutAtWord(article.excerpt ?? article.title, DESCRIPTION_LENGTH);
  const headlines = list.slice(0, HEADLINES).map(({ title }) => title);
  const isOfSite = collection?.kind === 'all' || headlines.length === 0;
  return cutAtWord((isOfSite && site.description) || headlines.join(' · ') || site.title, DESCRIPTION_LENGTH);
}

/** The article's picture; else the paper's. */
function pictureOf(site: Site, { article }: PageSubject): Image | undefined {
  const own = article?.images.find((image) => shareableImageUrl(site, image) !== undefined);
  return own ?? siteImage(site);
}

function imageTags(site: Site, image: Image, title: string): string[] {
  const { width, height, caption } = image;
  return [
    property('og:image', shareableImageUrl(site, image)),
    property('og:image:width', width?.toString()),
    property('og:image:height', height?.toString()),
    property('og:image:alt', caption ?? title),
  ];
}

/** The page of a feed offers it in every format; elsewhere one of the feed of all is enough. */
function feedTags(settings: Settings, { collection }: PageSubject, head: string): string {
  const { title } = settings.site;
  if (!collection) return discoveryLinks({ settings, collection: { kind: 'all' }, title, most: 1 });
  return discoveryLinks({ settings, collection, title: collection.kind === 'all' ? title : titleIn(head), most: 3 });
}

const articleTags = ({ publishedAt, updatedAt, topics }: Article): string[] => [
  property('article:published_time', publicDate(publishedAt)),
  property('article:modified_time', updatedAt && publicDate(updatedAt)),
  property('article:section', topics[0]?.name),
];

/** Whether a picture fills the large form of a preview. */
const isWide = ({ width = 0, height = 1 }: Image): boolean => width >= 600 && width / height >= 1.2;

/** `pt_BR`; nothing for a language without a region, as a locale must have one. */
function localeOf(language: string): string | undefined {
  const [, name, region] = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/.exec(language) ?? [];
  return region === undefined ? undefined : `${name}_${region}`;
}

/** The text of the title, which the app has escaped. */
const titleIn = (head: string): string => decodeHTML(/<title[^>]*>([^<]*)<\/title>/.exec(head)?.[1] ?? '');

const meta = (name: string, content: string | undefined): string => tag('name', name, content);
const property = (name: string, content: string | undefined): string => tag('property', name, content);

const tag = (kind: string, name: string, content: string | undefined): string =>
  content === undefined || content === '' ? '' : `<meta ${kind}="${name}" content="${escapeAttribute(content)}">`;
