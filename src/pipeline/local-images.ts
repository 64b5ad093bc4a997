import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { Image } from '../model/image.ts';
import { defined } from './defined.ts';

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
export type LocalImageResult = { asked: string } & ({ image: LocalImage } | { reason: string });

const FORMATS = /\.(avif|gif|jpe?g|png|svg|webp)$/i;
const MAX_BYTES = 20_000_000;
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
export const isLocalAddress = (url: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

export const toImage = ({ output, width, height }: LocalImage): Image => ({
  url: output,
  ...defined('width', width),
  ...defined('height', height),
});

function readImage(root: string, relative: string): { image: LocalImage } | { reason: string } {
  if (!FORMATS.test(relative)) return { reason: 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file' };
  const source = realPath(path.join(root, relative)) ?? realPath(path.join(root, unescaped(relative)));
  if (source === undefined) return { reason: 'there is no such file' };
  if (!source.startsWith(realpathSync(root) + path.sep)) return { reason: 'it lies outside the content folder' };
  try {
    const stats = statSync(source);
    if (!stats.isFile()) return { reason: 'it is no file' };
    if (stats.size > MAX_BYTES) return { reason: 'it is larger than 20 MB' };
    const bytes = readFileSync(source);
    return { image: { source, output: outputName(source, bytes), ...sizeOf(bytes) } };
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

/** In the direction in which it is shown: a camera may store a picture lying on its side. */
function sizeOf(bytes: Buffer): Pick<LocalImage, 'width' | 'height'> {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    return across >= 1 && down >= 1 ? { width: Math.round(across), height: Math.round(down) } : {};
  } catch {
    return {};
  }
}
