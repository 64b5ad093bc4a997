import {
  archivePath,
  articlePath,
  collectionPath,
  eventPath,
  READER_PATHS,
  searchPath,
} from '../../../model/addresses/permalinks.ts';
import { EDITION_FILE } from '../../../model/edition-files.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { Collection } from '../../edition/collection.ts';
import { slugOfEvent } from '../../edition/coverage/news-event.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { hashOf } from '../../util/hash.ts';
import { fileAt } from '../../util/path-to-file.ts';
import { articleFileOf } from '../data/articles.ts';
import { archiveFiles, headFileOf } from '../data/collections.ts';
import { editionFileOf, siteInfoOf } from '../data/edition.ts';
import { eventFileOf } from '../data/events.ts';
import { topFileOf } from '../data/top.ts';
import { type OutputFile, textFile } from '../files/output-file.ts';
import { prerenderedArticles, prerenderedEvents } from '../files/prerendered-articles.ts';
import type { PageContext, SubjectKind } from './render-page.ts';
import type { Template } from './template.ts';

/** A page, and the files of the edition that it shows. */
export interface PageFile {
  /** The path relative to the output folder, with forward slashes. */
  path: string;
  /** Changes whenever the HTML does. It is computed without rendering. */
  readonly version: string;
  address: string | undefined;
  subject: SubjectKind;
  /** Data files that are written together with the page. */
  data: OutputFile[];
  /** Further data files that the page shows. */
  otherData: OutputFile[];
}

/** Data files without a page of their own, which are written together. */
export interface DataFiles extends Pick<PageFile, 'data'> {
  path?: undefined;
}

/** One group of files after the other is written, so that pages exist before the pages that link to them. */
export type PageGroup = Iterable<PageFile | DataFiles>;

export const pageContext = (built: BuiltEdition, template: Template): PageContext => ({
  template,
  settings: built.settings,
  siteInfo: siteInfoOf(built),
});

/**
 * All pages of the site with their data: articles, events, archive pages, and the pages of collections, of which the front page
 * is the last. `pages` in the settings limits the number of listed articles with a page. `404.html` starts the app at any other
 * address. `rendererVersion` changes with the code of the app and with the template.
 */
export function pageGroups(built: BuiltEdition, rendererVersion: string): PageGroup[] {
  const sharedVersion = versionOfShared(built, rendererVersion);
  const page = (address: string, subject: SubjectKind, data: OutputFile[], otherData: OutputFile[] = []): PageFile => ({
    path: fileAt(address),
    get version() {
      return hashOf([sharedVersion, ...[...data, ...otherData].map((file) => file.version)].join('\n'));
    },
    address,
    subject,
    data,
    otherData,
  });
  const { collections, serializer } = built;
  const [all, ...others] = collections;
  // Computed once, because its id depends on all articles: in a build no article changes between two pages.
  const edition = textFile(EDITION_FILE, () => editionFileOf(built).body);
  const collectionPage = (collection: Collection, otherData?: OutputFile[]): PageFile => {
    const head = headFileOf(collection, serializer);
    return page(collectionPath(collection.id), { kind: 'collection', id: collection.id }, [head], otherData);
  };
  return [
    [spaFallback(sharedVersion), ...READER_PATHS.map((path) => page(path, { kind: 'hidden' }, []))],
    // It shows the number of stories.
    built.settings.search === false ? [] : [page(searchPath, { kind: 'hidden' }, [], [edition])],
    articlePages(built, page),
    eventPages(built, page),
    archivePages(built, page),
    others.toReversed().map((collection) => collectionPage(collection)),
    all ? [collectionPage(all, hasTopFirst(built) ? [edition, topFileOf(built)] : [edition])] : [],
  ];
}

/** Whether the front page shows the order of points at first. */
const hasTopFirst = ({ order }: BuiltEdition): boolean => order.standard === 'top' && order.hasTop;

/** Changes with what all pages share. It is the version of `404.html`. */
export const versionOfShared = (built: BuiltEdition, rendererVersion: string): string =>
  hashOf([rendererVersion, JSON.stringify(siteInfoOf(built)), ...built.settings.outputs].join('\n'));

type CreatePage = (address: string, subject: SubjectKind, data: OutputFile[]) => PageFile;

function* articlePages(built: BuiltEdition, page: CreatePage): PageGroup {
  const { articles, unlisted, serializer } = built;
  const withPage = new Set([...prerenderedArticles(built), ...unlisted]);
  for (const record of [...articles, ...unlisted]) {
    const data = [articleFileOf(record, serializer)];
    yield withPage.has(record) ? page(articlePath(record.slug), { kind: 'article' }, data) : { data };
  }
}

/** The events, of which not all have a page. */
function* eventPages(built: BuiltEdition, page: CreatePage): PageGroup {
  const withPage = new Set(prerenderedEvents(built));
  for (const event of built.events) {
    const data = [eventFileOf(event, built.serializer)];
    yield withPage.has(event) ? page(eventPath(slugOfEvent(event)), { kind: 'event' }, data) : { data };
  }
}

/**
 * The archive pages of all collections, oldest first. Pages of the same time show the same articles, whose cards are
 * rendered once if they follow each other.
 */
function archivePages({ collections, serializer }: BuiltEdition, page: CreatePage): PageGroup {
  const pages = collections.flatMap((collection) =>
    [...archiveFiles(collection, serializer)].map(({ page: number, file, newestAt }) => ({
      collection,
      number,
      file,
      newestAt,
    })),
  );
  pages.sort((a, b) => compareCodeUnits(a.newestAt, b.newestAt));
  return pages.map(({ collection, number, file }) =>
    page(archivePath(collection.id, number), { kind: 'list' }, [file]),
  );
}

const spaFallback = (version: string): PageFile => ({
  path: '404.html',
  version,
  address: undefined,
  subject: { kind: 'hidden' },
  data: [],
  otherData: [],
});
