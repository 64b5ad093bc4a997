import { deriveAmpCacheUrl } from '../../../model/amp-cache.ts';
import type { Article } from '../../../model/article.ts';
import type { BodyNode } from '../../../model/body.ts';
import type { Image } from '../../../model/image.ts';
import type { Provider } from '../../../model/provider.ts';
import type { Site } from '../../../model/site.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import { publicUrl } from '../../settings/public-url.ts';
import { append } from '../../util/group-by.ts';
import { hashOf } from '../../util/hash.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';
import { videoUrl } from './shared/video-url.ts';

const PER_PAGE = 25;

/**
 * The JSON API of the legacy site, for existing clients: `api/news/index.json` for all articles and
 * `api/news/<topic>/index.json` for those that name a topic, then `page/<n>/index.json` in the same folder. As in the
 * legacy API, pages count from the newest, so a new article changes all of them.
 */
export const api: Output = function* (built) {
  const articles = built.articles.filter(({ isDraft }) => !isDraft);
  yield* pagesIn('api/news', articles, built);
  for (const [slug, ofTopic] of groupByTopic(articles, built)) yield* pagesIn(`api/news/${slug}`, ofTopic, built);
};

function groupByTopic(articles: readonly ArticleRecord[], { findTopic }: BuiltEdition): Map<string, ArticleRecord[]> {
  const byTopic = new Map<string, ArticleRecord[]>();
  for (const article of articles) {
    for (const slug of new Set(article.topicNames.flatMap((name) => findTopic(name)?.slug ?? []))) {
      append(byTopic, slug, article);
    }
  }
  return byTopic;
}

function* pagesIn(
  folder: string,
  articles: readonly ArticleRecord[],
  { serializer, settings }: BuiltEdition,
): Generator<OutputFile> {
  const count = Math.max(1, Math.ceil(articles.length / PER_PAGE));
  for (let page = 1; page <= count; page += 1) {
    const shown = articles.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const nextPage = page < count ? page + 1 : null;
    yield lazyFile({
      path: page === 1 ? `${folder}/index.json` : `${folder}/page/${page}/index.json`,
      version: () =>
        hashOf([JSON.stringify([nextPage, settings.site]), ...shown.map(serializer.articleVersion)].join('\n')),
      body: () => {
        const value = shown.map((record) => toItem(JSON.parse(serializer.article(record)) as Article, settings.site));
        return JSON.stringify({ page, value, nextPage });
      },
    });
  }
}

/** An article with the field names of the legacy API. Missing values are null. */
function toItem(article: Article, site: Site): object {
  const { file, title, excerpt = null, originUrl = null, ampUrl = null, ampCacheUrl = null, kind } = article;
  const { publishedAt, updatedAt = null, lang = site.language, category, heat = null, topics } = article;
  return {
    path: file,
    title,
    excerpt,
    sourceUrl: null,
    // In the legacy API a video has no `webUrl`.
    webUrl: kind === 'video' ? null : originUrl,
    originalUrl: originUrl,
    featuredContent: article.video ? videoUrl(article.video) : null,
    highlight: null,
    heat,
    tags: null,
    images: article.images.map((image) => toImage(image, site)),
    content: textOf(article.body ?? []),
    type: kind,
    ampWebUrl: ampUrl,
    cdnAmpWebUrl: ampCacheUrl === true ? (deriveAmpCacheUrl(ampUrl ?? '') ?? null) : ampCacheUrl,
    publishedDateTime: publishedAt,
    updatedDateTime: updatedAt,
    provider: article.provider ? toProvider(article.provider, site) : null,
    locale: lang.toLowerCase(),
    categories: category === undefined ? [] : [category],
    topics: topics.map(({ name }) => name),
  };
}

/** `isCached` is true for an image on this site. */
function toImage({ url, width, height, caption }: Image, site: Site): object {
  const isCached = !/^https?:/.test(url);
  const address = isCached ? publicUrl(site, encodeURI(url)) : url;
  const size = { width: width ?? null, height: height ?? null };
  return { url: address, ...size, title: caption ?? null, attribution: null, isCached };
}

const toProvider = ({ name, domain, logo }: Provider, site: Site): object => ({
  name,
  domain: domain ?? null,
  images: logo ? [toImage(logo, site)] : [],
  publishers: null,
  authors: null,
});

const BLOCKS = /^(?:p|h\d|li|pre|tr|hr)$/;

/** The plain text of a body, with a blank line between blocks. */
const textOf = (body: readonly BodyNode[]): string =>
  body
    .map(textIn)
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function textIn(node: BodyNode): string {
  if (typeof node === 'string') return node;
  const { tag, children = [] } = node;
  if (tag === 'br') return '\n';
  const text = children.map(textIn).join('');
  if (tag === 'td' || tag === 'th') return `${text} `;
  return BLOCKS.test(tag) ? `\n\n${text}\n\n` : text;
}
