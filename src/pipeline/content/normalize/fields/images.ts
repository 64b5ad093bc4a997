import type { Image } from '../../../../model/image.ts';
import type { FieldDiagnostic, FieldPath } from '../../../diagnostics/diagnostic.ts';
import { defined, set } from '../../../util/defined.ts';
import {
  isLocalPath,
  type LocalImage,
  largeImageWarning,
  toImage,
  unusableImageWarning,
} from '../../images/local-images.ts';
import { cleanUrl } from '../values/clean-url.ts';
import { describeValue } from '../values/describe-value.ts';
import { isMapping, readNumber, readPlainText, urlDiagnostic } from '../values/read-value.ts';
import type { FieldContext } from './field-context.ts';
import { type FieldValue, fieldItems, IMAGE_NAMES, warnOfMisspellings } from './field-names.ts';

export const MAX_IMAGES = 16;
export const MAX_CAPTION = 1_000;
export const MAX_PIXELS = 100_000;

/** Reads the usable images of a story, unique and at most 16. The first one is the lead image. */
export function readImages(values: readonly FieldValue[], path: FieldPath, context: FieldContext): Image[] {
  return findImages(values, path, context).map(({ image, warning }) => {
    if (warning) context.report(warning);
    return image;
  });
}

/** A usable image, and a warning to report if it is used. */
export interface FoundImage {
  image: Image;
  warning?: FieldDiagnostic;
}

/** The usable images of a story or a provider, without reporting their warnings. */
export function findImages(values: readonly FieldValue[], path: FieldPath, context: FieldContext): FoundImage[] {
  const images = new Map<string, FoundImage>();
  const listed = fieldItems(values, path);
  for (const { value, path: itemPath } of listed) {
    if (images.size === MAX_IMAGES) {
      const message = `Expected at most ${MAX_IMAGES} images, found ${listed.length}; the rest is left out.`;
      context.report({ severity: 'warning', path: itemPath, code: 'cut', message });
      break;
    }
    const found = readImage(value, itemPath, context);
    if (found && !images.has(found.image.url)) images.set(found.image.url, found);
  }
  return [...images.values()];
}

function readImage(value: unknown, path: FieldPath, context: FieldContext): FoundImage | undefined {
  const fields = typeof value === 'string' ? { url: value } : value;
  if (isMapping(fields)) warnOfMisspellings(fields, path, IMAGE_NAMES, context.report);
  if (!isMapping(fields) || typeof fields.url !== 'string' || fields.url.trim() === '') {
    reportMissingUrl(fields, path, context);
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

function reportMissingUrl(value: unknown, path: FieldPath, { report }: FieldContext): void {
  const url = isMapping(value) && value.url !== '' ? (value.url ?? undefined) : undefined;
  const found = isMapping(value) && url === undefined ? 'none' : describeValue(url ?? value);
  const message = `Expected an image with a \`url\`, found ${found}.`;
  report({ severity: 'warning', path: url === undefined ? path : [...path, 'url'], code: 'bad-image', message });
}

function findLocal(url: string, path: FieldPath, context: FieldContext): FoundImage | undefined {
  const result = context.localImages.find(context.file, url);
  context.noteImage(result);
  if ('image' in result) return { image: toImage(result.image), ...defined('warning', warnOfSize(result.image, path)) };
  context.report({ path, ...unusableImageWarning(url, result) });
  return undefined;
}

const warnOfSize = (image: LocalImage, path: FieldPath): FieldDiagnostic | undefined => {
  const warning = largeImageWarning(image);
  return warning && { path, ...warning };
};

function readRemote(url: string, path: FieldPath, { remoteImages, report }: FieldContext): FoundImage | undefined {
  if (!remoteImages) return undefined;
  const result = cleanUrl(url.startsWith('//') ? `https:${url}` : url);
  if ('url' in result) return { image: { url: result.url.replace(/^http:/, 'https:') } };
  report({ path, ...urlDiagnostic(result) });
  return undefined;
}

/** Reads the size from the fields, for an image whose file gives none. */
function readSize(image: Image, fields: Record<string, unknown>, path: FieldPath, { report }: FieldContext): void {
  const read = (name: 'width' | 'height'): number | undefined => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return undefined;
    const fieldPath = [...path, name];
    const number = readNumber({ value, path: fieldPath, report });
    if (number === undefined || (number >= 1 && number <= MAX_PIXELS)) return number && Math.round(number);
    const message = `Expected a length in pixels, found ${describeValue(value)}.`;
    report({ severity: 'warning', path: fieldPath, code: 'bad-size', message });
    return undefined;
  };
  set(image, 'width', read('width'));
  set(image, 'height', read('height'));
}

function readCaption(value: unknown, path: FieldPath, { report }: FieldContext): string | undefined {
  if (value === undefined || value === null) return undefined;
  return readPlainText({ value, path: [...path, 'title'], report }, MAX_CAPTION);
}
