import type { BodyElement, BodyNode } from '../../../model/body.ts';
import type { ResolvedLink } from './resolve-references.ts';

/** A link whose target is the reference with this index, see `BodyReference`. */
interface ReferringElement extends BodyElement {
  reference?: number;
}

/** Puts the resolved links into the JSON of an article. */
export function linkBody(articleJson: string, links: readonly (ResolvedLink | undefined)[]): string {
  const article = JSON.parse(articleJson) as { body?: BodyNode[] };
  if (article.body) article.body = linkNodes(article.body, links);
  return JSON.stringify(article);
}

/** Puts the resolved links into a text. A link that leads nowhere is replaced by its content. */
export function linkNodes(nodes: readonly BodyNode[], links: readonly (ResolvedLink | undefined)[]): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (typeof node === 'string') return [node];
    const { reference, children, ...rest }: ReferringElement = node;
    const linked = children && linkNodes(children, links);
    const withChildren = (element: BodyElement): BodyElement => (linked ? { ...element, children: linked } : element);
    if (reference === undefined) return [withChildren(rest)];
    const link = links[reference];
    return link ? [withChildren({ ...rest, ...link })] : (linked ?? []);
  });
}
