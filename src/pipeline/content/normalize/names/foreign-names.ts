import { isMapping } from '../values/read-value.ts';
import type { Field } from './field-names.ts';

/** A name of a field in other systems. */
interface ForeignName {
  name: string;
  /** Whether a value belongs to the field. Other systems use some of the names for other things, too. */
  accepts?: (value: unknown) => boolean;
  /** The part of the value that belongs to the field. */
  select?: (value: unknown) => unknown;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isWebAddress = (value: unknown): boolean => isText(value) && /^\s*https?:\/\//i.test(value);
const isPath = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isPath) : isText(value) && /^\s*\/(?!\/)/.test(value);
const isName = (value: unknown): boolean => (isText(value) && !/[/\\]|^\s*www\./.test(value)) || isMapping(value);
/** `published` is a boolean of ours, and the date of publication elsewhere. */
const isDate = (value: unknown): boolean => (isText(value) || typeof value === 'number') && /\d{4}/.test(String(value));
/** Themes have truth values under the same names. */
const isImage = (value: unknown): boolean =>
  isText(value) ? !/^\s*(?:true|false|yes|no|on|off)\s*$/i.test(value) : isMapping(value) || Array.isArray(value);

/** The first of several keys of a mapping that has a value. Any other value is returned as it is. */
const selectKey =
  (...keys: string[]) =>
  (value: unknown): unknown =>
    isMapping(value) ? keys.map((key) => value[key]).find((part) => part !== undefined && part !== null) : value;

const selectUrl = selectKey('url', 'href', 'link');

/** The pictures among the resources of a Hugo page. One that is named after its purpose comes first. */
function selectPictures(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  const pictures = value.filter(
    (item: unknown): item is Record<string, unknown> =>
      isMapping(item) && isText(item.src) && /\.\w{3,4}$/.test(item.src),
  );
  const isLead = ({ name }: Record<string, unknown>): boolean => isText(name) && /cover|feature|thumb|hero/i.test(name);
  return pictures.toSorted((a, b) => Number(isLead(b)) - Number(isLead(a)));
}

const names = (...list: string[]): ForeignName[] => list.map((name) => ({ name }));
const webAddresses = (...list: string[]): ForeignName[] => list.map((name) => ({ name, accepts: isWebAddress }));
const images = (...list: string[]): ForeignName[] => list.map((name) => ({ name, accepts: isImage }));

/** The names of fields in Jekyll, Hugo, Zola, Hexo, Eleventy, Astro, Docusaurus, Obsidian, Ghost and others. */
export const FOREIGN_NAMES: Partial<Record<Field, readonly ForeignName[]>> = {
  publishedAt: [
    { name: 'published', accepts: isDate },
    ...names('publishedOn', 'publishedDate', 'publishedTime', 'datePublished', 'publicationDate', 'publishTime'),
    ...names(
      'posted',
      'postedAt',
      'postedOn',
      'postDate',
      'release',
      'releaseDate',
      'pubDatetime',
      'datetime',
      'dateTime',
      'timestamp',
    ),
    ...names('created', 'createdAt', 'createdOn', 'createdDate', 'createdTime', 'dateCreated', 'creationDate'),
  ],
  updatedAt: [
    ...names('updatedAt', 'updatedOn', 'updatedDate', 'lastUpdated', 'lastModified', 'lastModifiedAt', 'modifiedAt'),
    ...names('modifiedOn', 'modifiedDate', 'modDate', 'dateModified', 'dateUpdated', 'modDatetime', 'edited'),
    { name: 'lastUpdate', select: selectKey('date') },
  ],
  originUrl: [
    ...webAddresses('externalLink', 'url', 'href', 'linkUrl', 'canonical', 'canonicalLink', 'redirect', 'redirectTo'),
    ...webAddresses('target', 'website', 'permalink', 'uri', 'bookmarkOf', 'sourceLink', 'articleUrl', 'via'),
    { name: 'source', accepts: (value) => isWebAddress(selectUrl(value)), select: selectUrl },
  ],
  excerpt: names('dek', 'standfirst', 'lead', 'lede', 'intro', 'desc', 'blurb', 'metaDescription', 'subhead', 'tldr'),
  provider: [
    { name: 'source', accepts: isName },
    ...['site', 'siteName', 'via', 'outlet', 'newspaper'].map((name) => ({ name, accepts: isName })),
  ],
  topics: names('labels', 'subjects', 'section', 'sections', 'keywords', 'category'),
  images: [
    ...images('featuredImage', 'featureImage', 'featured', 'coverImage', 'hero', 'bannerImage', 'ogImage', 'thumb'),
    ...images('photo', 'photos', 'picture', 'pictures', 'teaserImage', 'mainImage', 'socialImage', 'shareImage'),
    ...images(
      'leadImage',
      'headerImage',
      'headerImg',
      'previewImage',
      'cardImage',
      'postImage',
      'thumbnailUrl',
      'imageUrl',
    ),
    ...images('coverUrl', 'poster', 'splash', 'indexImg'),
    { name: 'header', accepts: isMapping, select: selectKey('teaser', 'image', 'overlay_image', 'og_image') },
    { name: 'resources', select: selectPictures },
  ],
  imageAlt: names(
    'coverAlt',
    'coverImageAlt',
    'featuredImageAlt',
    'heroImageAlt',
    'heroAlt',
    'thumbnailAlt',
    'altText',
  ),
  imageCaption: names('coverCaption', 'featuredImageCaption', 'heroImageCaption', 'thumbnailCaption', 'caption'),
  draft: names('isDraft'),
  video: names('videoUrl'),
  formerPaths: [
    { name: 'permalink', accepts: isPath },
    { name: 'url', accepts: isPath },
    { name: 'path', accepts: isText },
    ...names('oldUrl', 'redirectFroms'),
  ],
};

/** Fields of other systems that are about their own pages and lists, and that no reader misses. */
export const HARMLESS_NAMES: readonly string[] = `
  layout template theme style class cssclass cssclasses css js script scripts weight position sidebar
  sidebarLabel sidebarPosition menus nav navOrder toc showToc tocOpen tableOfContents hideTableOfContents
  tocMinHeadingLevel tocMaxHeadingLevel comments comment disqus giscus share sharing socialShare math mathjax
  katex mermaid id uid uuid guid key postId shortId hash version schema robots sitemap seo permalink url outputs
  cascade build markup headless linkTitle isCjkLanguage render pageTemplate sortBy paginateBy generateFeeds
  insertAnchorLinks inSearchIndex pagination eleventyNavigation eleventyExcludeFromCollections eleventyComputed
  hideTitle hideFooter print paginationNext paginationPrev excerptSeparator readingTime readTime wordCount
  topImg aside params extra taxonomies collection isPost singleColumn showDate showReadingTime showMeta
  path templateKey templateEngineOverride featured featuredPost sticky abbrlink minutesRead tocSticky tocLabel
  tocIcon classes readOnly authorProfile hideComments showAuthor lightgallery
`
  .trim()
  .split(/\s+/);
