import type { BodyNode, BodyTag } from '../body.ts';

/** Elements that do not end a word. */
const INLINE: ReadonlySet<BodyTag> = new Set([
  'code',
  'em',
  'strong',
  'del',
  'ins',
  'mark',
  'small',
  'sub',
  'sup',
  'kbd',
  'a',
]);

/** The text of a body that can be searched. */
export const bodyText = (nodes: readonly BodyNode[] = []): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const text = bodyText(node.children);
      return INLINE.has(node.tag) ? text : ` ${text} `;
    })
    .join('');
