import path from 'node:path';
import type { Image } from '../../../model/image.ts';
import type { FieldDiagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { defined } from '../../util/defined.ts';
import { statsOf } from '../../util/file-stats.ts';
import { listFolder } from '../files/list-folder.ts';
import { isNoSuchFile, type LocalImage, readFile, readImage, type UnusableImage } from './read-local-file.ts';

/** The absolute paths that were looked up. There may be no file. */
interface Lookup {
  requestedPath: string;
  /** The other paths that were looked up. */
  misses?: string[];
  /** The name by which the path was found, see `pathOf`. */
  name?: string;
}

export type LocalImageResult = Lookup & ({ image: LocalImage } | UnusableImage);

const MAX_WIDTH = 1_600;

/** The local images of a content root. Each image is read once. */
export interface LocalImages {
  /** Finds an image by the URL in the content file `from`. A path that begins with `/` is relative to the root. */
  find: (from: string, url: string) => LocalImageResult;
  /** Finds a file that is not an image in the same way. */
  findFile: (from: string, url: string) => LocalImageResult;
  /**
   * The path of a file that an article gives by its name: beside the article, else in the root, else in any folder. It
   * begins with `/`, unless there is no such file.
   */
  pathOf: (from: string, name: string) => string;
}

/**
 * `staticFolders` are the folders of another system below the root: a path may be relative to them, too, or to a folder
 * with the name of the content file.
 */
export function createLocalImages(root: string, staticFolders: readonly string[] = []): LocalImages {
  const cache = new Map<string, LocalImageResult>();
  let byName: Map<string, string> | undefined;
  const findWith = (read: typeof readImage) => {
    const readCached = (relative: string): LocalImageResult => {
      const result = cache.get(relative) ?? { requestedPath: path.join(root, relative), ...read(root, relative) };
      cache.set(relative, result);
      return result;
    };
    return (from: string, url: string): LocalImageResult => {
      const [first = '', ...others] = candidatePaths(from, url, staticFolders);
      const result = readCached(first);
      if ('image' in result || others.length === 0) return result;
      const results = [result, ...others.map(readCached)];
      const isFile = (other: LocalImageResult): boolean => 'reason' in other && !isNoSuchFile(other);
      const found = results.find((other) => 'image' in other) ?? results.find(isFile) ?? result;
      const misses = results.filter((other) => other !== found).map(({ requestedPath }) => requestedPath);
      return { ...found, misses };
    };
  };
  return {
    find: findWith(readImage),
    findFile: findWith(readFile),
    pathOf(from, name) {
      const beside = path.posix.join(path.posix.dirname(from), name);
      const near = [beside, name].find((file) => statsOf(path.join(root, file))?.isFile());
      if (near !== undefined) return `/${near}`;
      byName ??= indexByName(root);
      const found = byName.get(nameKey(name));
      return found === undefined ? name : `/${found}`;
    },
  };
}

/** The paths, relative to the root, at which an image may be, in order of precedence. */
function candidatePaths(from: string, url: string, staticFolders: readonly string[]): string[] {
  const spelled = url.replace(BASE_URL, '').replace(ROOT_ALIAS, '');
  // `#center` and `?v=2` are instructions for other programs, but both characters can also be part of a name.
  return [...new Set([spelled, spelled.replace(/[?#].*$/, '')])].flatMap((address) => {
    if (!address.startsWith('/')) {
      const beside = path.posix.join(path.posix.dirname(from), address);
      if (staticFolders.length === 0) return [beside];
      const folders = [from.replace(/\.[^./]+$/, ''), ...staticFolders];
      return [beside, ...folders.map((folder) => path.posix.join(folder, address))].filter(isBelowRoot);
    }
    return ['', ...staticFolders].map((folder) => path.posix.join(folder, address.slice(1)));
  });
}

const isBelowRoot = (file: string): boolean => !/^\.\.(?:\/|$)/.test(file);

/** The folder of the project in Docusaurus, and the usual names of that of the sources in Astro. */
const ROOT_ALIAS = /^(?:@site|[@~])(?=\/)/;

/** The template expression of Jekyll for the base path of the site. */
const BASE_URL = /^\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}(?:\{\{-?\s*site\.baseurl\s*-?\}\})?(?=\/)/;

/** The files of a content root by name. Of several with one name, the one nearest to the root counts, then by path. */
function indexByName(root: string): Map<string, string> {
  const files = listFolder(root).files.sort((a, b) => depthOf(a) - depthOf(b) || compareCodeUnits(a, b));
  const index = new Map<string, string>();
  for (const file of files) if (!index.has(nameKey(file))) index.set(nameKey(file), file);
  return index;
}

const depthOf = (file: string): number => file.split('/').length;

const nameKey = (file: string): string => path.posix.basename(file).normalize('NFC').toLowerCase();

/** Whether an image URL is a path in the content folder: it has no scheme and no host. */
export const isLocalPath = (url: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

export const toImage = ({ output, width, height }: LocalImage): Image => ({
  url: output,
  ...defined('width', width),
  ...defined('height', height),
});

/** The code of the warning about an image that cannot be used. */
export const BAD_LOCAL_IMAGE = 'bad-local-image';

/** The warning about an image that cannot be used. */
export function unusableImageWarning(url: string, { reason, hint }: UnusableImage): Omit<FieldDiagnostic, 'path'> {
  const message = `The image ${quote(url)} cannot be used: ${reason}.`;
  return { severity: 'warning', code: BAD_LOCAL_IMAGE, message, ...defined('hint', hint) };
}

/** The warning about an image that is larger than readers need. */
export function largeImageWarning({ width = 0, output }: LocalImage): Omit<FieldDiagnostic, 'path'> | undefined {
  // The width of an SVG says nothing about its file size.
  if (width <= MAX_WIDTH || output.endsWith('.svg')) return undefined;
  const [most, found] = [MAX_WIDTH, width].map((pixels) => pixels.toLocaleString('en'));
  const message = `Expected an image at most ${most} px wide, found ${found} px.`;
  const hint = 'Scale it down: every reader loads the whole file.';
  return { severity: 'warning', code: 'large-image', message, hint };
}
