import type { Element, ElementContent } from 'hast';
import { titleOf } from '../report/title-of.ts';

interface Callout {
  kind: string;
  /** The blocks of the callout, its title first. */
  children: ElementContent[];
}

const MARKER = /^\s*\[!([\w-]{1,40})\][+-]?[ \t]*/;

/** Reads a quote that begins with `[!note]` or `[!note] Title`, as GitHub and Obsidian write a callout. */
export function readCallout(quote: Element): Callout | undefined {
  const index = quote.children.findIndex(({ type }) => type === 'element');
  const first = quote.children[index];
  const text = first?.type === 'element' && first.tagName === 'p' ? first.children[0] : undefined;
  if (first?.type !== 'element' || text?.type !== 'text') return undefined;
  const [marker, kind = ''] = MARKER.exec(text.value) ?? [];
  if (marker === undefined) return undefined;
  const { line, rest } = splitFirstLine([...textNode(text.value.slice(marker.length)), ...first.children.slice(1)]);
  const title = line.some(({ type, ...node }) => type !== 'text' || ('value' in node && node.value.trim() !== ''))
    ? line
    : [{ type: 'text' as const, value: titleOf(kind) }];
  const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children: title };
  const heading: Element = { type: 'element', tagName: 'p', properties: {}, children: [strong] };
  const content = rest.length > 0 ? [{ ...first, children: rest }] : [];
  return { kind: kind.toLowerCase(), children: [heading, ...content, ...quote.children.slice(index + 1)] };
}

const textNode = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Splits the content of a paragraph at its first line end. */
function splitFirstLine(nodes: readonly ElementContent[]): { line: ElementContent[]; rest: ElementContent[] } {
  const index = nodes.findIndex(
    (node) => (node.type === 'text' && node.value.includes('\n')) || (node.type === 'element' && node.tagName === 'br'),
  );
  const node = nodes[index];
  if (!node) return { line: [...nodes], rest: [] };
  if (node.type !== 'text') return { line: nodes.slice(0, index), rest: nodes.slice(index + 1) };
  const end = node.value.indexOf('\n');
  const [before, after] = [node.value.slice(0, end), node.value.slice(end + 1)];
  return {
    line: [...nodes.slice(0, index), ...textNode(before)],
    rest: [...textNode(after), ...nodes.slice(index + 1)],
  };
}
