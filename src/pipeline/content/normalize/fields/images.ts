import type { Image } from '../../../../model/image.ts';
import type { FieldDiagnostic, FieldPath } from '../../../diagnostics/diagnostic.ts';
import { defined, set } from '../../../util/defined.ts';
import { isLocalPath, largeImageWarning, toImage, unusableImageWarning } from '../../images/local-images.ts';
import type { LocalImage } from '../../images/read-local-file.ts';
import { IMAGE_NAMES } from '../names/field-names.ts';
import { type FieldIndex, type FieldValue, fieldItems, fieldValue, fieldValues } from '../names/index-fields.ts';
import { findMisspellings } from '../names/misspellings.ts';
import { cleanUrl } from '../values/clean-url.ts';
import { describeValue } from '../values/describe-value.ts';
import { isMapping, readNumber, readPlainText, urlDiagnostic } from '../values/read-value.ts';
import type { FieldContext } from './field-context.ts';

export const MAX_IMAGES = 16;
export const MAX_CAPTION = 1_000;
export const MAX_PIXELS = 100_000;

/**
 * Reads the images of a story. Those of other systems, such as a thumbnail, are used only without `image` and `images`.
 */
export function readStoryImages(fields: FieldIndex, path: FieldPath, context: FieldContext): Image[] {
  const first = fieldValue(fields, 'images');
  if (!first) return [];
  const own = fieldValues(fields, 'images').filter(isOwnName);
  const images = readImages(own.length > 0 ? own : [first], path, context);
  const [lead] = images;
  const [alt, caption] = [fieldValue(fields, 'imageAlt'), fieldValue(fields, 'imageCaption')];
  if (lead && alt) set(lead, 'alt', lead.alt ?? readLeadText(alt, path, context));
  if (lead && caption) set(lead, 'caption', lead.caption ?? readLeadText(caption, path, context));
  return images;
}

const isOwnName = ({ name }: FieldValue): boolean => OWN_NAMES.test(name);

const readLeadText = ({ name, value }: FieldValue, path: FieldPath, { report }: FieldContext): string | undefined =>
  readPlainText({ value, path: [...path, name], report }, MAX_CAPTION);

const OWN_NAMES = /^images?$/i;

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
  if (isMapping(fields)) reportMisspellings(fields, path, context);
  const urlName = isMapping(fields) ? firstName(fields, URL_NAMES) : undefined;
  const source = isMapping(fields) && urlName !== undefined ? fields[urlName] : undefined;
  if (!isMapping(fields) || urlName === undefined || typeof source !== 'string' || source.trim() === '') {
    reportMissingUrl(fields, path, context);
    return undefined;
  }
  const urlPath = isMapping(value) ? [...path, urlName] : path;
  const url = unlinked(source.trim(), context);
  const found = isLocalPath(url) ? findLocal(url, urlPath, context) : readRemote(url, urlPath, context);
  if (!found) return undefined;
  if (found.image.width === undefined) readSize(found.image, fields, path, context);
  set(found.image, 'caption', readText(fields, CAPTION_NAMES, path, context));
  set(found.image, 'alt', readText(fields, ALT_NAMES, path, context));
  return found;
}

function reportMissingUrl(value: unknown, path: FieldPath, { report }: FieldContext): void {
  const url = isMapping(value) && value.url !== '' ? (value.url ?? undefined) : undefined;
  const found = isMapping(value) && url === undefined ? 'none' : describeValue(url ?? value);
  const message = `Expected an image with a \`url\`, found ${found}.`;
  report({ severity: 'warning', path: url === undefined ? path : [...path, 'url'], code: 'bad-image', message });
}

/** The path in a wiki link of a note app: `[[a.png]]`, `![[a.png|300]]`. */
function unlinked(url: string, { file, localImages, noteImage }: FieldContext): string {
  const name = WIKI_LINK.exec(url)?.[1];
  if (name === undefined) return url;
  const found = localImages.pathOf(file, name);
  noteImage({ ...localImages.find(file, found), name });
  return found;
}

const WIKI_LINK = /^!?\[\[([^[\]|#]+)(?:[|#][^[\]]*)?\]\]$/;

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
function readSize(image: Image, fields: Record<string, unknown>, path: FieldPath, context: FieldContext): void {
  set(image, 'width', readLength('width', fields, path, context));
  set(image, 'height', readLength('height', fields, path, context));
}

function readLength(
  name: 'width' | 'height',
  fields: Record<string, unknown>,
  path: FieldPath,
  { report }: FieldContext,
): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return undefined;
  const fieldPath = [...path, name];
  const number = readNumber({ value, path: fieldPath, report });
  if (number === undefined || (number >= 1 && number <= MAX_PIXELS)) return number && Math.round(number);
  const message = `Expected a length in pixels, found ${describeValue(value)}.`;
  report({ severity: 'warning', path: fieldPath, code: 'bad-size', message });
  return undefined;
}

function readText(
  fields: Record<string, unknown>,
  names: readonly string[],
  path: FieldPath,
  { report }: FieldContext,
): string | undefined {
  const name = firstName(fields, names);
  return name === undefined
    ? undefined
    : readPlainText({ value: fields[name], path: [...path, name], report }, MAX_CAPTION);
}

/** The names of an image's parts, first our own, then those of other systems. */
const URL_NAMES = ['url', 'src', 'path', 'image', 'file', 'filename', 'href', 'source', 'publicURL'] as const;
const CAPTION_NAMES = ['title', 'caption'] as const;
const ALT_NAMES = ['alt', 'alternative', 'altText'] as const;
const ALL_NAMES: ReadonlySet<string> = new Set([...IMAGE_NAMES, ...URL_NAMES, ...CAPTION_NAMES, ...ALT_NAMES]);

/** The first of several names that has a value. */
function firstName(fields: Record<string, unknown>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined && value !== null && value !== '') return name;
  }
  return undefined;
}

const isUnknown = (name: string): boolean => !ALL_NAMES.has(name);

function reportMisspellings(fields: Record<string, unknown>, path: FieldPath, { report }: FieldContext): void {
  const unknown = Object.keys(fields).filter(isUnknown);
  if (unknown.length === 0) return;
  for (const diagnostic of findMisspellings(fields, path, IMAGE_NAMES, unknown).values()) report(diagnostic);
}
