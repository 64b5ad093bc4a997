import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import { findSource, hintFor, percentDecoded } from './local-path.ts';

/** An image, or another file that articles link to, in the content folder. It becomes part of the edition. */
export interface LocalImage {
  /** The absolute path of the file, with symbolic links resolved. */
  source: string;
  /** The path relative to the output folder; its name contains a hash of the bytes. */
  output: string;
  width?: number;
  height?: number;
}

/** Why an image cannot be used, and how to fix it if that is known. */
export interface UnusableImage {
  reason: string;
  hint?: string;
}

const EXTENSIONS = /\.(avif|gif|jpe?g|jfif|png|svg|webp)$/i;
/** Files that articles may link to. Browsers show or download them, and run no code in them. */
const FILES =
  /\.(?:pdf|epub|txt|csv|tsv|json|geojson|ics|gpx|kml|bib|zip|gz|tgz|tar|7z|rtf|docx?|xlsx?|pptx?|od[tsp]|mp3|m4a|ogg|oga|opus|aac|flac|wav|mp4|m4v|webm|mov|ogv|vtt|srt)$/i;
const RASTER_TYPES: ReadonlySet<string> = new Set(['avif', 'gif', 'jpg', 'png', 'webp']);
const MAX_MEGABYTES = 20;
/** The maximum length of the `<svg>` tag that is searched for the size. */
const MAX_TAG = 20_000;
const MAX_NAME = 80;

/** The reasons for which another path is tried. */
const MISSING = 'the file does not exist';
const NOT_AN_IMAGE = 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file';
export const isNoSuchFile = ({ reason }: UnusableImage): boolean => reason === MISSING || reason === NOT_AN_IMAGE;

/** Whether a path is that of an image, by its extension. */
export const isImagePath = (file: string): boolean => EXTENSIONS.test(file);

/** Whether a path is that of another file that articles may link to. */
export const isLocalFilePath = (file: string): boolean => FILES.test(file);

/** Reads an image, by its path relative to the root. */
export function readImage(root: string, relative: string): { image: LocalImage } | UnusableImage {
  const extension = EXTENSIONS.exec(relative)?.[1]?.toLowerCase();
  if (extension === undefined) return { reason: NOT_AN_IMAGE };
  const read = readLocalBytes(root, relative);
  if ('reason' in read) return read;
  const size = sizeOf(read.bytes, extension);
  if (!size) return { reason: 'it is not an image, or its format does not match its name' };
  return { image: { source: read.source, output: outputName(read.source, read.bytes), ...size } };
}

/** Reads a file that is not an image. */
export function readFile(root: string, relative: string): { image: LocalImage } | UnusableImage {
  const read = readLocalBytes(root, relative);
  return 'reason' in read ? read : { image: { source: read.source, output: outputName(read.source, read.bytes) } };
}

/** Reads the bytes of a file below the root. */
export function readLocalBytes(
  root: string,
  relative: string,
  maxMegabytes = MAX_MEGABYTES,
): { source: string; bytes: Buffer } | UnusableImage {
  const source = findSource(root, relative) ?? findSource(root, percentDecoded(relative));
  if (source === undefined) return { reason: MISSING, ...hintFor(root, relative) };
  if (!source.startsWith(realpathSync(root) + path.sep)) return { reason: 'it is outside the content folder' };
  try {
    const stats = statSync(source);
    if (!stats.isFile()) return { reason: 'it is not a file' };
    if (stats.size > maxMegabytes * 1_000_000) return { reason: `it is larger than ${maxMegabytes} MB` };
    return { source, bytes: readFileSync(source) };
  } catch {
    return { reason: 'it cannot be read' };
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
