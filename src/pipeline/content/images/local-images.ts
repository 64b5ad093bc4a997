import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { Image } from '../../../model/image.ts';
import type { FieldDiagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { defined } from '../../util/defined.ts';
import { realPath, statsOf } from '../../util/file-stats.ts';
import { listVisibleFiles } from '../../util/list-files.ts';

/** An image, or another file that articles link to, in the content folder. It becomes part of the edition. */
export interface LocalImage {
  /** The absolute path of the file, with symbolic links resolved. */
  source: string;
  /** The path relative to the output folder; its name contains a hash of the bytes. */
  output: string;
  width?: number;
  height?: number;
}

/**
 * `requestedPath` is the absolute path that was looked up, whether or not there is an image. `name` is the name by which
 * the path was found, see `pathOf`.
 */
export type LocalImageResult = { requestedPath: string; name?: string } & ({ image: LocalImage } | UnusableImage);

/** Why an image cannot be used, and how to fix it if that is known. */
interface UnusableImage {
  reason: string;
  hint?: string;
}

const EXTENSIONS = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
/** Files that articles may link to. Browsers show or download them, and run no code in them. */
const FILES =
  /\.(?:pdf|epub|txt|csv|tsv|json|geojson|ics|gpx|kml|bib|zip|gz|tgz|tar|7z|rtf|docx?|xlsx?|pptx?|od[tsp]|mp3|m4a|ogg|oga|opus|aac|flac|wav|mp4|m4v|webm|mov|ogv|vtt|srt)$/i;
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
  /** Finds a file that is not an image in the same way. */
  findFile: (from: string, url: string) => LocalImageResult;
  /**
   * The path of a file that an article gives by its name: beside the article, else in the root, else in any folder. It
   * begins with `/`, unless there is no such file.
   */
  pathOf: (from: string, name: string) => string;
}

export function createLocalImages(root: string): LocalImages {
  const cache = new Map<string, LocalImageResult>();
  let byName: Map<string, string> | undefined;
  const findWith = (read: typeof readImage) => (from: string, url: string) => {
    const relative = relativeTo(from, url);
    const result = cache.get(relative) ?? { requestedPath: path.join(root, relative), ...read(root, relative) };
    cache.set(relative, result);
    return result;
  };
  return {
    find: findWith(readImage),
    findFile: findWith(readFile),
    pathOf(from, name) {
      const near = [relativeTo(from, name), name].find((file) => statsOf(path.join(root, file))?.isFile());
      if (near !== undefined) return `/${near}`;
      byName ??= indexByName(root);
      const found = byName.get(nameKey(name));
      return found === undefined ? name : `/${found}`;
    },
  };
}

const relativeTo = (from: string, url: string): string =>
  url.startsWith('/') ? url.slice(1) : path.posix.join(path.posix.dirname(from), url);

/** The files of a content root by name. Of several with one name, the one nearest to the root counts, then by path. */
function indexByName(root: string): Map<string, string> {
  const files = listVisibleFiles(root).sort((a, b) => depthOf(a) - depthOf(b) || compareCodeUnits(a, b));
  const index = new Map<string, string>();
  for (const file of files) if (!index.has(nameKey(file))) index.set(nameKey(file), file);
  return index;
}

const depthOf = (file: string): number => file.split('/').length;

const nameKey = (file: string): string => path.posix.basename(file).normalize('NFC').toLowerCase();

/** Whether a path is that of an image, by its extension. */
export const isImagePath = (file: string): boolean => EXTENSIONS.test(file);

/** Whether a path is that of another file that articles may link to. */
export const isLocalFilePath = (file: string): boolean => FILES.test(file);

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
  if (extension === undefined) return { reason: 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file' };
  const read = readBytes(root, relative);
  if ('reason' in read) return read;
  const size = sizeOf(read.bytes, extension);
  if (!size) return { reason: 'it is not an image, or its format does not match its name' };
  return { image: { source: read.source, output: outputName(read.source, read.bytes), ...size } };
}

function readFile(root: string, relative: string): { image: LocalImage } | UnusableImage {
  const read = readBytes(root, relative);
  return 'reason' in read ? read : { image: { source: read.source, output: outputName(read.source, read.bytes) } };
}

function readBytes(root: string, relative: string): { source: string; bytes: Buffer } | UnusableImage {
  const source = realPath(path.join(root, relative)) ?? realPath(path.join(root, percentDecoded(relative)));
  if (source === undefined) return { reason: 'the file does not exist', hint: PATH_HINT };
  if (!source.startsWith(realpathSync(root) + path.sep)) return { reason: 'it is outside the content folder' };
  try {
    const stats = statSync(source);
    if (!stats.isFile()) return { reason: 'it is not a file' };
    if (stats.size > MAX_BYTES) return { reason: 'it is larger than 20 MB' };
    return { source, bytes: readFileSync(source) };
  } catch {
    return { reason: 'it cannot be read' };
  }
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
  return `assets/content/${name.replace(/[^\w-]+/g, '-').slice(0, MAX_NAME)}-${hash}${ext.toLowerCase()}`;
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
