import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';

/** Files of a content root by what they are, as sorted paths below the root with forward slashes. */
export interface ContentFiles {
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
  const files = listFiles(root).sort(compareCodeUnits);
  const isArticle = globs ? picomatch([...globs]) : defaultArticles(isAncestor(root));
  return {
    articles: files.filter((file) => /\.(md|markdown)$/i.test(file) && isArticle(file)),
    topics: files.filter((file) => isIn(TOPIC_DIRS, file) && /\.ya?ml$/i.test(file)),
    providers: files.filter((file) => isIn(PROVIDER_DIRS, file) && /\.(md|markdown|ya?ml)$/i.test(file)),
  };
}

/** Whether a folder is one of the ancestor's repositories, whose articles lie in `_news/` and `_posts/`. */
const isAncestor = (root: string): boolean => existsSync(path.join(root, '_config.yml'));

/** By code units: the same in every locale. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function defaultArticles(isAncestorRoot: boolean): (file: string) => boolean {
  if (isAncestorRoot) return (file) => /^_(news|posts)\//.test(file);
  return (file) => !NOT_ARTICLES.has(file) && !/^(topics|providers|_data)\//.test(file);
}

const isIn = (dirs: readonly string[], file: string): boolean => dirs.some((dir) => file.startsWith(dir));

function listFiles(root: string): string[] {
  const realRoot = realpathSync(root);
  const seen = new Set([realRoot]);
  const files: string[] = [];
  const waiting = [''];
  for (let dir = waiting.pop(); dir !== undefined; dir = waiting.pop()) {
    for (const entry of readdirSync(path.join(root, dir), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = dir + entry.name;
      const kind = kindOf(entry, path.join(root, file), realRoot, seen);
      if (kind === 'file') files.push(file);
      if (kind === 'dir') waiting.push(`${file}/`);
    }
  }
  return files;
}

/** Links are followed inside the root only, and each folder once. */
function kindOf(entry: Dirent, file: string, realRoot: string, seen: Set<string>): 'file' | 'dir' | undefined {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'dir';
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const target = realpathSync(file);
    if (!target.startsWith(realRoot + path.sep) || seen.has(target)) return undefined;
    seen.add(target);
    const stats = statSync(target);
    if (stats.isFile()) return 'file';
    return stats.isDirectory() ? 'dir' : undefined;
  } catch {
    return undefined;
  }
}
