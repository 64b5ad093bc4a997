import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { Image } from '../model/image.ts';

/** A picture of the content folder that becomes part of the edition. */
export interface LocalImage {
  /** An absolute path. */
  source: string;
  /** Below the output folder; a hash of the bytes is in its name. */
  output: string;
  width?: number;
  height?: number;
}

type LocalImageResult = { image: LocalImage } | { reason: string };

const FORMATS = /\.(avif|gif|jpe?g|png|svg|webp)$/i;

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
      const result = known.get(relative) ?? readImage(root, relative);
      known.set(relative, result);
      return result;
    },
  };
}

function readImage(root: string, relative: string): LocalImageResult {
  if (!FORMATS.test(relative)) return { reason: 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file' };
  try {
    const source = realpathSync(path.join(root, decodeURI(relative)));
    if (!source.startsWith(realpathSync(root) + path.sep)) return { reason: 'it lies outside the content folder' };
    const bytes = readFileSync(source);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const { name, ext } = path.parse(source);
    const output = `assets/content/${name.replace(/[^\w-]+/g, '-')}-${hash}${ext.toLowerCase()}`;
    return { image: { source, output, ...sizeOf(bytes) } };
  } catch {
    return { reason: 'there is no such file' };
  }
}

function sizeOf(bytes: Buffer): Pick<LocalImage, 'width' | 'height'> {
  try {
    const { width, height } = imageSize(bytes);
    return { width: Math.round(width), height: Math.round(height) };
  } catch {
    return {};
  }
}

/** Whether an address names a picture of the content folder rather than one on another host. */
export const isLocalAddress = (url: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

export const toImage = ({ output, width, height }: LocalImage): Image => ({
  url: output,
  ...(width === undefined ? {} : { width }),
  ...(height === undefined ? {} : { height }),
});
