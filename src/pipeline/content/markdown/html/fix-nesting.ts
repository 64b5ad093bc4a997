import type { Element, ElementContent, Root, RootContent } from 'hast';
import { BLOCKS, GROUPS, INLINE, isBlock } from './html-elements.ts';

/**
 * Fixes the nesting of elements, so that browsers parse the rendered page to the same tree and hydration finds it: no
 * block in a paragraph, only rows in a table, only items in a list. Text and pictures stay, in their order.
 * https://html.spec.whatwg.org/multipage/dom.html#content-models
 */
export function fixNesting(root: Root): Root {
  const budget: Budget = { copies: MAX_COPIES };
  const children = flow(root.children as ElementContent[], IN_PARAGRAPHS, budget);
  return { type: 'root', children: withoutNestedLinks(children, false) };
}

/** A link in a link is replaced by its content. */
const withoutNestedLinks = (nodes: readonly ElementContent[], isInLink: boolean): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    const isLink = node.tagName === 'a' || MEDIA.has(node.tagName);
    const children = withoutNestedLinks(node.children, isInLink || isLink);
    return isLink && isInLink ? children : [{ ...node, children }];
  });

/** An element of text around blocks is copied into each of them: `<b><p>…</p><p>…</p></b>`. */
const MAX_COPIES = 5_000;

interface Budget {
  copies: number;
}

interface FlowRule {
  /** Whether text beside blocks is put into paragraphs: always, only if there are blocks, or never. */
  paragraphs: 'always' | 'beside blocks' | 'never';
}

const IN_PARAGRAPHS: FlowRule = { paragraphs: 'always' };
const BESIDE_BLOCKS: FlowRule = { paragraphs: 'beside blocks' };
const LOOSE: FlowRule = { paragraphs: 'never' };

/** The content of an element that may hold blocks. */
function flow(children: readonly ElementContent[], rule: FlowRule, budget: Budget): ElementContent[] {
  const groups = groupRuns(children.flatMap((child) => partsOf(child, budget)));
  const hasBlocks = groups.some((group) => !Array.isArray(group));
  const wraps = rule.paragraphs === 'always' || (rule.paragraphs === 'beside blocks' && hasBlocks);
  return groups.flatMap((group) => {
    if (!Array.isArray(group)) return [group];
    if (group.every(isBlank)) return [];
    return wraps ? [elementOf('p', withoutOuterSpace(group))] : group;
  });
}

/** Removes white space at both ends of a text. */
function withoutOuterSpace(nodes: readonly ElementContent[]): ElementContent[] {
  const start = nodes.findIndex((node) => !isBlank(node));
  const kept = nodes.slice(start === -1 ? nodes.length : start, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  return kept.map((node, index) => {
    if (node.type !== 'text') return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === kept.length - 1 ? value.trimEnd() : value };
  });
}

/** Joins neighbouring nodes that are not blocks. */
function groupRuns(parts: readonly ElementContent[]): (Element | ElementContent[])[] {
  const groups: (Element | ElementContent[])[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (isBlockElement(part)) groups.push(part);
    else if (Array.isArray(last)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** A node as blocks and text: groups and elements outside of their parent are replaced by their content. */
function partsOf(node: ElementContent, budget: Budget): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { tagName, children } = node;
  if (tagName === 'table') return tableOf(node, budget);
  if (tagName === 'ul' || tagName === 'ol') return [{ ...node, children: listItems(children, budget) }];
  if (tagName === 'dl') return [{ ...node, children: definitions(children, budget) }];
  if (tagName === 'figure') return [{ ...node, children: withInner(children, 'figcaption', LOOSE, budget) }];
  if (tagName === 'details') return [{ ...node, children: withInner(children, 'summary', IN_PARAGRAPHS, budget) }];
  if (tagName === 'blockquote' || tagName === 'section')
    return tagName === 'section' && node.properties.dataFootnotes === undefined
      ? flow(children, IN_PARAGRAPHS, budget)
      : [{ ...node, children: flow(children, IN_PARAGRAPHS, budget) }];
  if (tagName === 'hr' || tagName === 'iframe') return [node];
  if (tagName === 'pre') return [{ ...node, children: textOnly(children, '\n') }];
  if (/^h[1-6]$/.test(tagName)) return splitAround(node, budget);
  if (tagName === 'p') return splitAround(node, budget);
  if (GROUPS.has(tagName) || BLOCKS.has(tagName))
    return withId(node.properties.id, flow(children, IN_PARAGRAPHS, budget));
  if (tagName === 'span' && node.properties.id !== undefined) return splitAround({ ...node, tagName: 'a' }, budget);
  if (children.length > 0) return splitAround(node, budget);
  return INLINE.has(tagName) && node.properties.id === undefined && node.properties.name === undefined ? [] : [node];
}

/** Gives the id of an element that is replaced by its content to the first block in it. */
function withId(id: unknown, [first, ...rest]: readonly ElementContent[]): ElementContent[] {
  if (!first) return [];
  if (typeof id !== 'string' || first.type !== 'element' || first.properties.id !== undefined) return [first, ...rest];
  return [{ ...first, properties: { ...first.properties, id } }, ...rest];
}

/** An element of text. If it holds blocks, they replace it, and it is copied into the paragraphs among them. */
function splitAround(element: Element, budget: Budget): ElementContent[] {
  const isKept = INLINE.has(element.tagName) || BLOCKS.has(element.tagName) || MEDIA.has(element.tagName);
  const parts = element.children.flatMap((child) => partsOf(child, budget));
  const wrap = (children: ElementContent[]): ElementContent[] =>
    isKept && children.length > 0 ? [{ ...element, children }] : children;
  if (!parts.some(isBlockElement)) return wrap(parts);
  return groupRuns(parts).flatMap((group) => {
    if (Array.isArray(group)) return group.every(isBlank) ? [] : wrap(group);
    if (!INLINE.has(element.tagName) || !TEXT_BLOCKS.test(group.tagName) || budget.copies === 0) return [group];
    budget.copies -= 1;
    return [{ ...group, children: [{ ...element, children: group.children }] }];
  });
}

/** They become links. */
const MEDIA: ReadonlySet<string> = new Set(['video', 'audio']);

const TEXT_BLOCKS = /^(?:p|h[1-6])$/;

/** The content of an element whose first `inner` element is special: the caption of a figure, the summary of details. */
function withInner(
  children: readonly ElementContent[],
  inner: 'figcaption' | 'summary',
  rule: FlowRule,
  budget: Budget,
): ElementContent[] {
  const found = children.find((child) => isElement(child) && child.tagName === inner);
  const rest = flow(
    children.filter((child) => child !== found),
    rule,
    budget,
  );
  if (!found || !isElement(found)) return rest;
  const element = { ...found, children: withoutOuterSpace(textOnly(found.children, ' ')) };
  return inner === 'summary' ? [element, ...rest] : [...rest, element];
}

/** Elements of text and videos, without the blocks around them. Blocks are separated. */
function textOnly(children: readonly ElementContent[], separator: string): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || child.tagName === 'iframe') return [child];
    const content = textOnly(child.children, separator);
    if (!isBlock(child.tagName)) return [{ ...child, children: content }];
    return content.length === 0 ? [] : [...content, { type: 'text', value: separator }];
  });
}

