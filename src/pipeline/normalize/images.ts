import type { Image } from '../../model/image.ts';
import type { FieldPath } from '../issue.ts';
import { isLocalAddress, toImage } from '../local-images.ts';
import { cleanAddress } from './address.ts';
import type { Context } from './context.ts';
import { asList, isMapping, readNumber, readPlainText } from './values.ts';

const MAX_IMAGES = 16;
const MAX_CAPTION = 300;

/** The images of a story or the logos of a provider: those that can be used, at most 16. */
export function readImages(value: unknown, path: FieldPath, context: Context): Image[] {
  const given = asList(value);
  if (given.length > MAX_IMAGES) {
    context.report({
      severity: 'warning',
      path,
      code: 'cut',
      message: `More than ${MAX_IMAGES} images; the rest is cut.`,
    });
  }
  const isList = Array.isArray(value);
  return given
    .slice(0, MAX_IMAGES)
    .flatMap((item, index) => readImage(item, isList ? [...path, index] : path, context) ?? []);
}

function readImage(value: unknown, path: FieldPath, context: Context): Image | undefined {
  const fields = typeof value === 'string' ? { url: value } : value;
  if (!isMapping(fields) || typeof fields.url !== 'string' || fields.url.trim() === '') {
    const message = 'Expected an image with a `url`.';
    context.report({ severity: 'warning', path, code: 'bad-image', message });
    return undefined;
  }
  const urlPath = isMapping(value) ? [...path, 'url'] : path;
  const url = fields.url.trim();
  const image = isLocalAddress(url) ? findLocal(url, urlPath, context) : readRemote(url, urlPath, context);
  if (!image) return undefined;
  const caption =
    fields.title === undefined || fields.title === null ? undefined : captionOf(fields.title, path, context);
  return { ...givenSize(fields, path, context), ...image, ...(caption === undefined ? {} : { caption }) };
}

function findLocal(url: string, path: FieldPath, { file, localImages, useImage, report }: Context): Image | undefined {
  const result = localImages.find(file, url);
  if ('image' in result) {
    useImage(result.image);
    return toImage(result.image);
  }
  report({
    severity: 'warning',
    path,
    code: 'bad-local-image',
    message: `The picture \`${url}\` is not used: ${result.reason}.`,
  });
  return undefined;
}

function readRemote(url: string, path: FieldPath, { remoteImages, report }: Context): Image | undefined {
  if (!remoteImages) return undefined;
  const result = cleanAddress(url.startsWith('//') ? `https:${url}` : url);
  if ('url' in result) return { url: result.url.replace(/^http:/, 'https:') };
  report({ severity: 'warning', path, code: 'bad-address', message: `The image is not used: ${result.reason}.` });
  return undefined;
}

/** The size as the file gives it, for pictures that we cannot read ourselves. */
function givenSize(
  fields: Record<string, unknown>,
  path: FieldPath,
  { report }: Context,
): Pick<Image, 'width' | 'height'> {
  const read = (name: 'width' | 'height'): number | undefined => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return undefined;
    const number = readNumber({ value, path: [...path, name], report });
    return number !== undefined && number >= 1 && number <= 100_000 ? Math.round(number) : undefined;
  };
  const [width, height] = [read('width'), read('height')];
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

const captionOf = (value: unknown, path: FieldPath, { report }: Context): string | undefined =>
  readPlainText({ value, path: [...path, 'title'], report }, MAX_CAPTION);
