import type { Article, Summary } from '../../../model/article.ts';
import type { CollectionArchivePage } from '../../../model/edition.ts';
import { type AppServer, type PageData, SITE_INFO } from '../../../model/page.ts';
import { archivePath, articlePath, collectionPath, frontPath, settingsPath } from '../../../model/permalinks.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import { hashOf } from '../../util/hash.ts';
import { fileAt } from '../../util/path-to-file.ts';
import { articleFileOf } from '../data/articles.ts';
import { archiveFiles, headFileOf } from '../data/collections.ts';
import { editionFileOf, siteInfoOf } from '../data/edition.ts';
import { lazyFile, type OutputFile } from '../files/output-file.ts';
import { prerenderedArticles } from '../files/prerendered-articles.ts';
import { splitTemplate } from './fill-template.ts';
import { jsonScript } from './json-script.ts';
import { type PageSubject, pageHead } from './page-head.ts';
import { structuredData } from './structured-data.ts';
import { preloadModules, type Template } from './template.ts';

export interface PageRenderer {
  app: AppServer;
  template: Template;
  /** Changes with the code of the app and with the template. */
  version: string;
}

/** A page to render. */
interface PageRequest {
  /** The path relative to the base path. */
  address: string;
  /** The files of the edition that the page shows. */
  files: OutputFile[];
  /** Returns the subject of the page from the parsed content of those files. */
  getSubject: (files: unknown[]) => PageSubject;
}

/**
 * All pages of the site as HTML with their data: collections, archive pages, the articles that the settings include, and
 * `404.html`, which starts the app at any other address. A page is rendered when its body is accessed. Its version is
 * computed without rendering.
 */
export function* pageFiles(built: BuiltEdition, renderer: PageRenderer): Generator<OutputFile> {
  const pages = createPages(built, renderer);
  yield pages.spaFallback();
  for (const request of pageRequests(built)) yield pages.page(request);
}

/** In this order, pages are written before the pages that link to them. The front page comes last. */
function* pageRequests(built: BuiltEdition): Generator<PageRequest> {
  const { serializer, collections } = built;
  yield { address: settingsPath, files: [], getSubject: () => ({ isHidden: true }) };
  for (const record of prerenderedArticles(built)) {
    const files = [articleFileOf(record, serializer)];
    yield { address: articlePath(record.slug), files, getSubject: ([article]) => ({ article: article as Article }) };
  }
  for (const collection of collections.toReversed()) {
    for (const { page, file } of archiveFiles(collection, serializer))
      yield {
        address: archivePath(collection.id, page),
        files: [file],
        getSubject: ([list]) => ({ list: articlesOf(list) }),
      };
    const head = headFileOf(collection, serializer);
    const files = collection.id.kind === 'all' ? [head, editionFileOf(built)] : [head];
    yield {
      address: collectionPath(collection.id),
      files,
      getSubject: ([list]) => ({ list: articlesOf(list), collection: collection.id }),
    };
  }
}

const articlesOf = (list: unknown): Summary[] => (list as CollectionArchivePage).articles;

function createPages(built: BuiltEdition, { app, template, version }: PageRenderer) {
  const siteInfo = siteInfoOf(built);
  const siteInfoText = JSON.stringify(siteInfo);
  const { settings } = built;
  const { site } = settings;
  const siteInfoVersion = hashOf([version, siteInfoText, ...settings.outputs].join('\n'));
  const fill = splitTemplate(template.html, site);
  return {
    page({ address, files, getSubject }: PageRequest): OutputFile {
      return lazyFile({
        path: fileAt(address),
        version: () => hashOf([siteInfoVersion, ...files.map((file) => file.version)].join('\n')),
        body: () => {
          const texts = files.map(({ body }) => body);
          const values = texts.map((text): unknown => JSON.parse(text));
          const data: PageData = Object.fromEntries(files.map(({ path }, index) => [path, values[index]]));
          const { head, root, modules } = app.renderPage(address, { ...data, [SITE_INFO]: siteInfo });
          const subject = getSubject(values);
          // The front page contains the whole edition, which includes the site info.
          const dataTexts: [string, string][] = address === frontPath ? [] : [[SITE_INFO, siteInfoText]];
          for (const [index, { path }] of files.entries()) dataTexts.push([path, texts[index] ?? '']);
          return fill({
            head: head + preloadModules(template, modules) + pageHead({ settings, address, head, subject }),
            root,
            end: dataScript(joinObject(dataTexts), address) + structuredData({ site, subject }),
          });
        },
      });
    },
    spaFallback: (): OutputFile =>
      lazyFile({
        path: '404.html',
        version: () => siteInfoVersion,
        body: () => {
          const { head, root } = app.renderSpaFallback({ [SITE_INFO]: siteInfo });
          return fill({
            head: head + pageHead({ settings, address: undefined, head, subject: { isHidden: true } }),
            root,
            end: dataScript(joinObject([[SITE_INFO, siteInfoText]])),
          });
        },
      }),
  };
}

/** Joins keys and values that are JSON already to a JSON object. */
const joinObject = (entries: [string, string][]): string =>
  `{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;

/** The data of a page, as a script element. `404.html` has no address. */
const dataScript = (json: string, address?: string): string =>
  jsonScript(json, { id: 'page-data', ...(address === undefined ? {} : { 'data-address': address }) });
