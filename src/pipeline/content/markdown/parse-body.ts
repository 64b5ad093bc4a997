import type { Element, Nodes, RootContent } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { BODY_TAGS, type BodyElement, type BodyNode, type BodyTag } from '../../../model/body.ts';
import type { SourceLocation } from '../../diagnostics/code-frame.ts';
import { defined } from '../../util/defined.ts';
import type { FieldContext } from '../normalize/fields/field-context.ts';
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
/** Elements nested deeper than this are replaced by their content. */
const MAX_DEPTH = 40;
const MAX_LENGTH = 500_000;
/** A blank body below this length has no diagnostics. Most legacy content has no body. */
const MAX_BLANK = 1_000;

/**
 * Parses an article's body, Markdown with GitHub's extensions, into a tree. Raw HTML is removed, URLs are checked, and
 * images are read like those in front matter. Parts that would take too long to parse become plain text.
 * https://spec.commonmark.org/ https://github.github.com/gfm/
 */
export function parseBody(body: string, context: FieldContext): BodyNode[] {
  if (body.length < MAX_BLANK && body.trim() === '') return [];
  const warn: Warn = (code, message, location) =>
    context.report({ severity: 'warning', path: ['body'], code, message, ...defined('location', location) });
  if (body.length > MAX_LENGTH) {
    const [max, found] = [MAX_LENGTH, body.length].map((length) => length.toLocaleString('en'));
    warn('cut', `Expected at most ${max} characters, found ${found}; the rest is left out.`);
  }
  const text = body.slice(0, MAX_LENGTH);
  const limit = findMarkdownLimit(text);
  if (!limit) return parseMarkdown(text, context, warn);
  warn(
    'plain-text',
    `Expected at most ${limit.expected}, found more; from here the body is plain text.`,
    limit.location,
  );
  return [...parseMarkdown(text.slice(0, limit.end), context, warn), ...plainParagraphs(text.slice(limit.end))];
}

type Warn = (code: string, message: string, location?: SourceLocation) => void;

function parseMarkdown(markdown: string, context: FieldContext, warn: Warn): BodyNode[] {
  if (markdown.trim() === '') return [];
  const tooManyAt: SourceLocation[] = [];
  try {
    const tree = fromMarkdown(markdown, {
      extensions: [SYNTAX, limitInlineMarks((location) => tooManyAt.push(location))],
      mdastExtensions: [TREE],
    });
    if (tooManyAt[0]) warn('plain-text', TOO_MANY_MARKS, tooManyAt[0]);
    const root = sanitize(toHast(tree), SCHEMA);
    const topLevel = childrenOf(root)
      .map(levelOf)
      .reduce((a, b) => Math.min(a, b), HEADINGS.length);
    // The spread comes last, see `normalize` in `read-article.ts`.
    return childrenOf(root).flatMap((node) => convert(node, { topLevel, depth: 1, ...context }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    warn('plain-text', 'Expected a body with less nesting, found one too deep to parse; it is shown as plain text.');
    return plainParagraphs(markdown);
  }
}

const TOO_MANY_MARKS = 'Expected fewer marks such as `*` and `[` in one paragraph; the rest of the line is plain text.';

/** Splits plain text into paragraphs at blank lines. */
const plainParagraphs = (text: string): BodyNode[] =>
  text.split(/(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/).flatMap((paragraph) => {
    const plain = plainText(paragraph);
    return plain === '' ? [] : [{ tag: 'p' as const, children: [plain] }];
  });

interface BodyContext extends FieldContext {
  /** The level of the body's highest heading, which becomes an `h2`: the page's title is its only `h1`. */
  topLevel: number;
  depth: number;
}

const childrenOf = (node: Nodes): RootContent[] => ('children' in node ? (node.children as RootContent[]) : []);

const levelOf = (node: RootContent): number =>
  node.type === 'element' && HEADINGS.includes(node.tagName)
    ? HEADINGS.indexOf(node.tagName) + 1
    : Number.POSITIVE_INFINITY;

function convert(node: RootContent, context: BodyContext): BodyNode[] {
  if (node.type === 'text') return isLineBreak(node.value) ? [] : [cleanText(node.value)];
  if (node.type !== 'element') return [];
  if (node.properties.dataFootnoteBackref !== undefined) return [];
  const children = node.children.flatMap((child) => convert(child, { ...context, depth: context.depth + 1 }));
  const tag = tagOf(node, context);
  return tag === undefined ? children : convertElement(tag, node, children, context);
}

function tagOf(node: Element, { topLevel, depth }: BodyContext): BodyTag | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const level = levelOf(node);
  // A heading inside a quote can have a higher level than `topLevel`.
  if (Number.isFinite(level)) return (['h2', 'h3', 'h4'] as const)[Math.max(0, Math.min(level - topLevel, 2))] ?? 'h2';
  return TAGS.has(node.tagName) ? (node.tagName as BodyTag) : undefined;
}

function convertElement(tag: BodyTag, element: Element, children: BodyNode[], context: FieldContext): BodyNode[] {
  const { properties, position } = element;
  const content = children.length > 0 ? { children } : {};
  if (tag === 'a') {
    // A reference to a footnote is not a link: elements of a body have no ids.
    if (properties.dataFootnoteRef !== undefined) return ['[', ...children, ']'];
    const href = linkTarget(properties.href);
    return href === undefined ? children : [{ tag, href, ...content }];
  }
  if (tag === 'img') return convertImage(properties.src, properties.alt, reportingAt(position?.start, context));
  const converted: BodyElement = { tag, ...content };
  if (tag === 'ol' && typeof properties.start === 'number' && properties.start !== 1)
    converted.start = properties.start;
  const { align } = properties;
  if (align === 'left' || align === 'center' || align === 'right') converted.align = align;
  return [converted];
}

/** A context that reports diagnostics with the location of an element. */
const reportingAt = (location: SourceLocation | undefined, context: FieldContext): FieldContext =>
  location === undefined
    ? context
    : {
        ...context,
        report: (diagnostic) =>
          context.report({ ...diagnostic, location: { line: location.line, column: location.column } }),
      };

/** An http(s) URL. `undefined` for any other link, which becomes text. */
function linkTarget(href: unknown): string | undefined {
  const result = cleanUrl(href);
  return 'url' in result ? result.url : undefined;
}

function convertImage(src: unknown, alt: unknown, context: FieldContext): BodyNode[] {
  const [image] = typeof src === 'string' ? readImages([{ name: 'body', value: src }], [], context) : [];
  if (!image) return [];
  const { url, width, height } = image;
  const text = typeof alt === 'string' ? plainText(alt) : '';
  return [{ tag: 'img', src: url, alt: text, ...defined('width', width), ...defined('height', height) }];
}

/** Line breaks between blocks. */
const isLineBreak = (text: string): boolean => /^\n+$/.test(text);

/** Removes control characters and bidi controls, but keeps white space for code. */
const cleanText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').toWellFormed();
