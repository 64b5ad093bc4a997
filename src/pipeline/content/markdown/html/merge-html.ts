import type { Element, Nodes, Properties, Root, RootContent } from 'hast';
import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import type { Loss } from '../report/losses.ts';
import { INLINE, impliedEnds, LEFT_OUT, SYNONYMS, VOID } from './html-elements.ts';
import { type Attributes, type HtmlToken, tokenizeHtml } from './html-tokens.ts';

/** Elements nested deeper than this are replaced by their content. It bounds all searches for an open element. */
const MAX_OPEN = 100;
/** Comments at which an excerpt ends. */
const MORE = /^\s*(?:more|truncate|excerpt|readmore|read more)\s*$/i;

/** The HTML of a Markdown document, as `mdast-util-to-hast` keeps it. */
interface Raw {
  type: 'raw';
  value: string;
  position?: Element['position'];
}

type Child = RootContent | Raw;
type Parent = Root | Element;

/**
 * Merges the HTML between Markdown into the tree of elements: an element may be opened in one HTML node and closed in
 * another. Elements that a page must not have are left out with a warning. The result can still be nested wrongly, see
 * `fixNesting`. Time and memory are linear in the input.
 */
export function mergeHtml(root: Root, addLoss: (loss: Loss) => void): Root {
  const merged: Root = { type: 'root', children: [] };
  const builder = createBuilder(merged, lastEnds(root), addLoss);
  for (const child of root.children as Child[]) builder.walk(child);
  return merged;
}

function createBuilder(root: Root, endsAfter: Map<string, Element['position']>, addLoss: (loss: Loss) => void) {
  const stack: Parent[] = [root];
  let skipped: { name: string; depth: number; level: number } | undefined;
  let level = 0;

  const append = (node: RootContent): void => void (stack.at(-1) ?? root).children.push(node as Element);

  /**
   * Closes the innermost open element with one of these names, unless `within` is in between. Returns the elements that
   * were open in it.
   */
  const close = (closes: ReadonlySet<string>, within: ReadonlySet<string> | undefined): Parent[] => {
    for (let index = stack.length - 1; index > 0; index -= 1) {
      const name = nameOf(stack[index]);
      if (closes.has(name)) return stack.splice(index).slice(1);
      if (within?.has(name)) break;
    }
    return [];
  };

  const open = (element: Element): void => {
    const closed = impliedEnds(element.tagName).flatMap(({ closes, within }) => close(closes, within));
    // A block in bold text ends the paragraph, but not the bold text.
    for (const wrapper of closed.filter(isText)) push({ ...wrapper, children: [] });
    push(element);
  };

  const push = (element: Element): void => {
    append(element);
    if (!VOID.has(element.tagName)) stack.push(element);
  };

  const startTag = (token: Extract<HtmlToken, { type: 'start' }>, at: (offset: number) => SourceLocation): void => {
    const { name, written, attributes, isSelfClosing, start } = token;
    const location = at(start);
    const isCheckbox = name === 'input' && attributes.get('type')?.toLowerCase() === 'checkbox';
    if (LEFT_OUT.has(name) && !isCheckbox) {
      addLoss({ found: `<${name}>`, expected: 'text, pictures or links', location });
      if (!VOID.has(name) && !(isSelfClosing && FOREIGN.test(name))) skipped = { name, depth: 1, level };
      return;
    }
    if (/^[A-Z]/.test(written) && isComponent(written)) {
      const outcome = isSelfClosing ? 'it is left out' : 'only its content is shown';
      addLoss({ found: `<${written}>`, expected: 'Markdown or HTML', outcome, location });
    }
    if (stack.length > MAX_OPEN) return;
    const tagName = SYNONYMS[name] ?? name;
    open({ type: 'element', tagName, properties: propertiesOf(attributes), children: [], position: pointAt(location) });
    // Writers of XHTML and of components close elements in this way.
    if (isSelfClosing && !VOID.has(name)) stack.pop();
    else if (name === 'iframe') skipped = { name, depth: 1, level };
  };

  const endTag = (name: string): void => {
    if (name === 'br') append({ type: 'element', tagName: 'br', properties: {}, children: [] });
    else if (!VOID.has(name)) close(new Set([SYNONYMS[name] ?? name]), CELLS.has(name) ? undefined : CELLS);
  };

  const skip = (token: HtmlToken): void => {
    if (!skipped || (token.type !== 'start' && token.type !== 'end') || token.name !== skipped.name) return;
    if (token.type === 'end') skipped.depth -= 1;
    else if (!token.isSelfClosing) skipped.depth += 1;
    if (skipped.depth === 0) {
      if (skipped.name === 'iframe') endTag('iframe');
      skipped = undefined;
    }
  };

  const raw = ({ value, position }: Raw): void => {
    const at = locatorIn(value, position);
    for (const token of tokenizeHtml(value)) {
      if (skipped) skip(token);
      else if (token.type === 'text') append({ type: 'text', value: token.text });
      else if (token.type === 'start') startTag(token, at);
      else if (token.type === 'end') endTag(token.name);
      else if (MORE.test(token.text)) close(PARAGRAPHS, CELLS);
      else if (!token.isClosed && token.text.trim() !== '') addLoss({ location: at(token.start), ...UNCLOSED });
    }
    // Without an end tag in the rest of the document, an element ends with the HTML that it is in.
    if (skipped && !hasEndAfter(endsAfter.get(skipped.name), position)) {
      if (skipped.name === 'iframe') endTag('iframe');
      skipped = undefined;
    }
  };

  const walk = (node: Child): void => {
    if (node.type === 'raw') raw(node);
    else if (node.type === 'text') {
      if (!skipped) append(node);
    } else if (node.type === 'element') {
      const { children, ...rest } = node;
      const element: Element = { children: [], ...rest };
      if (!skipped) open(element);
      const index = stack.lastIndexOf(element);
      level += 1;
      for (const child of children) walk(child);
      level -= 1;
      // HTML that was opened in this element ends with it.
      if (index > 0) stack.length = Math.min(stack.length, index);
      if (skipped && skipped.level > level) skipped = undefined;
    }
  };
  return { walk };
}

