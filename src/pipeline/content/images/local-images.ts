import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { Image } from '../../../model/image.ts';
import type { FieldDiagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { defined } from '../../util/defined.ts';
import { realPath } from '../../util/file-stats.ts';

/** An image in the content folder that becomes part of the edition. */
export interface LocalImage {
  /** The absolute path of the file, with symbolic links resolved. */
  source: string;
  /** The path relative to the output folder; its name contains a hash of the bytes. */
  output: string;
  width?: number;
  height?: number;
}

/** The absolute paths that were looked up. There may be no image. */
interface Lookup {
  requestedPath: string;
  /** The paths that were looked up before, where there is no file. */
  misses?: string[];
}

export type LocalImageResult = Lookup & ({ image: LocalImage } | UnusableImage);

/** Why an image cannot be used, and how to fix it if that is known. */
interface UnusableImage {
  reason: string;
  hint?: string;
}

const EXTENSIONS = /\.(avif|gif|jpe?g|jfif|png|svg|webp)$/i;
const RASTER_TYPES: ReadonlySet<string> = new Set(['avif', 'gif', 'jpg', 'png', 'webp']);
const PATH_HINT = 'A path is relative to the file that contains it, or to the content folder if it begins with `/`.';
const MAX_BYTES = 20_000_000;
const MAX_WIDTH = 1_600;
/** The maximum length of the `<svg>` tag that is searched for the size. */
const MAX_TAG = 20_000;
const MAX_NAME = 80;

/** The local images of a content root. Each image is read once. */
export interface LocalImages {
  /** Finds an image by the URL in the content file `from`. A path that begins with `/` is relative to the root. */
  find: (from: string, url: string) => LocalImageResult;
}

/** `staticFolders` are folders below the root that a path with a leading `/` may be relative to, too. */
export function createLocalImages(root: string, staticFolders: readonly string[] = []): LocalImages {
  const cache = new Map<string, LocalImageResult>();
  const read = (relative: string): LocalImageResult => {
    const result = cache.get(relative) ?? { requestedPath: path.join(root, relative), ...readImage(root, relative) };
    cache.set(relative, result);
    return result;
  };
  return {
    find(from, url) {
      const [first = '', ...others] = candidatePaths(from, url, staticFolders);
      const result = read(first);
      if ('image' in result || others.length === 0) return result;
      const results = [result, ...others.map(read)];
      const found = results.find((other) => 'image' in other) ?? results.find(isUnusableFile) ?? result;
      const misses = results.filter((other) => other !== found).map(({ requestedPath }) => requestedPath);
      return { ...found, misses };
    },
  };
}

/** The paths, relative to the root, at which an image may be, in order of precedence. */
function candidatePaths(from: string, url: string, staticFolders: readonly string[]): string[] {
  const spelled = url.replace(BASE_URL, '');
  // `#center` and `?v=2` are instructions for other programs, but both characters can also be part of a name.
  return [...new Set([spelled, spelled.replace(/[?#].*$/, '')])].flatMap((address) => {
    if (!address.startsWith('/')) return [path.posix.join(path.posix.dirname(from), address)];
    return ['', ...staticFolders].map((folder) => path.posix.join(folder, address.slice(1)));
  });
}

/** The template expression of Jekyll for the base path of the site. */
const BASE_URL = /^\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}(?:\{\{-?\s*site\.baseurl\s*-?\}\})?(?=\/)/;

/** Whether an image URL is a path in the content folder: it has no scheme and no host. */
export const isLocalPath = (url: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

export const toImage = ({ output, width, height }: LocalImage): Image => ({
  url: output,
  ...defined('width', width),
  ...defined('height', height),
});

/** The warning about an image that cannot be used. */
export function unusableImageWarning(url: string, { reason, hint }: UnusableImage): Omit<FieldDiagnostic, 'path'> {
  const message = `The image ${quote(url)} cannot be used: ${reason}.`;
  return { severity: 'warning', code: 'bad-local-image', message, ...defined('hint', hint) };
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

function readImage(root: string, relative: string): { image: LocalImage } | UnusableImage {
  const extension = EXTENSIONS.exec(relative)?.[1]?.toLowerCase();
  if (extension === undefined) return { reason: NOT_A_TYPE };
  const source = findSource(root, relative) ?? findSource(root, percentDecoded(relative));
  if (source === undefined) return { reason: MISSING, ...hintFor(root, relative) };
  if (!source.startsWith(realpathSync(root) + path.sep)) return { reason: 'it is outside the content folder' };
  try {
    const stats = statSync(source);
    if (!stats.isFile()) return { reason: 'it is not a file' };
    if (stats.size > MAX_BYTES) return { reason: 'it is larger than 20 MB' };
    const bytes = readFileSync(source);
    const size = sizeOf(bytes, extension);
    if (!size) return { reason: 'it is not an image, or its format does not match its name' };
    return { image: { source, output: outputName(source, bytes), ...size } };
  } catch {
    return { reason: 'it cannot be read' };
  }
}

const MISSING = 'the file does not exist';
const NOT_A_TYPE = 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file';

/** Whether there is a file with the name of an image, which cannot be used for another reason. */
const isUnusableFile = (result: object): boolean =>
  'reason' in result && result.reason !== MISSING && result.reason !== NOT_A_TYPE;

/** The real path of a file. Some systems store the letters of names decomposed, others composed. */
function findSource(root: string, relative: string): string | undefined {
  const spellings = new Set([relative, relative.normalize('NFC'), relative.normalize('NFD')]);
  for (const spelling of spellings) {
    const source = realPath(path.join(root, spelling));
    if (source !== undefined) return source;
  }
  return ASCII.test(relative) ? undefined : realPath(path.join(root, spelledAsListed(root, relative, sameLetters)));
}

const ASCII = /^[ -~]*$/;
const sameLetters = (name: string): string => name.normalize('NFC');
const sameName = (name: string): string => name.normalize('NFC').toLowerCase();

/** A path with each segment spelled as its folder lists it, where a name has the same key. */
function spelledAsListed(root: string, relative: string, keyOf: (name: string) => string): string {
  let found = '';
  for (const segment of relative.split('/')) {
    const listed = listNames(path.join(root, found)).find((name) => keyOf(name) === keyOf(segment));
    found = path.posix.join(found, listed ?? segment);
  }
  return found;
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A hint that names the file whose name differs only in case: some systems ignore case, hosts do not. */
function hintFor(root: string, relative: string): { hint: string } {
  const listed = spelledAsListed(root, relative, sameName);
  const exists = listed !== relative && realPath(path.join(root, listed)) !== undefined;
  return { hint: exists ? `There is ${quote(listed)}: write the path with the same letters.` : PATH_HINT };
}

/** Markdown writes a space in a path as `%20`. */
function percentDecoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

function outputName(source: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const { name, ext } = path.parse(source);
  return `assets/content/${name.replace(/[^\w-]+/g, '-').slice(0, MAX_NAME)}-${hash}${ext.toLowerCase().replace('.jfif', '.jpg')}`;
}

/**
 * The displayed size in pixels; empty if it is not known, `undefined` if browsers would not show the bytes as an image.
 * Respects the EXIF orientation: cameras store rotated images. Browsers detect raster formats from the bytes, but SVG
 * only from the media type, which hosts derive from the extension. Scripts in an SVG never run, as it is used in `<img>`.
 */
function sizeOf(bytes: Buffer, extension: string): Pick<LocalImage, 'width' | 'height'> | undefined {
  const root = extension === 'svg' ? svgRootTag(bytes) : undefined;
  if (extension === 'svg' && root === undefined) return undefined;
  try {
    const { width, height, orientation = 1, type = '' } = imageSize(root ?? bytes);
    if (!root && !RASTER_TYPES.has(type) && !isAvif(bytes)) return undefined;
    // Orientations 5 to 8 are rotated by 90 degrees.
    const [shownWidth, shownHeight] = orientation >= 5 ? [height, width] : [width, height];
    return shownWidth >= 1 && shownHeight >= 1
      ? { width: Math.round(shownWidth), height: Math.round(shownHeight) }
      : {};
  } catch {
    // An SVG may have no size, and `image-size` cannot read the size of an AVIF sequence.
    return root || isAvif(bytes) ? {} : undefined;
  }
}

/** The `<svg>` tag with its size attributes only. The text before it can be too long for `image-size`. */
function svgRootTag(bytes: Buffer): Buffer | undefined {
  const start = bytes.indexOf('<svg');
  if (start === -1) return undefined;
  const tag = /^<svg(?=[\s>/])(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(bytes.toString('utf8', start, start + MAX_TAG))?.[0];
  const attributes = tag?.match(/\s(?:width|height|viewBox)\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? [];
  return tag === undefined ? undefined : Buffer.from(`<svg ${attributes.join('').replaceAll(',', ' ')}>`);
}

/** https://aomediacodec.github.io/av1-avif/#brands-overview */
const isAvif = (bytes: Buffer): boolean => /^[^]{4}ftyp[^]{0,60}avi[fs]/.test(bytes.toString('latin1', 0, 80));
