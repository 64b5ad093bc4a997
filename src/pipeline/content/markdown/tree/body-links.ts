import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { LocalImageResult } from '../../images/local-images.ts';
import { isImagePath, isLocalFilePath } from '../../images/read-local-file.ts';
import type { BodyReference } from '../../normalize/fields/body-reference.ts';
import type { ArticleContext } from '../../normalize/fields/field-context.ts';
import { cleanUrl } from '../../normalize/values/clean-url.ts';
import type { Warn } from '../report/losses.ts';
import type { BodyIds } from './body-ids.ts';

/** The target of a link: an `href`, see `BodyElement`, or a reference that is resolved when all files are known. */
export type LinkTarget = { href: string } | { reference: number };

/** The scheme of links that translations make from wiki links and template tags. */
export const NAME_SCHEME = 'wiki:';

interface LinkContext extends Omit<ArticleContext, 'report'> {
  ids: BodyIds;
  warn: Warn;
}

/** Reads the target of a link. Warns and returns `undefined` if readers cannot follow it: then its text remains. */
export function readLink(written: string, location: SourceLocation, context: LinkContext): LinkTarget | undefined {
  // Browsers ignore white space and control characters in a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const href = written.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').trim();
  if (href === '') return undefined;
  if (href.startsWith('#')) return inPage(href, location, context);
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === NAME_SCHEME) return reference(href.slice(NAME_SCHEME.length), location, { isName: true }, context);
  if (scheme === 'http:' || scheme === 'https:' || href.startsWith('//')) return webLink(href, location, context);
  if (scheme === 'mailto:' && MAIL.test(href)) return { href };
  if (scheme === 'tel:' && TELEPHONE.test(href)) return { href: href.replaceAll('%20', '') };
  if (scheme !== undefined) return bad(href, 'an http(s), mailto or tel link', location, context);
  if (/^www\./i.test(href)) return bad(href, 'an address with `https://`', location, context);
  return pathLink(href, location, context);
}

const MAIL = /^mailto:[^\s<>"\\]{1,1000}$/i;
const TELEPHONE = /^tel:(?:[\d+().*#;=a-z-]|%20){1,60}$/i;

/** Warns of a link that readers cannot follow. */
function bad(href: string, expected: string, location: SourceLocation, { warn }: LinkContext): undefined {
  warn('bad-link', `Expected ${expected}, found ${quote(readable(href))}; only its text is shown.`, location);
}

function inPage(href: string, location: SourceLocation, context: LinkContext): LinkTarget | undefined {
  const fragment = readable(href.slice(1));
  if (fragment === '' || fragment === 'top') return { href: '#top' };
  const id = context.ids.find(fragment);
  return id === undefined ? bad(href, 'the id of a heading in this file', location, context) : { href: `#${id}` };
}

function webLink(href: string, location: SourceLocation, context: LinkContext): LinkTarget | undefined {
  const result = cleanUrl(href.startsWith('//') ? `https:${href}` : href);
  if (!('url' in result)) {
    const message = `The link ${quote(href)} cannot be used: ${result.reason}; only its text is shown.`;
    context.warn('bad-link', message, location, result.hint);
    return undefined;
  }
  const { siteUrl } = context;
  if (siteUrl === undefined || !result.url.startsWith(siteUrl)) return { href: result.url };
  return reference(`/${result.url.slice(siteUrl.length)}`, location, { fallback: result.url }, context);
}

function pathLink(href: string, location: SourceLocation, context: LinkContext): LinkTarget | undefined {
  const path = readable(href.split(/[?#]/, 1)[0] ?? '');
  if (path === '') return bad(href, 'a link to an article or a file of this site', location, context);
  if (isImagePath(path) || isLocalFilePath(path)) {
    const { localImages, file } = context;
    const result = isImagePath(path) ? localImages.find(file, path) : localImages.findFile(file, path);
    return fileLink(path, result, location, context);
  }
  // Zola begins the path of a content file with `@/`.
  return reference(href.replace(/^@\//, '/'), location, {}, context);
}

function fileLink(path: string, result: LocalImageResult, location: SourceLocation, context: LinkContext) {
  context.noteImage(result);
  if ('image' in result) return { href: result.image.output };
  const message = `The file ${quote(path)} cannot be linked: ${result.reason}; only its text is shown.`;
  context.warn('bad-local-file', message, location, result.hint);
  return undefined;
}

interface ReferenceKind {
  isName?: true;
  fallback?: string;
}

function reference(href: string, location: SourceLocation, kind: ReferenceKind, { noteReference }: LinkContext) {
  const { line, column } = location;
  return { reference: noteReference({ line, column, ...parseReference(href), ...kind }) };
}

/** Splits and decodes the path of a page. Its query is left out. */
export function parseReference(href: string): Pick<BodyReference, 'target' | 'fragment'> {
  const [, target = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  return { target: readable(target).normalize('NFC'), fragment: readable(fragment) };
}

/** Decodes percent-encoding, which Markdown adds to links. */
export function readable(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