const UNCLOSED = { found: '<!--', expected: '`-->` at the end of a comment', outcome: 'the text after it is left out' };
const FOREIGN = /^(?:svg|math)$/;
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'table']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['p']);

/** Whether a name is that of a component: `Tabs`, `Foo.Bar`; not `DIV`. */
const isComponent = (written: string): boolean => /[a-z.]/.test(written);

const isText = (node: Parent): node is Element => node.type === 'element' && INLINE.has(node.tagName);

const nameOf = (node: Parent | undefined): string => (node?.type === 'element' ? node.tagName : '');

/** The attributes that a body uses. */
const ATTRIBUTES = new Set(
  'href src alt title width height id name align start type checked colspan rowspan data-callout data-src'.split(' '),
);

function propertiesOf(attributes: Attributes): Properties {
  const properties: Properties = {};
  for (const [name, value] of attributes) if (ATTRIBUTES.has(name)) properties[name] = value;
  return properties;
}

const pointAt = (location: SourceLocation): NonNullable<Element['position']> => ({ start: location, end: location });

/** Converts offsets in a raw node to locations. Columns after its first line do not count the marks of its containers. */
function locatorIn(value: string, position: Element['position']): (offset: number) => SourceLocation {
  const start = position?.start ?? { line: 1, column: 1 };
  let [line, lineStart, known] = [start.line, 0, 0];
  return (offset) => {
    for (let end = value.indexOf('\n', known); end !== -1 && end < offset; end = value.indexOf('\n', known)) {
      line += 1;
      known = end + 1;
      lineStart = known;
    }
    return { line, column: offset - lineStart + (lineStart === 0 ? start.column : 1) };
  };
}

/** The last raw node with the end tag of each element that may be left out. */
function lastEnds(root: Root): Map<string, Element['position']> {
  const ends = new Map<string, Element['position']>();
  const visit = (node: Nodes | Raw): void => {
    if (node.type === 'raw') {
      for (const [, name = ''] of node.value.matchAll(/<\/([a-z]+)/gi)) ends.set(name.toLowerCase(), node.position);
    } else if ('children' in node) for (const child of node.children as Child[]) visit(child);
  };
  visit(root);
  return ends;
}

const hasEndAfter = (last: Element['position'], position: Element['position']): boolean =>
  last !== undefined &&
  position !== undefined &&
  (last.start.line > position.start.line ||
    (last.start.line === position.start.line && last.start.column > position.start.column));
