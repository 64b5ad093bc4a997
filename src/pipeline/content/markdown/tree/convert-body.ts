import type { Element, Root, RootContent } from 'hast';
import { BODY_TAGS, type BodyElement, type BodyNode, type BodyTag } from '../../../../model/body.ts';
import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import { set } from '../../../util/defined.ts';
import type { ArticleContext } from '../../normalize/fields/field-context.ts';
import { parseVideo } from '../../normalize/fields/video.ts';
import { isBlock } from '../html/html-elements.ts';
import type { Losses, Warn } from '../report/losses.ts';
import { type BodyIds, createBodyIds, FOOTNOTE_ID } from './body-ids.ts';
import { readBodyImage } from './body-image.ts';
import { type LinkTarget, readable, readLink } from './body-links.ts';
import { readCallout } from './callouts.ts';
import { splitDefinitions } from './definitions.ts';
import { picturesIn } from './pictures.ts';
import { readTask } from './tasks.ts';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const TAGS: ReadonlySet<string> = new Set(BODY_TAGS);
/** Elements nested deeper than this are replaced by their content. */
const MAX_DEPTH = 40;
const MAX_SPAN = 100;

interface ConvertInput {
  context: ArticleContext;
  warn: Warn;
  losses: Losses;
  /** Whether a paragraph may be a list of definitions. */
  hasDefinitions: boolean;
  toSource: (location: SourceLocation) => SourceLocation;
}

/**
 * Converts a tree of HTML elements to the tree of a body. Only the elements and attributes that are read here get into
 * it; everything else is replaced by its content. URLs are checked, and images are read like those in front matter.
 */
export function convertBody(root: Root, input: ConvertInput): BodyNode[] {
  const topLevel = root.children.map(levelOf).reduce((a, b) => Math.min(a, b), HEADINGS.length);
  return convertChildren(root, { topLevel, depth: 1, ids: createBodyIds(root), ...input });
}

interface Conversion extends ConvertInput {
  /** The level of the body's highest heading, which becomes an `h2`: the page's title is its only `h1`. */
  topLevel: number;
  depth: number;
  ids: BodyIds;
}

const levelOf = (node: RootContent): number =>
  node.type === 'element' && HEADINGS.includes(node.tagName)
    ? HEADINGS.indexOf(node.tagName) + 1
    : Number.POSITIVE_INFINITY;

function convertChildren({ children }: Root | Element, context: Conversion): BodyNode[] {
  return children.flatMap((node, index) => {
    if (node.type === 'element') return convert(node, context);
    if (node.type !== 'text') return [];
    const isBetweenBlocks = isLineBreak(node.value) && (isEdge(children[index - 1]) || isEdge(children[index + 1]));
    return isBetweenBlocks ? [] : [cleanText(node.value)];
  });
}

const isLineBreak = (text: string): boolean => /^\n+$/.test(text);

/** Beside it a line break means nothing. */
const isEdge = (node: RootContent | undefined): boolean =>
  node === undefined || (node.type === 'element' && (node.tagName === 'br' || isBlock(node.tagName)));

/** Removes control characters and bidi controls, but keeps white space for code. */
const cleanText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').toWellFormed();

function convert(element: Element, context: Conversion): BodyNode[] {
  const read = READERS[element.tagName];
  if (read) return read(element, context);
  const tag = tagOf(element, context);
  const children = inner(element, context);
  return tag === undefined ? children : [bodyElement(tag, children, idOf(element, context))];
}

function tagOf(node: Element, { topLevel, depth }: Conversion): BodyTag | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const level = levelOf(node);
  // A heading inside a quote can have a higher level than `topLevel`.
  if (Number.isFinite(level)) return (['h2', 'h3', 'h4'] as const)[Math.max(0, Math.min(level - topLevel, 2))] ?? 'h2';
  return TAGS.has(node.tagName) ? (node.tagName as BodyTag) : undefined;
}

const inner = (element: Element, context: Conversion): BodyNode[] =>
  convertChildren(element, { ...context, depth: context.depth + 1 });

function bodyElement(tag: BodyTag, children: BodyNode[], id?: string): BodyElement {
  const element: BodyElement = { tag };
  set(element, 'id', id);
  if (children.length > 0) element.children = children;
  return element;
}

/** Only headings have ids in Markdown; any element may have one in HTML. */
const idOf = (element: Element, { ids }: Conversion): string | undefined =>
  HEADINGS.includes(element.tagName) || element.properties.id !== undefined || element.properties.name !== undefined
    ? ids.idOf(element)
    : undefined;

type Reader = (element: Element, context: Conversion) => BodyNode[];

