import type { Element, ElementContent } from 'hast';

/** A picture on its own: an image, or a link around one. */
interface Picture {
  node: Element;
  title: string;
}

/** The pictures of a paragraph that holds nothing else. */
export function picturesIn(paragraph: Element): Picture[] | undefined {
  const pictures: Picture[] = [];
  for (const node of paragraph.children) {
    if (isBlank(node)) continue;
    const image = node.type === 'element' ? imageOf(node) : undefined;
    if (node.type !== 'element' || !image) return undefined;
    const { title } = image.properties;
    pictures.push({ node, title: typeof title === 'string' ? title : '' });
  }
  return pictures.length > 0 ? pictures : undefined;
}

function imageOf(node: Element): Element | undefined {
  if (node.tagName === 'img') return node;
  if (node.tagName !== 'a' && node.tagName !== 'picture') return undefined;
  const inner = node.children.filter(
    (child) => !isBlank(child) && !(child.type === 'element' && child.tagName === 'source'),
  );
  const [only] = inner;
  return inner.length === 1 && only?.type === 'element' ? imageOf(only) : undefined;
}

const isBlank = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() === '' : node.type !== 'element' || node.tagName === 'br';
