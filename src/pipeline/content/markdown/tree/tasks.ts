import type { Element, ElementContent } from 'hast';

/** The checkbox at the start of a task, and the task without it. */
export function readTask(item: Element): { checked: boolean; item: Element } | undefined {
  const index = item.children.findIndex((child) => child.type === 'element');
  const first = item.children[index];
  if (first?.type !== 'element') return undefined;
  const before = item.children.slice(0, index);
  if (!before.every(isBlank)) return undefined;
  const rest = item.children.slice(index + 1);
  if (isCheckbox(first)) return { checked: isChecked(first), item: { ...item, children: withoutLeadingSpace(rest) } };
  if (first.tagName !== 'p') return undefined;
  const inner = readTask(first);
  return inner && { checked: inner.checked, item: { ...item, children: [inner.item, ...rest] } };
}

const isCheckbox = ({ tagName, properties }: Element): boolean => tagName === 'input' && properties.type === 'checkbox';

/** In HTML the attribute may have any value. */
const isChecked = ({ properties: { checked } }: Element): boolean => checked === true || typeof checked === 'string';

const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

function withoutLeadingSpace([first, ...rest]: readonly ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : [];
  const value = first.value.trimStart();
  return value === '' ? withoutLeadingSpace(rest) : [{ ...first, value }, ...rest];
}