/** The elements that are more than a tag with content. */
const READERS: Readonly<Partial<Record<string, Reader>>> = {
  a: readAnchor,
  img: (element, context) => readBodyImage(element, locationOf(element, context), context.context),
  p: readParagraph,
  pre: readPreformatted,
  li: readItem,
  ol: readNumberedList,
  blockquote: readQuote,
  figure: readFigure,
  section: readFootnotes,
  td: readCell,
  th: readCell,
  iframe: readVideo,
  video: readMedia,
  audio: readMedia,
  q: (element, context) => ['“', ...inner(element, context), '”'],
  input: () => [],
};

function locationOf({ position }: Element, { toSource }: Conversion): SourceLocation {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return toSource({ line, column });
}

function readAnchor(element: Element, context: Conversion): BodyNode[] {
  const { href, dataFootnoteRef, dataFootnoteBackref, id } = element.properties;
  if (dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined) {
    const link = bodyElement('a', inner(element, context), dataFootnoteRef === undefined ? undefined : String(id));
    link.href = String(href);
    link.note = dataFootnoteRef === undefined ? 'back' : 'reference';
    return [link];
  }
  const children = inner(element, context);
  const ownId = idOf(element, context);
  if (typeof href !== 'string') return ownId === undefined ? children : [bodyElement('a', children, ownId)];
  // An address in a text is not a link. Only links that the parser finds by itself have no position.
  if (!element.position && href.startsWith('mailto:')) return children;
  const target = targetOf(href, element, context);
  const picture = children.length === 0 ? imageIn(element) : undefined;
  if (!target || (children.length === 0 && !picture)) return children;
  // If the picture in a link cannot be used, the link stays.
  const text = picture ? [cleanText(String(picture.properties.alt ?? '')) || readable(href)] : children;
  return [linkElement(target, text, ownId)];
}

function imageIn(element: Element): Element | undefined {
  for (const child of element.children) {
    const image = child.type === 'element' ? (child.tagName === 'img' ? child : imageIn(child)) : undefined;
    if (image) return image;
  }
  return undefined;
}

const targetOf = (href: string, element: Element, context: Conversion): LinkTarget | undefined =>
  readLink(href, locationOf(element, context), { ids: context.ids, warn: context.warn, ...context.context });

function linkElement(target: LinkTarget, children: BodyNode[], id?: string): BodyElement {
  const link = bodyElement('a', children, id);
  return Object.assign(link, target);
}

function readParagraph(element: Element, context: Conversion): BodyNode[] {
  const pictures = picturesIn(element);
  if (pictures) {
    const usable = pictures.map(({ node, title }) => ({ content: convert(node, context), title }));
    const shown = usable.filter(({ content }) => content.length > 0);
    if (shown.length <= 1 || pictures.some(({ title }) => title !== ''))
      return usable.flatMap(({ content, title }) => figureOf(content, title));
    const spaced = shown.flatMap(({ content }, index) => (index === 0 ? content : [' ', ...content]));
    return [bodyElement('p', spaced, idOf(element, context))];
  }
  const definitions = context.hasDefinitions ? splitDefinitions(element) : undefined;
  if (definitions) return convert(definitions, context);
  const children = inner(element, context);
  if (children.length === 0) return [];
  return context.depth > MAX_DEPTH ? children : [bodyElement('p', children, idOf(element, context))];
}

/** A figure around a picture. Its title is its caption. The picture is absent if it cannot be used. */
function figureOf(content: BodyNode[], title: string): BodyNode[] {
  const caption = cleanText(title).trim();
  for (const image of imagesIn(content)) delete image.title;
  if (content.length === 0) return caption === '' ? [] : [bodyElement('p', [caption])];
  const captions = caption === '' ? [] : [bodyElement('figcaption', [caption])];
  return [bodyElement('figure', [...content, ...captions])];
}

function imagesIn(nodes: readonly BodyNode[]): BodyElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return node.tag === 'img' ? [node] : node.tag === 'a' ? imagesIn(node.children ?? []) : [];
  });
}

/** A figure of HTML. A picture in it gets no figure of its own. */
function readFigure(element: Element, context: Conversion): BodyNode[] {
  const deeper: Conversion = { ...context, depth: context.depth + 1 };
  const content: BodyNode[] = [];
  const captions: BodyNode[] = [];
  for (const child of element.children) {
    if (child.type !== 'element') {
      if (child.type === 'text' && child.value.trim() !== '') content.push(cleanText(child.value));
    } else if (child.tagName === 'figcaption') captions.push(...inner(child, deeper));
    else if (child.tagName === 'p' && picturesIn(child)) content.push(...inner(child, deeper));
    else content.push(...convert(child, deeper));
  }
  const titles = imagesIn(content).flatMap((image) => image.title ?? []);
  const caption = captions.length > 0 ? captions : titles.slice(0, 1);
  if (captions.length === 0) for (const image of imagesIn(content)) delete image.title;
  const isOnlyText = content.every((node) => typeof node === 'string');
  if (isOnlyText || context.depth > MAX_DEPTH) {
    const text = [...content, ...caption];
    return text.length > 0 ? [bodyElement('p', text)] : [];
  }
  const figcaption = caption.length > 0 ? [bodyElement('figcaption', caption)] : [];
  return [bodyElement('figure', [...content, ...figcaption], idOf(element, context))];
}

