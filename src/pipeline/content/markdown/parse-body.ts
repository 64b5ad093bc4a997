import type { Element, Nodes, RootContent } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { BODY_TAGS, type BodyElement, type BodyNode, type BodyTag } from '../../../model/body.ts';
import type { SourceLocation } from '../../diagnostics/code-frame.ts';
import { defined } from '../../util/defined.ts';
import type { Context } from '../normalize/fields/field-context.ts';
import { readImages } from '../normalize/fields/images.ts';
import { cleanUrl } from '../normalize/values/clean-url.ts';
import { plainText } from '../normalize/values/plain-text.ts';
import { findMarkdownLimit } from './block-limits.ts';
import { limitInlineMarks, withoutEmailAutolinks } from './inline-limits.ts';

const SYNTAX = withoutEmailAutolinks(gfm());
const TREE = gfmFromMarkdown();
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const SCHEMA = { ...defaultSchema, tagNames: [...BODY_TAGS, ...HEADINGS, 'sup'] };
const TAGS: ReadonlySet<string> = new Set(BODY_TAGS);
/** Elements deeper than this are left out, their text is kept. */
const MAX_DEPTH = 40;
const MAX_LENGTH = 500_000;

/**
 * An article's body as a small tree, from Markdown with GitHub's extensions. Raw HTML is dropped, addresses are
 * checked, pictures are treated like those of the front matter. What would take the parser too long is plain text.
 * https://spec.commonmark.org/ https://github.github.com/gfm/
 */
export function parseBody(body: string, context: Context): BodyNode[] {
  const warn: Warn = (code, message, location) =>
    context.report({ severity: 'warning', path: ['body'], code, message, ...defined('location', location) });
  if (body.length > MAX_LENGTH) {
    const [max, found] = [MAX_LENGTH, body.length].map((length) => length.toLocaleString('en'));
    warn('cut', `Expected at most ${max} characters, found ${found}; the rest is cut.`);
  }
  const text = body.slice(0, MAX_LENGTH);
  const bound = findMarkdownLimit(text);
  if (!bound) return parseMarkdown(text, context, warn);
  warn(
    'plain-text',
    `Expected at most ${bound.expected}, found more; from here the body is plain text.`,
    bound.location,
  );
  return [...parseMarkdown(text.slice(0, bound.end), context, warn), ...plainParagraphs(text.slice(bound.end))];
}

type Warn = (code: string, message: string, location?: SourceLocation) => void;

function parseMarkdown(markdown: string, context: Context, warn: Warn): BodyNode[] {
  if (markdown.trim() === '') return [];
  const surplus: SourceLocation[] = [];
  try {
    const tree = fromMarkdown(markdown, {
      extensions: [SYNTAX, limitInlineMarks((location) => surplus.push(location))],
      mdastExtensions: [TREE],
    });
    if (surplus[0]) warn('plain-text', TOO_MANY_MARKS, surplus[0]);
    const root = sanitize(toHast(tree), SCHEMA);
    const first = childrenOf(root)
      .map(levelOf)
      .reduce((a, b) => Math.min(a, b), HEADINGS.length);
    return childrenOf(root).flatMap((node) => convert(node, { ...context, first, depth: 1 }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    warn('plain-text', 'The body is nested too deeply; it is plain text.');
    return plainParagraphs(markdown);
  }
}

const TOO_MANY_MARKS = 'Expected fewer marks such as `*` and `[` in one paragraph; the rest of the line is plain text.';

/** Text that is divided where a line is blank. */
const plainParagraphs = (text: string): BodyNode[] =>
  text.split(/(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/).flatMap((paragraph) => {
    const plain = plainText(paragraph);
    return plain === '' ? [] : [{ tag: 'p' as const, children: [plain] }];
  });

interface BodyContext extends Context {
  /** The level of the body's highest heading, which becomes an `h2`: the page's title is its only `h1`. */
  first: number;
  depth: number;
}

const childrenOf = (node: Nodes): RootContent[] => ('children' in node ? (node.children as RootContent[]) : []);

const levelOf = (node: RootContent): number =>
  node.type === 'element' && HEADINGS.includes(node.tagName)
    ? HEADINGS.indexOf(node.tagName) + 1
    : Number.POSITIVE_INFINITY;

function convert(node: RootContent, context: BodyContext): BodyNode[] {
  if (node.type === 'text') return isLayout(node.value) ? [] : [cleanText(node.value)];
  if (node.type !== 'element') return [];
  if (node.properties.dataFootnoteBackref !== undefined) return [];
  const children = node.children.flatMap((child) => convert(child, { ...context, depth: context.depth + 1 }));
  const tag = tagOf(node, context);
  return tag === undefined ? children : convertElement(tag, node, children, context);
}

function tagOf(node: Element, { first, depth }: BodyContext): BodyTag | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const level = levelOf(node);
  // A heading inside a quote may be higher than any of the body's own.
  if (Number.isFinite(level)) return (['h2', 'h3', 'h4'] as const)[Math.max(0, Math.min(level - first, 2))] ?? 'h2';
  return TAGS.has(node.tagName) ? (node.tagName as BodyTag) : undefined;
}

function convertElement(tag: BodyTag, element: Element, children: BodyNode[], context: Context): BodyNode[] {
  const { properties, position } = element;
  const content = children.length > 0 ? { children } : {};
  if (tag === 'a') {
    // A mark of a footnote: the note stands at the end, and nothing of a body has an address of its own.
    if (properties.dataFootnoteRef !== undefined) return ['[', ...children, ']'];
    const href = linkTarget(properties.href);
    return href === undefined ? children : [{ tag, href, ...content }];
  }
  if (tag === 'img') return convertImage(properties.src, properties.alt, at(position?.start, context));
  const made: BodyElement = { tag, ...content };
  if (tag === 'ol' && typeof properties.start === 'number' && properties.start !== 1) made.start = properties.start;
  const { align } = properties;
  if (align === 'left' || align === 'center' || align === 'right') made.align = align;
  return [made];
}

/** What is found in an element stands where the element does. */
const at = (location: SourceLocation | undefined, context: Context): Context =>
  location === undefined
    ? context
    : {
        ...context,
        report: (diagnostic) =>
          context.report({ ...diagnostic, location: { line: location.line, column: location.column } }),
      };

/** An http(s) address; a link elsewhere is text. */
function linkTarget(href: unknown): string | undefined {
  const result = cleanUrl(href);
  return 'url' in result ? result.url : undefined;
}

function convertImage(src: unknown, alt: unknown, context: Context): BodyNode[] {
  const [image] = typeof src === 'string' ? readImages([{ name: 'body', value: src }], [], context) : [];
  if (!image) return [];
  const { url, width, height } = image;
  const text = typeof alt === 'string' ? plainText(alt) : '';
  return [{ tag: 'img', src: url, alt: text, ...defined('width', width), ...defined('height', height) }];
}

/** Line breaks between blocks. */
const isLayout = (text: string): boolean => /^\n+$/.test(text);

/** Code keeps its white space, so only what nobody should meet is taken out. */
const cleanText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').toWellFormed();
