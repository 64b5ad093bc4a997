import type { BodyElement, BodyNode, BodyTag } from '../../../model/body.ts';

/** Elements whose text is not part of a paragraph's. */
const SILENT: ReadonlySet<BodyTag> = new Set(['img', 'figure', 'video']);

/**
 * The plain text of the first paragraph of a body, for an excerpt. Skips headings, pictures, lists, tables, code, quotes
 * and callouts; the paragraphs of a quote count if there are no others. `parseBody` ends a paragraph at `<!--more-->`.
 */
export function firstParagraph(body: readonly BodyNode[]): string | undefined {
  return firstAmong(body) ?? firstAmong(body.flatMap((node) => (isQuote(node) ? (node.children ?? []) : [])));
}

function firstAmong(nodes: readonly BodyNode[]): string | undefined {
  for (const node of nodes) {
    const text = isElement(node, 'p') ? textOf(node.children) : '';
    if (text !== '') return text;
  }
  return undefined;
}

const isQuote = (node: BodyNode): node is BodyElement => isElement(node, 'blockquote') && !node.callout;

const isElement = (node: BodyNode, tag: BodyTag): node is BodyElement => typeof node !== 'string' && node.tag === tag;

/** The text of nodes on one line, without the numbers of footnotes. */
const textOf = (nodes: readonly BodyNode[] = []): string => rawTextOf(nodes).replace(/\s+/g, ' ').trim();

const rawTextOf = (nodes: readonly BodyNode[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.tag === 'br') return ' ';
      return node.note || SILENT.has(node.tag) ? '' : rawTextOf(node.children ?? []);
    })
    .join('');
