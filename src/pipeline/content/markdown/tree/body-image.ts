import type { Element } from 'hast';
import type { BodyElement, BodyNode } from '../../../../model/body.ts';
import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import { defined } from '../../../util/defined.ts';
import type { FieldContext } from '../../normalize/fields/field-context.ts';
import { readImages } from '../../normalize/fields/images.ts';
import { plainText } from '../../normalize/values/plain-text.ts';
import { NAME_SCHEME, readable } from './body-links.ts';

/** Reads an image of a body like one in front matter. Warns and returns no node if it cannot be used. */
export function readBodyImage({ properties }: Element, location: SourceLocation, context: FieldContext): BodyNode[] {
  const { src, alt, title, width, height } = properties;
  const fields = { url: typeof src === 'string' ? src : properties['data-src'], ...sizeOf(width, height) };
  const [image] = readImages([{ name: 'body', value: withPath(fields, context) }], [], reportingAt(location, context));
  if (!image) return [];
  const node: BodyElement = {
    tag: 'img',
    src: image.url,
    alt: typeof alt === 'string' ? plainText(alt) : '',
    ...defined('width', image.width),
    ...defined('height', image.height),
  };
  const caption = typeof title === 'string' ? plainText(title) : '';
  if (caption !== '') node.title = caption;
  return [node];
}

/** The path of an image that is given by its name: a picture of a wiki may be in any folder. */
function withPath<T extends { url: unknown }>(fields: T, { file, localImages }: FieldContext): T {
  const { url } = fields;
  if (typeof url !== 'string' || !url.startsWith(NAME_SCHEME)) return fields;
  return { ...fields, url: localImages.pathOf(file, readable(url.slice(NAME_SCHEME.length))) };
}

/** A size in pixels. Others, such as `50%`, are styles. */
function sizeOf(width: unknown, height: unknown): { width?: number; height?: number } {
  const read = (value: unknown): number | undefined => {
    const pixels = typeof value === 'string' && /^\d{1,5}(?:px)?$/.test(value) ? Number.parseInt(value, 10) : 0;
    return pixels > 0 ? pixels : undefined;
  };
  const size = { width: read(width), height: read(height) };
  return size.width === undefined || size.height === undefined ? {} : { width: size.width, height: size.height };
}

/** A context that reports diagnostics with the location of an element. */
const reportingAt = (location: SourceLocation, context: FieldContext): FieldContext => ({
  ...context,
  report: (diagnostic) => context.report({ ...diagnostic, location, path: ['body'] }),
});
