import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { Image } from '../../../model/image.ts';
import type { FieldDiagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { defined } from '../../util/defined.ts';

/** A picture of the content folder that becomes part of the edition. */
export interface LocalImage {
  /** An absolute path. */
  source: string;
  /** Below the output folder; a hash of the bytes is in its name. */
  output: string;
  width?: number;
  height?: number;
}

/** `asked` is the absolute path that was looked at, whatever came of it. */
export type LocalImageResult = { asked: string } & ({ image: LocalImage } | Unusable);

/** Why a picture cannot be used, and how to mend it where that is known. */
interface Unusable {
  reason: string;
  hint?: string;
}

const FORMATS = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
const PIXELS: ReadonlySet<string> = new Set(['avif', 'gif', 'jpg', 'png', 'webp']);
const WHERE = 'A path is relative to the file that names it, or, with a `/` before it, to the content folder.';
const MAX_BYTES = 20_000_000;
const MAX_WIDTH = 1_600;
const MAX_TAG = 20_000;
const MAX_NAME = 80;

/** Finds the local images of one content root, each read once. */
export interface LocalImages {
  /** `from` is the content file that names the picture; a path that begins with `/` is below the root. */
  find: (from: string, url: string) => LocalImageResult;
}

export function createLocalImages(root: string): LocalImages {
  const known = new Map<string, LocalImageResult>();
  return {
    find(from, url) {
      const relative = url.startsWith('/') ? url.slice(1) : path.posix.join(path.posix.dirname(from), url);
      const result = known.get(relative) ?? { asked: path.join(root, relative), ...readImage(root, relative) };
      known.set(relative, result);
      return result;
    },
  };
}

/** Whether an address names a picture of the content folder rather than one on another host. */
export const isLocalPath = (url: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

export const toImage = ({ output, width, height }: LocalImage): Image => ({
  url: output,
  ...defined('width', width),
  ...defined('height', height),
});

/** What is wrong with a picture that cannot be used. */
export function unusableImage(url: string, { reason, hint }: Unusable): Omit<FieldDiagnostic, 'path'> {
  const message = `The picture ${quote(url)} is not used: ${reason}.`;
  return { severity: 'warning', code: 'bad-local-image', message, ...defined('hint', hint) };
}

/** What is wrong with a picture that costs readers more than it shows them. */
export function largeImage({ width = 0, output }: LocalImage): Omit<FieldDiagnostic, 'path'> | undefined {
  // A drawing has no pixels.
  if (width <= MAX_WIDTH || output.endsWith('.svg')) return undefined;
  const [most, found] = [MAX_WIDTH, width].map((pixels) => pixels.toLocaleString('en'));
  const message = `Expected a picture of at most ${most} px across, found ${found} px.`;
  const hint = 'Scale it down: every reader loads all of it.';
  return { severity: 'warning', code: 'large-image', message, hint };
}

function readImage(root: string, relative: string): { image: LocalImage } | Unusable {
  const format = FORMATS.exec(relative)?.[1]?.toLowerCase();
  if (format === undefined) return { reason: 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file' };
  const source = realPath(path.join(root, relative)) ?? realPath(path.join(root, unescaped(relative)));
  if (source === undefined) return { reason: 'there is no such file', hint: WHERE };
  if (!source.startsWith(realpathSync(root) + path.sep)) return { reason: 'it lies outside the content folder' };
  try {
    const stats = statSync(source);
    if (!stats.isFile()) return { reason: 'it is no file' };
    if (stats.size > MAX_BYTES) return { reason: 'it is larger than 20 MB' };
    const bytes = readFileSync(source);
    const size = sizeOf(bytes, format);
    if (!size) return { reason: 'it is no picture, or of another format than its name says' };
    return { image: { source, output: outputName(source, bytes), ...size } };
  } catch {
    return { reason: 'it cannot be read' };
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** Markdown writes a blank in a path as `%20`. */
function unescaped(file: string): string {
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
 * The size in the direction in which it is shown: a camera may store a picture lying on its side. Nothing when the
 * bytes are no picture that a browser would show: of pixels it knows the format whatever the file's name, but a drawing
 * it takes for one by its name alone. Scripts in a drawing never run: it is shown by `<img>` only.
 */
function sizeOf(bytes: Buffer, format: string): Pick<LocalImage, 'width' | 'height'> | undefined {
  const root = format === 'svg' ? rootOfDrawing(bytes) : undefined;
  if (format === 'svg' && root === undefined) return undefined;
  try {
    const { width, height, orientation = 1, type = '' } = imageSize(root ?? bytes);
    if (!root && !PIXELS.has(type) && !isAvif(bytes)) return undefined;
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return across >= 1 && down >= 1 ? { width: Math.round(across), height: Math.round(down) } : {};
  } catch {
    // Drawings need not say how large they are, and of animations in AVIF it is not known.
    return root || isAvif(bytes) ? {} : undefined;
  }
}

/** A drawing's outermost tag, with the attributes that give its size: what stands before it may be long. */
function rootOfDrawing(bytes: Buffer): Buffer | undefined {
  const start = bytes.indexOf('<svg');
  if (start === -1) return undefined;
  const tag = /^<svg(?=[\s>/])(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(bytes.toString('utf8', start, start + MAX_TAG))?.[0];
  const attributes = tag?.match(/\s(?:width|height|viewBox)\s*=\s*(?:"[^"]*"|'[^']*')/g) ?? [];
  return tag === undefined ? undefined : Buffer.from(`<svg ${attributes.join('').replaceAll(',', ' ')}>`);
}

/** https://aomediacodec.github.io/av1-avif/#brands-overview */
const isAvif = (bytes: Buffer): boolean => /^[^]{4}ftyp[^]{0,60}avi[fs]/.test(bytes.toString('latin1', 0, 80));
