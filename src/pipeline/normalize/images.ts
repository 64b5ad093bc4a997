import type { Image } from '../../model/image.ts';
import { defined } from '../defined.ts';
import type { FieldPath } from '../issue.ts';
import { isLocalAddress, toImage } from '../local-images.ts';
import { quote } from '../quote.ts';
import { cleanAddress } from './address.ts';
import type { Context } from './context.ts';
import { type Given, IMAGE_NAMES, warnOfMisspellings } from './fields.ts';
import { describe, isMapping, readNumber, readPlainText } from './values.ts';

const MAX_IMAGES = 16;
const MAX_CAPTION = 1_000;
const MAX_PIXELS = 100_000;

/**
 * The images of a story or the logos of a provider: those that can be used, each once, at most 16. Where several fields
 * name images, the first of the first field is the lead image.
 */
export function readImages(given: readonly Given[], path: FieldPath, context: Context): Image[] {
  const images = new Map<string, Image>();
  for (const { value, path: at } of listImages(given, path)) {
    if (images.size === MAX_IMAGES) {
      const message = `Expected at most ${MAX_IMAGES} images, found more; the rest is cut.`;
      context.report({ severity: 'warning', path: at, code: 'cut', message });
      break;
    }
    const image = readImage(value, at, context);
    if (image && !images.has(image.url)) images.set(image.url, image);
  }
  return [...images.values()];
}

const listImages = (given: readonly Given[], path: FieldPath): { value: unknown; path: FieldPath }[] =>
  given.flatMap(({ name, value }) => {
    if (!Array.isArray(value)) return [{ value, path: [...path, name] }];
    return value.map((item: unknown, index) => ({ value: item, path: [...path, name, index] }));
  });

function readImage(value: unknown, path: FieldPath, context: Context): Image | undefined {
  const fields = typeof value === 'string' ? { url: value } : value;
  if (!isMapping(fields) || typeof fields.url !== 'string' || fields.url.trim() === '') {
    const message = `Expected an image with a \`url\`, found ${describe(value)}.`;
    context.report({ severity: 'warning', path, code: 'bad-image', message });
    return undefined;
  }
  warnOfMisspellings(fields, path, IMAGE_NAMES, context.report);
  const urlPath = isMapping(value) ? [...path, 'url'] : path;
  const url = fields.url.trim();
  const image = isLocalAddress(url) ? findLocal(url, urlPath, context) : readRemote(url, urlPath, context);
  if (!image) return undefined;
  const size = image.width === undefined ? readSize(fields, path, context) : {};
  return { ...image, ...size, ...defined('caption', readCaption(fields.title, path, context)) };
}

function findLocal(url: string, path: FieldPath, { file, localImages, useImage, report }: Context): Image | undefined {
  const result = localImages.find(file, url);
  useImage(result);
  if ('image' in result) return toImage(result.image);
  const message = `The picture ${quote(url)} is not used: ${result.reason}.`;
  report({ severity: 'warning', path, code: 'bad-local-image', message });
  return undefined;
}

function readRemote(url: string, path: FieldPath, { remoteImages, report }: Context): Image | undefined {
  if (!remoteImages) return undefined;
  const result = cleanAddress(url.startsWith('//') ? `https:${url}` : url);
  if ('url' in result) return { url: result.url.replace(/^http:/, 'https:') };
  report({ severity: 'warning', path, code: 'bad-address', message: `The image is not used: ${result.reason}.` });
  return undefined;
}

/** The size as the file gives it, for pictures that do not tell us themselves. */
function readSize(fields: Record<string, unknown>, path: FieldPath, { report }: Context): Partial<Image> {
  const read = (name: 'width' | 'height'): number | undefined => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return undefined;
    const at = [...path, name];
    const number = readNumber({ value, path: at, report });
    if (number === undefined || (number >= 1 && number <= MAX_PIXELS)) return number && Math.round(number);
    const message = `Expected a length in pixels, found ${describe(value)}.`;
    report({ severity: 'warning', path: at, code: 'bad-size', message });
    return undefined;
  };
  return { ...defined('width', read('width')), ...defined('height', read('height')) };
}

function readCaption(value: unknown, path: FieldPath, { report }: Context): string | undefined {
  if (value === undefined || value === null) return undefined;
  return readPlainText({ value, path: [...path, 'title'], report }, MAX_CAPTION);
}
