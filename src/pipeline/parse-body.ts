import type { Element, Nodes, RootContent } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { BODY_TAGS, type BodyElement, type BodyNode, type BodyTag } from '../model/body.ts';
import { isLocalAddress } from './local-images.ts';
import { cleanAddress } from './normalize/address.ts';
import type { Context } from './normalize/context.ts';
import { readImages } from './normalize/images.ts';

const SCHEMA = { ...defaultSchema, tagNames: [...BODY_TAGS, 'h1', 'h5', 'h6'] };
const TAGS: ReadonlySet<string> = new Set(BODY_TAGS);
/** The page's title is its only `h1`. */
const HEADINGS: Record<string, BodyTag> = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4' };

/**
 * An article's body as a small tree, from Markdown with GitHub's extensions. Raw HTML is dropped, addresses are
 * checked, pictures are treated like those of the front matter.
 * https://spec.commonmark.org/ https://github.github.com/gfm/
 */
export function parseBody(markdown: string, context: Context): BodyNode[] {
  if (markdown.trim() === '') return [];
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const safe = sanitize(toHast(tree), SCHEMA);
  return childrenOf(safe).flatMap((node) => convert(node, context));
}

const childrenOf = (node: Nodes): RootContent[] => ('children' in node ? (node.children as RootContent[]) : []);

function convert(node: RootContent, context: Context): BodyNode[] {
  if (node.type === 'text') return isLayout(node.value) ? [] : [node.value];
  if (node.type !== 'element') return [];
  const tag = HEADINGS[node.tagName] ?? node.tagName;
  const children = node.children.flatMap((child) => convert(child, context));
  if (!TAGS.has(tag)) return children;
  return convertElement(tag as BodyTag, node, children, context);
}

function convertElement(tag: BodyTag, { properties }: Element, children: BodyNode[], context: Context): BodyNode[] {
  const content = children.length > 0 ? { children } : {};
  if (tag === 'a') {
    const href = linkTarget(properties.href);
    return href === undefined ? children : [{ tag, href, ...content }];
  }
  if (tag === 'img') return convertImage(properties.src, properties.alt, context);
  const element: BodyElement = { tag, ...content };
  if (tag === 'ol' && typeof properties.start === 'number' && properties.start !== 1) element.start = properties.start;
  const { align } = properties;
  if (align === 'left' || align === 'center' || align === 'right') element.align = align;
  return [element];
}

/** An http(s) address; a link elsewhere is text. */
function linkTarget(href: unknown): string | undefined {
  const result = cleanAddress(href);
  return 'url' in result ? result.url : undefined;
}

function convertImage(src: unknown, alt: unknown, context: Context): BodyNode[] {
  const url = typeof src === 'string' && isLocalAddress(src) ? src : String(src);
  const [image] = readImages([{ url }], ['body'], context);
  if (!image) return [];
  const { url: source, width, height } = image;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return [{ tag: 'img', src: source, alt: typeof alt === 'string' ? alt : '', ...size }];
}

/** Line breaks between blocks. */
const isLayout = (text: string): boolean => /^\n+$/.test(text);
