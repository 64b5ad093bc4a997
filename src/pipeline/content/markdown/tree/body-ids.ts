import type { Element, Nodes, Root } from 'hast';
import { BODY_ID } from '../../../../model/body.ts';

/** The ids of a body's elements, and the targets of links inside the body. */
export interface BodyIds {
  idOf: (element: Element) => string | undefined;
  /** The id for the fragment of a link, without `#`. */
  find: (fragment: string) => string | undefined;
}

const HEADING = /^h[1-6]$/;

/**
 * Gives headings ids from their text, as GitHub does, and keeps ids that the writer gave. The elements are indexed on the
 * first call, because most bodies have neither headings nor links to them.
 */
export function createBodyIds(root: Root): BodyIds {
  let index: { ids: Map<Element, string>; used: Set<string> } | undefined;
  const indexed = () => {
    index ??= indexIds(root);
    return index;
  };
  return {
    idOf: (element) => indexed().ids.get(element),
    find(fragment) {
      const id = bodyId(fragment);
      return indexed().used.has(id) ? id : undefined;
    },
  };
}

/**
 * The id of an element that the writer calls `name`: letters, digits and marks of any script, in lower case, with `-` for
 * spaces.
 */
export const bodyId = (name: string): string =>
  BODY_ID +
  name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/g, '-')
    .replace(/^-+/, '');

/** What begins the ids of footnotes. No other id begins so, because `bodyId` removes hyphens at the start. */
export const FOOTNOTE_ID = `${BODY_ID}-`;

function indexIds(root: Root): { ids: Map<Element, string>; used: Set<string> } {
  const elements: { element: Element; explicit: string | undefined }[] = [];
  collect(root, elements);
  const ids = new Map<Element, string>();
  const used = new Set<string>();
  const counts = new Map<string, number>();
  const assign = (element: Element, base: string): void => {
    let count = counts.get(base) ?? 0;
    let id = count === 0 ? base : `${base}-${count}`;
    for (; used.has(id); id = `${base}-${count}`) count += 1;
    counts.set(base, count);
    used.add(id);
    ids.set(element, id);
  };
  for (const { element, explicit } of elements) {
    if (explicit !== undefined && bodyId(explicit) !== BODY_ID) assign(element, bodyId(explicit));
  }
  for (const { element } of elements) {
    if (ids.has(element) || !HEADING.test(element.tagName)) continue;
    const id = bodyId(headingText(element));
    assign(element, id === BODY_ID ? `${BODY_ID}section` : id);
  }
  return { ids, used };
}

function collect(node: Nodes, elements: { element: Element; explicit: string | undefined }[]): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (HEADING.test(child.tagName)) elements.push({ element: child, explicit: nameOf(child) ?? anchorIn(child) });
    else {
      const explicit = isFootnote(child) ? undefined : nameOf(child);
      if (explicit !== undefined) elements.push({ element: child, explicit });
      collect(child, elements);
    }
  }
}

/** Footnotes and references to them have ids of their own. */
const isFootnote = ({ properties: { id, dataFootnoteRef } }: Element): boolean =>
  dataFootnoteRef !== undefined || (typeof id === 'string' && id.startsWith(FOOTNOTE_ID));

function nameOf({ tagName, properties: { id, name } }: Element): string | undefined {
  if (typeof id === 'string' && id.trim() !== '') return id;
  return tagName === 'a' && typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

/** The name of an anchor in a heading: `## <a id="x"></a>Title`. */
function anchorIn(heading: Element): string | undefined {
  for (const child of heading.children) {
    if (child.type === 'element' && child.tagName === 'a' && child.properties.href === undefined) return nameOf(child);
  }
  return undefined;
}

function headingText(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' && child.properties.dataFootnoteRef === undefined ? headingText(child) : '';
    })
    .join('');
}
