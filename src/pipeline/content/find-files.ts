import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { realPath } from '../util/file-stats.ts';

/** The files of a content root by kind: sorted paths relative to the root, with forward slashes. */
export interface ContentFiles {
  /** Errors about folders that cannot be read. */
  diagnostics: Diagnostic[];
  articles: string[];
  topics: string[];
  providers: string[];
  /** The data files of authors. */
  authors: string[];
}

const NOT_ARTICLES = new Set(['README.md', 'LICENSE.md', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md']);
const TOPIC_DIRS = ['topics/', '_data/topics/'];
const PROVIDER_DIRS = ['providers/', '_data/organizations/'];
const AUTHOR_FILE = /(?:^|\/)authors\.ya?ml$|^_authors\/[^/]+\.(?:md|markdown)$/i;

/**
 * Finds the content files below `root`. `globs` match the articles; without it all Markdown files are articles, except
 * those about the repository such as `README.md`. A root with a `_config.yml` is a legacy folder.
 */
export function findFiles(root: string, globs?: readonly string[]): ContentFiles {
  const { files, diagnostics } = listFiles(root);
  const isArticle = globs ? picomatch([...globs]) : defaultArticles(isLegacyRoot(root));
  return {
    diagnostics,
    articles: files.filter((file) => /\.(md|markdown)$/i.test(file) && isArticle(file)),
    topics: files.filter((file) => isIn(TOPIC_DIRS, file) && /\.ya?ml$/i.test(file)),
    providers: files.filter((file) => isIn(PROVIDER_DIRS, file) && /\.(md|markdown|ya?ml)$/i.test(file)),
    authors: files.filter((file) => AUTHOR_FILE.test(file) && !isIn([...TOPIC_DIRS, ...PROVIDER_DIRS], file)),
  };
}

/** Whether a folder is a repository of the legacy Jekyll site, whose articles are in `_news/` and `_posts/`. */
const isLegacyRoot = (root: string): boolean => existsSync(path.join(root, '_config.yml'));

/** Whether a folder has the layout of the legacy site, with or without its configuration. */
export const hasLegacyLayout = (root: string): boolean => isLegacyRoot(root) || existsSync(path.join(root, '_news'));

function defaultArticles(isLegacy: boolean): (file: string) => boolean {
  if (isLegacy) return (file) => /^_(news|posts)\//.test(file);
  return (file) => !NOT_ARTICLES.has(file) && !/^(topics|providers|_data|_authors)\//.test(file);
}

const isIn = (dirs: readonly string[], file: string): boolean => dirs.some((dir) => file.startsWith(dir));

/**
 * Lists the files below a root. Symbolic links are followed only inside the root. Each folder is listed once, real
 * folders first, so that files keep their real path where a link leads to the same folder.
 */
function listFiles(root: string): { files: string[]; diagnostics: Diagnostic[] } {
  const listing: Listing = { root, files: [], links: [], diagnostics: [], seen: new Set() };
  const realRoot = realPath(root) ?? root;
  listFolder('', realRoot, listing);
  for (
    let link = listing.links.sort(compareCodeUnits).shift();
    link !== undefined;
    link = listing.links.sort(compareCodeUnits).shift()
  ) {
    const target = realPath(path.join(root, link));
    // A broken link is listed, so that reading it reports an error.
    if (target === undefined) listing.files.push(link);
    if (!target?.startsWith(realRoot + path.sep)) continue;
    const stats = statSync(target);
    if (stats.isDirectory()) listFolder(`${link}/`, target, listing);
    else if (stats.isFile()) listing.files.push(link);
  }
  return { files: listing.files.sort(compareCodeUnits), diagnostics: listing.diagnostics };
}

interface Listing {
  root: string;
  files: string[];
  links: string[];
  diagnostics: Diagnostic[];
  /** Real paths of the folders that have been listed. */
  seen: Set<string>;
}

function listFolder(start: string, realStart: string, { root, files, links, diagnostics, seen }: Listing): void {
  const waiting: [string, string][] = [[start, realStart]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [folder, real] = next;
    if (seen.has(real)) continue;
    seen.add(real);
    for (const entry of readFolder(root, folder, diagnostics)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = folder + entry.name;
      if (entry.isDirectory()) waiting.push([`${file}/`, path.join(real, entry.name)]);
      else if (entry.isFile()) files.push(file);
      else if (entry.isSymbolicLink()) links.push(file);
    }
  }
}

function readFolder(root: string, folder: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const message = `The folder cannot be read (${reason}).`;
    diagnostics.push({ file: folder || '.', severity: 'error', code: 'unreadable', message });
    return [];
  }
}
