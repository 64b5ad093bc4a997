import type { Image } from '../../../../model/image.ts';
import type { FieldDiagnostic, FieldPath } from '../../../diagnostics/diagnostic.ts';
import { defined, set } from '../../../util/defined.ts';
import { isLocalPath, type LocalImage, largeImage, toImage, unusableImage } from '../../images/local-images.ts';
import { cleanUrl } from '../values/clean-url.ts';
import { describeValue } from '../values/describe-value.ts';
import { isMapping, readNumber, readPlainText, urlDiagnostic } from '../values/read-value.ts';
import type { Context } from './field-context.ts';
import { type GivenValue, IMAGE_NAMES, warnOfMisspellings } from './field-names.ts';

export const MAX_IMAGES = 16;
export const MAX_CAPTION = 1_000;
export const MAX_PIXELS = 100_000;

/**
 * The images of a story: those that can be used, each once, at most 16. Where several fields name images, the first of
 * the first field is the lead image.
 */
export function readImages(given: readonly GivenValue[], path: FieldPath, context: Context): Image[] {
  return findImages(given, path, context).map(({ image, warning }) => {
    if (warning) context.report(warning);
    return image;
  });
}

/** An image that can be used, and what is to be said when it is. */
export interface FoundImage {
  image: Image;
  warning?: FieldDiagnostic;
}

/** The images that a story or a provider may choose from. */
export function findImages(given: readonly GivenValue[], path: FieldPath, context: Context): FoundImage[] {
  const images = new Map<string, FoundImage>();
  const listed = listImages(given, path);
  for (const { value, path: at } of listed) {
    if (images.size === MAX_IMAGES) {
      const message = `Expected at most ${MAX_IMAGES} images, found ${listed.length}; the rest is cut.`;
      context.report({ severity: 'warning', path: at, code: 'cut', message });
      break;
    }
    const found = readImage(value, at, context);
    if (found && !images.has(found.image.url)) images.set(found.image.url, found);
  }
  return [...images.values()];
}

function listImages(given: readonly GivenValue[], path: FieldPath): { value: unknown; path: FieldPath }[] {
  const listed: { value: unknown; path: FieldPath }[] = [];
  for (const { name, value } of given) {
    if (!Array.isArray(value)) listed.push({ value, path: [...path, name] });
    else for (const [index, item] of value.entries()) listed.push({ value: item, path: [...path, name, index] });
  }
  return listed;
}

function readImage(value: unknown, path: FieldPath, context: Context): FoundImage | undefined {
  const fields = typeof value === 'string' ? { url: value } : value;
  if (isMapping(fields)) warnOfMisspellings(fields, path, IMAGE_NAMES, context.report);
  if (!isMapping(fields) || typeof fields.url !== 'string' || fields.url.trim() === '') {
    reportUrlless(fields, path, context);
    return undefined;
  }
  const urlPath = isMapping(value) ? [...path, 'url'] : path;
  const url = fields.url.trim();
  const found = isLocalPath(url) ? findLocal(url, urlPath, context) : readRemote(url, urlPath, context);
  if (!found) return undefined;
  if (found.image.width === undefined) readSize(found.image, fields, path, context);
  set(found.image, 'caption', readCaption(fields.title, path, context));
  return found;
}

function reportUrlless(value: unknown, path: FieldPath, { report }: Context): void {
  const url = isMapping(value) && value.url !== '' ? (value.url ?? undefined) : undefined;
  const found = isMapping(value) && url === undefined ? 'none' : describeValue(url ?? value);
  const message = `Expected an image with a \`url\`, found ${found}.`;
  report({ severity: 'warning', path: url === undefined ? path : [...path, 'url'], code: 'bad-image', message });
}

function findLocal(url: string, path: FieldPath, context: Context): FoundImage | undefined {
  const result = context.localImages.find(context.file, url);
  context.noteImage(result);
  if ('image' in result) return { image: toImage(result.image), ...defined('warning', warnOfSize(result.image, path)) };
  context.report({ path, ...unusableImage(url, result) });
  return undefined;
}

const warnOfSize = (image: LocalImage, path: FieldPath): FieldDiagnostic | undefined => {
  const about = largeImage(image);
  return about && { path, ...about };
};

function readRemote(url: string, path: FieldPath, { remoteImages, report }: Context): FoundImage | undefined {
  if (!remoteImages) return undefined;
  const result = cleanUrl(url.startsWith('//') ? `https:${url}` : url);
  if ('url' in result) return { image: { url: result.url.replace(/^http:/, 'https:') } };
  report({ path, ...urlDiagnostic(result) });
  return undefined;
}

/** The size as the file gives it, for pictures that do not tell us themselves. */
function readSize(image: Image, fields: Record<string, unknown>, path: FieldPath, { report }: Context): void {
  const read = (name: 'width' | 'height'): number | undefined => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return undefined;
    const at = [...path, name];
    const number = readNumber({ value, path: at, report });
    if (number === undefined || (number >= 1 && number <= MAX_PIXELS)) return number && Math.round(number);
    const message = `Expected a length in pixels, found ${describeValue(value)}.`;
    report({ severity: 'warning', path: at, code: 'bad-size', message });
    return undefined;
  };
  set(image, 'width', read('width'));
  set(image, 'height', read('height'));
}

function readCaption(value: unknown, path: FieldPath, { report }: Context): string | undefined {
  if (value === undefined || value === null) return undefined;
  return readPlainText({ value, path: [...path, 'title'], report }, MAX_CAPTION);
}