function listItems(children: readonly ElementContent[], budget: Budget): ElementContent[] {
  return collect(children, (child) => child.tagName === 'li', 'li').map((item) => ({
    ...item,
    children: flow(item.children, LOOSE, budget),
  }));
}

function definitions(children: readonly ElementContent[], budget: Budget): ElementContent[] {
  const flat = children.flatMap((child) => (isElement(child) && child.tagName === 'div' ? child.children : child));
  return collect(flat, ({ tagName }) => tagName === 'dt' || tagName === 'dd', 'dd').map((item) => ({
    ...item,
    children: item.tagName === 'dt' ? textOnly(item.children, ' ') : flow(item.children, BESIDE_BLOCKS, budget),
  }));
}

/** The children that belong into a list. All others are put into items of their own. */
function collect(
  children: readonly ElementContent[],
  belongs: (child: Element) => boolean,
  tagName: string,
): Element[] {
  const items: Element[] = [];
  let stray: Element | undefined;
  for (const child of children) {
    if (isElement(child) && belongs(child)) {
      items.push(child);
      stray = undefined;
    } else if (!isBlank(child)) {
      if (!stray) items.push((stray = elementOf(tagName, [])));
      stray.children.push(child);
    }
  }
  return items;
}

const SECTIONS = /^(?:thead|tbody|tfoot)$/;

/** A table. What is not part of one of its rows is moved before it. */
function tableOf(table: Element, budget: Budget): ElementContent[] {
  const moved: ElementContent[] = [];
  const sections: Element[] = [];
  let caption: Element | undefined;
  let loose: Element | undefined;
  const cellsOf = (row: Element): Element => {
    const isCell = (cell: ElementContent): cell is Element => isElement(cell) && /^t[dh]$/.test(cell.tagName);
    moved.push(...row.children.filter((cell) => !isCell(cell)));
    const cells = row.children.filter(isCell);
    return {
      ...row,
      children: cells.map((cell) => ({ ...cell, children: flow(cell.children, BESIDE_BLOCKS, budget) })),
    };
  };
  const rowsOf = (section: Element): Element => {
    const isRow = (row: ElementContent): row is Element => isElement(row) && row.tagName === 'tr';
    moved.push(...section.children.filter((row) => !isRow(row)));
    return { ...section, children: section.children.filter(isRow).map(cellsOf) };
  };
  const intoLoose = (row: Element): void => {
    if (!loose) sections.push((loose = elementOf('tbody', [])));
    loose.children.push(row);
  };
  for (const child of table.children) {
    if (!isElement(child)) moved.push(child);
    else if (child.tagName === 'caption' && !caption) caption = { ...child, children: textOnly(child.children, ' ') };
    else if (SECTIONS.test(child.tagName)) {
      sections.push(rowsOf(child));
      loose = undefined;
    } else if (child.tagName === 'tr') intoLoose(cellsOf(child));
    else if (/^t[dh]$/.test(child.tagName)) {
      const last = loose?.children.at(-1);
      const row =
        last && isElement(last) && last.properties.isImplied ? last : elementOf('tr', [], { isImplied: true });
      row.children.push(...cellsOf(elementOf('tr', [child])).children);
      if (row !== last) intoLoose(row);
    } else if (child.tagName !== 'colgroup' && child.tagName !== 'col') moved.push(child);
  }
  const before = flow(moved, IN_PARAGRAPHS, budget);
  const filled = sections.filter(({ children }) => children.length > 0);
  return filled.length === 0 && !caption
    ? before
    : [...before, { ...table, children: [...(caption ? [caption] : []), ...filled] }];
}

const elementOf = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const isElement = (node: RootContent): node is Element => node.type === 'element';

const isBlockElement = (node: ElementContent): node is Element => isElement(node) && isBlock(node.tagName);

const isBlank = (node: ElementContent): boolean =>
  node.type === 'text' ? /^[ \t\n\r\f]*$/.test(node.value) : node.type !== 'element';
