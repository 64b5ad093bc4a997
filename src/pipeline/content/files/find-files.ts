import path from 'node:path';
import picomatch from 'picomatch';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { detectLayout, type FolderLayout, PUBLIC_FOLDER } from './folder-layout.ts';
import { isPageFile } from './is-page-file.ts';
import { listFolder } from './list-folder.ts';
import { describeUnread, isConflictCopy } from './unread-files.ts';

/** The files of a content root by kind: sorted paths relative to the root, with forward slashes. */
export interface ContentFiles {
  /** Errors about folders that cannot be read, and warnings about files that are not read. */
  diagnostics: Diagnostic[];
  articles: string[];
  topics: string[];
  providers: string[];
  /** The data files of authors. */
  authors: string[];
}

/** The settings that say which files are which. */
interface FileSettings {
  /** Globs of articles. */
  articles?: readonly string[];
  pagesFolder?: string;
}

/** Files about a folder or the repository. */
const ABOUT_ROOT = /^(?:LICENSE|CONTRIBUTING|CODE_OF_CONDUCT)\.md$/;
const ABOUT_FOLDER = /(?:^|\/)(?:_index(?:\.[\w-]+)?|readme)\.(?:md|markdown|mdx)$/i;
const TOPIC_DIRS = ['topics/', '_data/topics/'];
const AUTHOR_FILE = /(?:^|\/)authors\.ya?ml$|^_authors\/[^/]+\.(?:md|markdown)$/i;
const PROVIDER_DIRS = ['providers/', '_data/organizations/'];

/**
 * Finds the content files below `root`. Pages are among the articles. Without globs the layout of the folder says which
 * Markdown files are articles. Files about a folder, such as `README.md` and `_index.md`, are none.
 */
export function findFiles(
  root: string,
  { articles: globs, pagesFolder }: FileSettings = {},
  layout = detectLayout(root),
): ContentFiles {
  const { files, outside, diagnostics } = listFolder(root);
  // `listPublicFiles` reports what is wrong in that folder.
  const isReported = (file: string): boolean =>
    layout.copiesPublicFolder && (file === PUBLIC_FOLDER || file.startsWith(`${PUBLIC_FOLDER}/`));
  const isOwnArticle = globs ? globMatcher(globs) : (file: string) => isDefaultArticle(file, layout);
  const isArticle = (file: string): boolean => isPageFile({ file, pagesFolder }) || isOwnArticle(file);
  const readsMdx = globs?.some((glob) => /mdx/i.test(glob)) ?? false;
  const matching = files.filter((file) => /\.(?:md|markdown|mdx)$/i.test(file) && isArticle(file));
  const isMdx = (file: string): boolean => !readsMdx && path.extname(file).toLowerCase() === '.mdx';
  const isCopy = (file: string): boolean => !globs && isConflictCopy(file);
  return {
    diagnostics: [
      ...diagnostics.filter(({ file }) => !isReported(file)),
      ...describeUnread({
        articles: layout.articles,
        mdx: matching.filter(isMdx),
        copies: matching.filter(isCopy),
        outside: outside.filter((link) => !isReported(link)),
      }),
    ],
    articles: matching.filter((file) => !isMdx(file) && !isCopy(file)),
    topics: files.filter((file) => isIn(TOPIC_DIRS, file) && /\.ya?ml$/i.test(file)),
    providers: files.filter((file) => isIn(PROVIDER_DIRS, file) && /\.(md|markdown|ya?ml)$/i.test(file)),
    authors: files.filter((file) => AUTHOR_FILE.test(file) && !isIn([...TOPIC_DIRS, ...PROVIDER_DIRS], file)),
  };
}

const isDefaultArticle = (file: string, layout: FolderLayout): boolean =>
  !ABOUT_ROOT.test(file) && !ABOUT_FOLDER.test(file) && layout.isArticle(file);

/** Some systems store the letters of names decomposed, and a pattern is typed composed. */
function globMatcher(globs: readonly string[]): (file: string) => boolean {
  const isMatch = picomatch(globs.map((glob) => glob.normalize('NFC')));
  return (file) => isMatch(file.normalize('NFC'));
}

const isIn = (dirs: readonly string[], file: string): boolean => dirs.some((dir) => file.startsWith(dir));
