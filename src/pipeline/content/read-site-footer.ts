import type { BodyElement, BodyNode } from '../../model/body.ts';
import { defined } from '../util/defined.ts';
import type { LocalImageResult } from './images/local-images.ts';
import type { DeferredDiagnostic } from './locate-deferred.ts';
import { parseBody } from './markdown/parse-body.ts';
import type { BodyReference } from './normalize/fields/body-reference.ts';
import type { ReadOptions } from './read-article.ts';

export interface SiteFooter {
  /** Links to pages of the site are not resolved yet. */
  nodes: BodyNode[];
  references: BodyReference[];
  /** The files that the text links to. */
  images: LocalImageResult[];
  diagnostics: DeferredDiagnostic[];
}

/** The elements that the footer of pages can have. */
const BLOCKS = ['p', 'ul', 'ol'];
const INLINE = ['br', 'a', 'em', 'strong', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'kbd', 'code'];
const TAGS: ReadonlySet<string> = new Set([...BLOCKS, 'li', ...INLINE]);

/**
 * Parses the Markdown of the setting `footer` in this file: paragraphs, lists, links and emphasis. Of other elements the
 * text stays.
 */
export function readSiteFooter(footer: string | undefined, file: string, options: ReadOptions): SiteFooter {
  if (footer === undefined) return { nodes: [], references: [], images: [], diagnostics: [] };
  const references: BodyReference[] = [];
  const images: LocalImageResult[] = [];
  const diagnostics: DeferredDiagnostic[] = [];
  const body = parseBody(footer, {
    ...options,
    file,
    noteImage: (image) => images.push(image),
    noteReference: (reference) => references.push(reference) - 1,
    report: ({ path: _path, location: _location, ...diagnostic }) =>
      diagnostics.push({ file, names: ['footer'], ...diagnostic }),
  });
  const others = new Set<string>();
  const nodes = simplify(body, others);
  if (others.size > 0) {
    const tags = [...others].map((tag) => `\`${tag}\``).join(', ');
    const message = `Expected paragraphs, lists, links and emphasis, found ${tags}; only the text is shown.`;
    diagnostics.push({ file, names: ['footer'], severity: 'warning', code: 'simplified', message });
  }
  return { nodes, references, images, diagnostics };
}

/** Replaces other elements by paragraphs. Adds their tags to `others`. */
function simplify(nodes: readonly (BodyNode & { reference?: number })[], others: Set<string>): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (typeof node === 'string') return [node];
    const { tag, href, to, reference, alt, children }: BodyElement & { reference?: number } = node;
    const inner = children && simplify(children, others);
    // An id of the text has no place in a footer.
    if (href?.startsWith('#')) return inner ?? [];
    const element = { ...defined('href', href), ...defined('to', to), ...defined('reference', reference) };
    if (TAGS.has(tag)) return [{ tag, ...element, ...defined('children', inner) }];
    others.add(tag);
    if (inner === undefined) return alt ? [alt] : [];
    const hasBlocks = inner.some((child) => typeof child !== 'string' && BLOCKS.includes(child.tag));
    return hasBlocks ? inner : [{ tag: 'p', children: inner }];
  });
}
