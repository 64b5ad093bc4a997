import path from 'node:path';
import { APP_PATHS, articlePath, frontPath } from '../../../model/addresses/permalinks.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { PublicFile } from '../../content/files/public-files.ts';
import { slugKey } from '../../content/normalize/fields/slug.ts';
import { fileAt, fileAtPath } from '../../util/path-to-file.ts';

/** A page that a link can lead to, or a file of the publisher, by its path relative to the folder of the site. */
export type Page = { article: ArticleRecord } | { path: string } | { file: string };

/** Finds the pages of an edition by what writers call them. */
export interface PageIndex {
  /** By the path of a content file relative to the root, with or without extension. */
  byFile: (file: string) => Page | undefined;
  /**
   * By a path below the base path, decoded, that begins with `/`: of an article now or formerly, of a collection or of a
   * file.
   */
  byPath: (sitePath: string) => Page | undefined;
  /** By the name of a content file in any folder, with or without its date; else by a former path, else by the title. */
  byName: (name: string, from: string) => Page | undefined;
}

const EXTENSION = /\.(?:md|markdown|mdx|html?)$/i;
const INDEX = /(?:^|\/)(?:_?index|readme)$/i;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}-/;

interface PageIndexInput {
  articles: readonly ArticleRecord[];
  /** The paths of the pages of collections. */
  collectionPaths: readonly string[];
  publicFiles: readonly PublicFile[];
  titleOf: (article: ArticleRecord) => string;
}

/** Indexes the pages. The titles are read only if a link has no other target. */
export function indexPages({ articles, collectionPaths, publicFiles, titleOf }: PageIndexInput): PageIndex {
  const inOrder = [...articles].sort((a, b) => depthOf(a.file) - depthOf(b.file) || (a.file < b.file ? -1 : 1));
  const files = new Map<string, ArticleRecord>();
  const paths = new Map<string, Page>();
  const names = new Map<string, ArticleRecord[]>();
  for (const article of inOrder) {
    for (const key of fileKeys(article.file)) setFirst(files, key, article);
    for (const key of nameKeys(article.file)) names.set(key, [...(names.get(key) ?? []), article]);
    setFirst(paths, pathKey(fileAt(articlePath(article.slug))), { article });
  }
  for (const article of articles)
    for (const formerPath of article.formerPaths ?? []) setFirst(paths, pathKey(fileAtPath(formerPath)), { article });
  for (const page of [frontPath, ...APP_PATHS, ...collectionPaths])
    setFirst(paths, pathKey(fileAt(page)), { path: page });
  // The app encodes neither character in the path of a file.
  for (const { path: file } of publicFiles.filter((each) => !/[?#]/.test(each.path)))
    setFirst(paths, pathKey(file), { file: file.replace(/(^|\/)index\.html$/, '$1') });

  let titles: Map<string, ArticleRecord> | undefined;
  const byTitle = (title: string): ArticleRecord | undefined => {
    if (!titles) {
      titles = new Map();
      for (const article of inOrder) setFirst(titles, fold(titleOf(article)), article);
    }
    return titles.get(fold(title));
  };
  const toPage = (article: ArticleRecord | undefined): Page | undefined => article && { article };
  return {
    byFile: (file) => toPage(files.get(file) ?? files.get(fold(file))),
    byPath: (sitePath) => paths.get(pathKey(fileAtPath(sitePath))),
    byName(name, from) {
      const plain = fold(name)
        .replace(EXTENSION, '')
        .replace(/^\/|\/$/g, '');
      const candidates = names.get(path.posix.basename(plain))?.filter(({ file }) => endsWith(file, plain)) ?? [];
      const folder = path.posix.dirname(from);
      const nearest = candidates.find(({ file }) => path.posix.dirname(file) === folder) ?? candidates[0];
      return toPage(nearest) ?? paths.get(pathKey(fileAtPath(`/${name}`))) ?? toPage(byTitle(name));
    },
  };
}

const depthOf = (file: string): number => file.split('/').length;

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

const pathKey = (file: string): string => slugKey(file.replace(/\/index\.html$/, ''));

function setFirst<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key)) map.set(key, value);
}

/** The path as it is and in lower case, without extension; that of `x/index.md` is also `x`. */
function fileKeys(file: string): string[] {
  const name = file.normalize('NFC').replace(EXTENSION, '');
  const all = INDEX.test(name) ? [name, name.replace(INDEX, '')] : [name];
  return [...new Set(all.flatMap((key) => [key, fold(key)]))];
}

/** The name of the file or, for `x/index.md`, of its folder; and the same without a date. */
function nameKeys(file: string): string[] {
  const key = fold(file).replace(EXTENSION, '').replace(INDEX, '');
  const name = path.posix.basename(key);
  return DATE.test(name) ? [name, name.replace(DATE, '')] : [name];
}

/** Whether the path of a file ends with a path that may lack its date. */
function endsWith(file: string, wanted: string): boolean {
  if (!wanted.includes('/')) return true;
  const key = fold(file).replace(EXTENSION, '').replace(INDEX, '');
  const undated = path.posix.join(path.posix.dirname(key), path.posix.basename(key).replace(DATE, ''));
  return [key, undated].some((each) => `/${each}`.endsWith(`/${wanted}`));
}
