import type { Image } from '../../../../model/image.ts';
import type { FieldDiagnostic, FieldPath } from '../../../diagnostics/diagnostic.ts';
import { defined, set } from '../../../util/defined.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';
import { isLocalPath, largeImageWarning, toImage, unusableImageWarning } from '../../images/local-images.ts';
import type { LocalImage } from '../../images/read-local-file.ts';
import { IMAGE_NAMES } from '../names/field-names.ts';
import { type FieldValue, fieldItems, fieldValues } from '../names/index-fields.ts';
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
export function readStoryImages(data: FrontMatter, path: FieldPath, context: FieldContext): Image[] {
  const all = fieldValues(data, 'images');
  const own = all.filter(({ name }) => OWN_NAMES.test(name));
  const images = readImages(own.length > 0 ? own : all.slice(0, 1), path, context);
  const [lead] = images;
  if (lead) {
    const read = (field: 'imageAlt' | 'imageCaption'): string | undefined => {
      const [found] = fieldValues(data, field);
      return (
        found && readPlainText({ value: found.value, path: [...path, found.name], report: context.report }, MAX_CAPTION)
      );
    };
    set(lead, 'alt', lead.alt ?? read('imageAlt'));
    set(lead, 'caption', lead.caption ?? read('imageCaption'));
  }
  return images;
}

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
  const urlName = isMapping(fields) ? URL_NAMES.find((name) => isText(fields[name])) : undefined;
  if (isMapping(fields)) reportMisspellings(fields, path, context);
  if (!isMapping(fields) || urlName === undefined) {
    reportMissingUrl(fields, path, context);
    return undefined;
  }
  const urlPath = isMapping(value) ? [...path, urlName] : path;
  const url = unlinked(String(fields[urlName]).trim(), context);
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

function readText(
  fields: Record<string, unknown>,
  names: readonly string[],
  path: FieldPath,
  { report }: FieldContext,
): string | undefined {
  const name = names.find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null);
  return name === undefined
    ? undefined
    : readPlainText({ value: fields[name], path: [...path, name], report }, MAX_CAPTION);
}

/** The names of an image's parts, first our own, then those of other systems. */
const URL_NAMES = ['url', 'src', 'path', 'image', 'file', 'filename', 'href', 'source', 'publicURL'] as const;
const CAPTION_NAMES = ['title', 'caption'] as const;
const ALT_NAMES = ['alt', 'alternative', 'altText'] as const;
const ALL_NAMES: ReadonlySet<string> = new Set([...IMAGE_NAMES, ...URL_NAMES, ...CAPTION_NAMES, ...ALT_NAMES]);

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function reportMisspellings(fields: Record<string, unknown>, path: FieldPath, { report }: FieldContext): void {
  const unknown = Object.keys(fields).filter((name) => !ALL_NAMES.has(name));
  if (unknown.length === 0) return;
  for (const diagnostic of findMisspellings(fields, path, IMAGE_NAMES, unknown).values()) report(diagnostic);
}
