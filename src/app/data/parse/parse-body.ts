import { BODY_ID, BODY_TAGS, type BodyElement, type BodyNode, type BodyTag, type Video } from '../../../model/body.ts';
import { count, type DropCounter, fields, isRecord, list, oneOf, text, yes } from './check-value.ts';
import { imageSource } from './parse-story.ts';

const MAX_NODES = 100_000;
const MAX_TEXT = 2_000_000;
/** React renders a deeper tree by recursion, and may run out of stack. */
const MAX_DEPTH = 100;
const MAX_NAME = 500;
/** React renders no children in them, but throws. */
const VOID_TAGS: ReadonlySet<BodyTag> = new Set(['br', 'hr', 'img']);

/** Checks the body of an article. Nodes, attributes and addresses that are not in our schema are dropped. */
export function parseBody(value: unknown, counter: DropCounter): BodyNode[] {
  const budget = { nodes: MAX_NODES };
  return list(value, MAX_NODES, (node) => parseNode(node, { depth: 0, budget, counter }), counter);
}

interface NodeContext {
  depth: number;
  budget: { nodes: number };
  counter: DropCounter;
}

function parseNode(value: unknown, context: NodeContext): BodyNode | undefined {
  const { depth, budget, counter } = context;
  budget.nodes -= 1;
  if (budget.nodes < 0 || depth > MAX_DEPTH) return undefined;
  if (typeof value === 'string') return text(MAX_TEXT)(value);
  if (!isRecord(value)) return undefined;
  const tag = oneOf(BODY_TAGS)(value['tag']);
  if (tag === undefined) return text(MAX_TEXT)(value['alt']);
  const children = list(
    VOID_TAGS.has(tag) ? undefined : value['children'],
    MAX_NODES,
    (child) => parseNode(child, { ...context, depth: depth + 1 }),
    counter,
  );
  return { tag, ...fields<Attributes>(value, ATTRIBUTES, counter), ...(children.length > 0 && { children }) };
}

type Attributes = Required<Omit<BodyElement, 'tag' | 'children'>>;

const id = (value: unknown): string | undefined =>
  typeof value === 'string' && value.startsWith(BODY_ID) && value.length <= MAX_NAME ? value : undefined;

/** As `BodyElement` describes it. */
const href = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  if (value.startsWith('#')) return id(value.slice(1)) && value;
  return /^(mailto|tel):[^\s]+$/i.test(value) ? text(MAX_NAME)(value) : imageSource(value);
};

/** A path of this site. Two slashes at the start would be another host. */
const sitePath = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : undefined;

export function parseVideo(value: unknown): Video | undefined {
  if (!isRecord(value)) return undefined;
  const host = oneOf(['youtube', 'vimeo'] as const)(value['host']);
  const video = typeof value['id'] === 'string' && /^[\w-]{1,64}$/.test(value['id']) ? value['id'] : undefined;
  return host && video !== undefined ? { host, id: video } : undefined;
}

const ATTRIBUTES: { [K in keyof Attributes]: (value: unknown) => Attributes[K] | undefined } = {
  id,
  href,
  to: sitePath,
  note: oneOf(['reference', 'back'] as const),
  src: imageSource,
  alt: (value) => (value === '' ? value : text(MAX_TEXT)(value)),
  title: text(MAX_TEXT),
  width: count,
  height: count,
  start: count,
  checked: (value) => (value === false ? false : yes(value)),
  align: oneOf(['left', 'center', 'right'] as const),
  colSpan: count,
  rowSpan: count,
  callout: (value) => (typeof value === 'string' && /^[a-z-]{1,40}$/.test(value) ? value : undefined),
  video: parseVideo,
};