function readPreformatted(element: Element, context: Conversion): BodyNode[] {
  const children = inner(element, context);
  // Browsers ignore a line end at the start.
  while (typeof children[0] === 'string' && /^[\r\n]/.test(children[0])) {
    const first = children[0].replace(/^[\r\n]+/, '');
    children.splice(0, 1, ...(first === '' ? [] : [first]));
  }
  return context.depth > MAX_DEPTH ? children : [bodyElement('pre', children, idOf(element, context))];
}

function readItem(element: Element, context: Conversion): BodyNode[] {
  const task = readTask(element);
  const { id } = element.properties;
  const children = inner(task?.item ?? element, context);
  if (context.depth > MAX_DEPTH) return children;
  const isFootnote = typeof id === 'string' && id.startsWith(FOOTNOTE_ID);
  const item = bodyElement('li', children, isFootnote ? id : idOf(element, context));
  if (task) item.checked = task.checked;
  return [item];
}

function readNumberedList(element: Element, context: Conversion): BodyNode[] {
  const children = inner(element, context);
  if (context.depth > MAX_DEPTH) return children;
  const list = bodyElement('ol', children, idOf(element, context));
  const start = Number(element.properties.start ?? 1);
  if (Number.isSafeInteger(start) && start !== 1) list.start = start;
  return [list];
}

function readQuote(element: Element, context: Conversion): BodyNode[] {
  const written = element.properties['data-callout'];
  const callout = typeof written === 'string' ? undefined : readCallout(element);
  const children = inner(callout ? { ...element, children: callout.children } : element, context);
  if (context.depth > MAX_DEPTH) return children;
  const quote = bodyElement('blockquote', children, idOf(element, context));
  const kind = typeof written === 'string' ? written : callout?.kind;
  if (kind !== undefined && /^[\w-]{1,40}$/.test(kind)) quote.callout = kind;
  return [quote];
}

/** The footnotes of a body. The app has its own label for them. */
function readFootnotes(element: Element, context: Conversion): BodyNode[] {
  if (element.properties.dataFootnotes === undefined) return inner(element, context);
  const lists = element.children.filter((child) => child.type !== 'element' || child.tagName !== 'h2');
  return [bodyElement('section', inner({ ...element, children: lists }, context))];
}

function readCell(element: Element, context: Conversion): BodyNode[] {
  const children = inner(element, context);
  if (context.depth > MAX_DEPTH) return children;
  const cell = bodyElement(element.tagName as BodyTag, children);
  const { align, colspan, rowspan } = element.properties;
  if (align === 'left' || align === 'center' || align === 'right') cell.align = align;
  set(cell, 'colSpan', spanOf(colspan));
  set(cell, 'rowSpan', spanOf(rowspan));
  return [cell];
}

function spanOf(value: unknown): number | undefined {
  const span = typeof value === 'string' ? Number(value) : 1;
  return Number.isInteger(span) && span > 1 && span <= MAX_SPAN ? span : undefined;
}

/** An `iframe`: the video of a known host. */
function readVideo(element: Element, context: Conversion): BodyNode[] {
  const { src } = element.properties;
  const video = typeof src === 'string' ? parseVideo(src.trim()) : undefined;
  if (video) return [{ tag: 'video', video }];
  const hint = 'Link to the page instead.';
  const location = locationOf(element, context);
  context.losses.add({ found: '<iframe>', expected: 'a video of YouTube or Vimeo', location, hint });
  return [];
}

/** Video and audio files: a link to the file, because the page has no player for them. */
function readMedia(element: Element, context: Conversion): BodyNode[] {
  const sources = [element, ...element.children].flatMap((node) =>
    node.type === 'element' && typeof node.properties.src === 'string' ? [node.properties.src] : [],
  );
  const [source] = sources;
  const children = inner(element, context);
  const target = source === undefined ? undefined : targetOf(source, element, context);
  if (!target || source === undefined) return children;
  const hasText = children.some((child) => typeof child !== 'string' || child.trim() !== '');
  const name = source.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
  return [linkElement(target, hasText ? children : [cleanText(name) || source])];
}
