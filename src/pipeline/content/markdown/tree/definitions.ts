import type { Element, ElementContent } from 'hast';

/**
 * A list of definitions, if a paragraph is one: terms, one per line, and below them lines that begin with a colon.
 * https://kramdown.gettalong.org/syntax.html#definition-lists
 */
export function splitDefinitions(paragraph: Element): Element | undefined {
  const lines = splitLines(paragraph.children);
  const isDefinition = lines.map(([first]) => first?.type === 'text' && /^:[ \t]/.test(first.value));
  if (isDefinition[0] !== false || !isDefinition.includes(true)) return undefined;
  const items: Element[] = [];
  for (const [index, line] of lines.entries()) {
    const last = items.at(-1);
    if (isDefinition[index]) items.push(itemOf('dd', withoutColon(line)));
    // A definition may go on in the next line. A term is followed by a definition.
    else if (last?.tagName === 'dd' && !isDefinition.slice(index).includes(true))
      last.children.push({ type: 'text', value: '\n' }, ...line);
    else items.push(itemOf('dt', line));
  }
  return { ...paragraph, tagName: 'dl', children: items };
}

function splitLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') lines.at(-1)?.push(node);
    else
      for (const [index, value] of node.value.split('\n').entries()) {
        if (index > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ type: 'text', value });
      }
  }
  return lines.filter((line) => line.length > 0);
}

const withoutColon = ([first, ...rest]: readonly ElementContent[]): ElementContent[] =>
  first?.type === 'text' ? [{ ...first, value: first.value.replace(/^:[ \t]+/, '') }, ...rest] : rest;

const itemOf = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
