import type { Root } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfm } from 'micromark-extension-gfm';
import type { BodyNode } from '../../../model/body.ts';
import type { SourceLocation } from '../../diagnostics/code-frame.ts';
import { quote } from '../../diagnostics/quote.ts';
import { defined } from '../../util/defined.ts';
import type { ArticleContext } from '../normalize/fields/field-context.ts';
import { plainText } from '../normalize/values/plain-text.ts';
import { findMarkdownLimit } from './block-limits.ts';
import { createHandlers } from './hast-handlers.ts';
import { fixNesting } from './html/fix-nesting.ts';
import { mergeHtml } from './html/merge-html.ts';
import { limitInlineMarks, withoutEmailAutolinks } from './inline-limits.ts';
import { createLosses, type Losses, type Warn } from './report/losses.ts';
import { hasTemplates, type MarkdownRanges, translateTemplates } from './templates/translate-templates.ts';
import { FOOTNOTE_ID } from './tree/body-ids.ts';
import { convertBody } from './tree/convert-body.ts';

const SYNTAX = withoutEmailAutolinks(gfm());
const TREE = gfmFromMarkdown();
const MAX_LENGTH = 500_000;
/** A blank body below this length has no diagnostics. Most legacy content has no body. */
const MAX_BLANK = 1_000;

/**
 * Parses an article's body into a tree: Markdown with GitHub's extensions, HTML, and the syntax of other programs, see
 * `translateTemplates`. HTML becomes elements of the same tree, URLs are checked, and images are read like those in front
 * matter. Parts that would take too long to parse become plain text. What is left out is a warning.
 * https://spec.commonmark.org/ https://github.github.com/gfm/
 */
export function parseBody(body: string, context: ArticleContext): BodyNode[] {
  if (body.length < MAX_BLANK && body.trim() === '') return [];
  const warn: Warn = (code, message, location, hint) => {
    const more = { ...defined('location', location), ...defined('hint', hint) };
    context.report({ severity: 'warning', path: ['body'], code, message, ...more });
  };
  if (body.length > MAX_LENGTH) {
    const [max, found] = [MAX_LENGTH, body.length].map((length) => length.toLocaleString('en'));
    warn('cut', `Expected at most ${max} characters, found ${found}; the rest is left out.`);
  }
  const text = body.slice(0, MAX_LENGTH);
  const limit = findMarkdownLimit(text);
  if (!limit) return parsePart(text, context, warn);
  warn(
    'plain-text',
    `Expected at most ${limit.expected}, found more; from here the body is plain text.`,
    limit.location,
  );
  return [...parsePart(text.slice(0, limit.end), context, warn), ...plainParagraphs(text.slice(limit.end))];
}

function parsePart(source: string, context: ArticleContext, warn: Warn): BodyNode[] {
  if (source.trim() === '') return [];
  const losses = createLosses(warn);
  try {
    const { text, toSource } = hasTemplates(source, context)
      ? translateTemplates(source, { context, addLoss: losses.add, findRanges })
      : { text: source, toSource: asItIs };
    const root = parseMarkdown(text, { warn, losses, toSource });
    const hasDefinitions = /\n[ \t]*:[ \t]/.test(text);
    return convertBody(root, { context, warn, losses, hasDefinitions, toSource });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    warn('plain-text', 'Expected a body with less nesting, found one too deep to parse; it is shown as plain text.');
    return plainParagraphs(source);
  } finally {
    losses.report();
  }
}

const asItIs = (location: SourceLocation): SourceLocation => location;

interface ParseInput {
  warn: Warn;
  losses: Losses;
  toSource: (location: SourceLocation) => SourceLocation;
}

/** Parses Markdown to a tree of HTML elements. */
function parseMarkdown(markdown: string, { warn, losses, toSource }: ParseInput): Root {
  const tooManyAt: SourceLocation[] = [];
  const tree = toMdast(markdown, (location) => tooManyAt.push(location));
  if (tooManyAt[0]) warn('plain-text', TOO_MANY_MARKS, toSource(tooManyAt[0]));
  const { handlers, found } = createHandlers();
  const root = toHast(tree, { allowDangerousHtml: true, clobberPrefix: FOOTNOTE_ID, handlers }) as Root;
  for (const { identifier, start } of found.unusedFootnotes()) {
    const message = `Expected a reference to the footnote ${quote(identifier)}, found none; the footnote is left out.`;
    warn('left-out', message, start && toSource({ line: start.line, column: start.column }));
  }
  if (!found.hasHtml) return root;
  return fixNesting(mergeHtml(root, ({ location, ...loss }) => losses.add({ location: toSource(location), ...loss })));
}

const TOO_MANY_MARKS = 'Expected fewer marks such as `*` and `[` in one paragraph; the rest of the line is plain text.';

/** Chinese, Japanese and Korean letters and punctuation. */
const CJK = /[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

const CJK_SYNTAX = [cjkFriendlyExtension(), gfmStrikethroughCjkFriendly()];

/**
 * CommonMark does not end bold text beside full-width punctuation, as it expects a space there. Texts without spaces need
 * another rule, which the extensions know.
 */
const toMdast = (markdown: string, onTooManyMarks: (location: SourceLocation) => void) =>
  fromMarkdown(markdown, {
    extensions: [SYNTAX, ...(CJK.test(markdown) ? CJK_SYNTAX : []), limitInlineMarks(onTooManyMarks)],
    mdastExtensions: [TREE],
  });

/** The offsets of the code in Markdown, blocks and spans, and of its blocks of HTML. */
function findRanges(markdown: string): MarkdownRanges {
  const ranges: MarkdownRanges = { code: [], html: [] };
  const visit = (node: ReturnType<typeof toMdast>['children'][number], isInText: boolean): void => {
    const { start, end } = node.position ?? {};
    const range: [number, number] = [start?.offset ?? 0, end?.offset ?? 0];
    if (node.type === 'code' || node.type === 'inlineCode') ranges.code.push(range);
    if (node.type === 'html' && !isInText) ranges.html.push(range);
    const isText = isInText || node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    if ('children' in node) for (const child of node.children) visit(child, isText);
  };
  for (const child of toMdast(markdown, () => {}).children) visit(child, false);
  return ranges;
}

/** Splits plain text into paragraphs at blank lines. */
const plainParagraphs = (text: string): BodyNode[] =>
  text.split(/(?:\r\n|\n|\r)[ \t]*(?=[\r\n])/).flatMap((paragraph) => {
    const plain = plainText(paragraph);
    return plain === '' ? [] : [{ tag: 'p' as const, children: [plain] }];
  });
