import { articlePath, collectionPath, eventPath } from '../../../../model/addresses/permalinks.ts';
import type { BuiltEdition } from '../../../edition/build-edition.ts';
import { slugOfEvent } from '../../../edition/coverage/news-event.ts';
import { publicUrl } from '../../../settings/public-url.ts';
import { type Output, type OutputFile, textFile } from '../../files/output-file.ts';
import { prerenderedArticles, prerenderedEvents } from '../../files/prerendered-articles.ts';
import { publicDate } from '../../files/public-date.ts';
import { newestOf, publicCollections } from '../feeds/feed-files.ts';
import { lastChange, latest } from '../shared/last-change.ts';
import { element, textElement, XML_DECLARATION } from '../shared/xml.ts';

export const SITEMAP_FILE = 'sitemap.xml';

/** The limits of one sitemap file. https://www.sitemaps.org/protocol.html#index */
const MAX_URLS = 50_000;
const MAX_BYTES = 50_000_000;

interface Page {
  url: string;
  /** Absent if it is not known: a page of the publisher need not say. */
  changedAt?: string | undefined;
}

/**
 * `sitemap.xml`: all HTML pages that may be indexed, with the date of their last change. If they exceed the limits of one
 * file, it is an index of `sitemap-<n>.xml`, numbered from the oldest. The parts are in the root folder, because a
 * sitemap can only list pages in or below its own folder.
 * https://www.sitemaps.org/protocol.html
 */
export const sitemap: Output = (built) => sitemapFiles(built);

/** Each part has at most `maxUrls` pages. */
export function* sitemapFiles(built: BuiltEdition, maxUrls = MAX_URLS): Generator<OutputFile> {
  const pages = [...listPages(built)];
  const parts = splitPages(pages, maxUrls);
  if (parts.length <= 1) {
    yield urlSet(SITEMAP_FILE, pages);
    return;
  }
  const { site } = built.settings;
  const named = parts.map((part, index) => ({ file: `sitemap-${index + 1}.xml`, part }));
  for (const { file, part } of named) yield urlSet(file, part);
  const entries = named.map(({ file, part }): Page => {
    return { url: publicUrl(site, file), changedAt: latest(part.flatMap(({ changedAt }) => changedAt ?? [])) };
  });
  yield listFile(SITEMAP_FILE, 'sitemapindex', () => entries.map((entry) => writePage('sitemap', entry)));
}

/** Articles are listed oldest first, so that new articles change the last part only. */
function* listPages(built: BuiltEdition): Generator<Page> {
  const { site } = built.settings;
  for (const article of prerenderedArticles(built).toReversed()) {
    if (!article.isDraft) yield { url: publicUrl(site, articlePath(article.slug)), changedAt: lastChange(article) };
  }
  const updates = new Map(built.unlisted.map(({ slug, updatedAt }) => [slug, updatedAt]));
  for (const { slug, isDraft } of built.pages) {
    if (!isDraft) yield { url: publicUrl(site, articlePath(slug)), changedAt: updates.get(slug) };
  }
  for (const event of prerenderedEvents(built)) {
    const changedAt = latest(event.reports.map(({ article }) => lastChange(article)));
    yield { url: publicUrl(site, eventPath(slugOfEvent(event))), changedAt };
  }
  for (const collection of publicCollections(built).toReversed()) {
    const shown = newestOf(collection);
    if (shown.length > 0)
      yield { url: publicUrl(site, collectionPath(collection.id)), changedAt: latest(shown.map(lastChange)) };
  }
}

function splitPages(pages: readonly Page[], maxUrls: number): Page[][] {
  const parts: Page[][] = [];
  let bytes = 0;
  for (const page of pages) {
    const size = writePage('url', page).length;
    const part = parts.at(-1);
    if (part && part.length < maxUrls && bytes + size <= MAX_BYTES) part.push(page);
    else parts.push([page]);
    bytes = part === parts.at(-1) ? bytes + size : size;
  }
  return parts;
}

const urlSet = (path: string, pages: readonly Page[]): OutputFile =>
  listFile(path, 'urlset', () => pages.map((page) => writePage('url', page)));

const listFile = (path: string, name: string, list: () => string[]): OutputFile =>
  textFile(path, () => XML_DECLARATION + element(name, { xmlns: SITEMAP_NAMESPACE }, list().join('')));

export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const writePage = (name: 'url' | 'sitemap', { url, changedAt }: Page): string =>
  element(name, {}, textElement('loc', url) + (changedAt ? textElement('lastmod', publicDate(changedAt)) : ''));
