import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';

/** Files of a content root by what they are, as sorted paths below the root with forward slashes. */
export interface ContentFiles {
  /** Folders that cannot be read. */
  diagnostics: Diagnostic[];
  articles: string[];
  topics: string[];
  providers: string[];
}

const NOT_ARTICLES = new Set(['README.md', 'LICENSE.md', 'CONTRIBUTING.md', 'CODE_OF_CONDUCT.md']);
const TOPIC_DIRS = ['topics/', '_data/topics/'];
const PROVIDER_DIRS = ['providers/', '_data/organizations/'];

/**
 * Finds the content files below `root`. `globs` says which are articles; without it all Markdown files are, but those
 * that belong to the folder itself. A root with a `_config.yml` is one of the ancestor's repositories.
 */
export function findFiles(root: string, globs?: readonly string[]): ContentFiles {
  const { files, diagnostics } = listFiles(root);
  const isArticle = globs ? picomatch([...globs]) : defaultArticles(isLegacyRoot(root));
  return {
    diagnostics,
    articles: files.filter((file) => /\.(md|markdown)$/i.test(file) && isArticle(file)),
    topics: files.filter((file) => isIn(TOPIC_DIRS, file) && /\.ya?ml$/i.test(file)),
    providers: files.filter((file) => isIn(PROVIDER_DIRS, file) && /\.(md|markdown|ya?ml)$/i.test(file)),
  };
}

/** Whether a folder is one of the ancestor's repositories, whose articles lie in `_news/` and `_posts/`. */
const isLegacyRoot = (root: string): boolean => existsSync(path.join(root, '_config.yml'));

/** Whether a folder looks like one of the ancestor's, also where its configuration was left behind. */
export const hasLegacyLayout = (root: string): boolean => isLegacyRoot(root) || existsSync(path.join(root, '_news'));

function defaultArticles(isLegacy: boolean): (file: string) => boolean {
  if (isLegacy) return (file) => /^_(news|posts)\//.test(file);
  return (file) => !NOT_ARTICLES.has(file) && !/^(topics|providers|_data)\//.test(file);
}

const isIn = (dirs: readonly string[], file: string): boolean => dirs.some((dir) => file.startsWith(dir));

/**
 * Lists the files below a root. Links are followed inside the root only, and each folder is listed once: real folders
 * first, so that a link never takes the place of what it leads to.
 */
function listFiles(root: string): { files: string[]; diagnostics: Diagnostic[] } {
  const found: Listing = { root, files: [], links: [], diagnostics: [], seen: new Set() };
  const realRoot = realPath(root) ?? root;
  listFolder('', realRoot, found);
  for (
    let link = found.links.sort(compareCodeUnits).shift();
    link !== undefined;
    link = found.links.sort(compareCodeUnits).shift()
  ) {
    const target = realPath(path.join(root, link));
    // One that leads nowhere is said to be unreadable when it is read.
    if (target === undefined) found.files.push(link);
    if (!target?.startsWith(realRoot + path.sep)) continue;
    const stats = statSync(target);
    if (stats.isDirectory()) listFolder(`${link}/`, target, found);
    else if (stats.isFile()) found.files.push(link);
  }
  return { files: found.files.sort(compareCodeUnits), diagnostics: found.diagnostics };
}

interface Listing {
  root: string;
  files: string[];
  links: string[];
  diagnostics: Diagnostic[];
  /** Real paths of the folders that were listed. */
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

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
