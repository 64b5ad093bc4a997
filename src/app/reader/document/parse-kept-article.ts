import type { BodyNode } from '../../../model/body.ts';
import { type DropCounter, isRecord, list } from '../../data/parse/check-value.ts';
import { parseBody, parseVideo } from '../../data/parse/parse-body.ts';
import { parseRelatedStory } from '../../data/parse/parse-story.ts';
import type { KeptArticle } from './kept-article.ts';
import { withoutImages } from './parse-saved-story.ts';

const MAX_RELATED = 500;

/** Checks what is kept of a saved article. Nodes, attributes and addresses that are not in our schema are dropped. */
export function parseKeptArticle(value: unknown, counter: DropCounter): KeptArticle | undefined {
  if (!isRecord(value)) return undefined;
  const body = keepNodes(parseBody(value['body'], counter));
  const video = value['video'] === undefined ? undefined : parseVideo(value['video']);
  const related = list(value['related'], MAX_RELATED, (story) => parseRelatedStory(story, counter), counter);
  return { ...(body.length > 0 && { body }), ...(video && { video }), related: related.map(withoutImages) };
}

/** Files of the site go when the article is withdrawn: images are replaced by their descriptions, links by their texts. */
const keepNodes = (nodes: BodyNode[]): BodyNode[] =>
  nodes.flatMap((node): BodyNode[] => {
    if (typeof node === 'string') return [node];
    if (node.tag === 'img') return node.alt ? [node.alt] : [];
    const { href, children, ...rest } = node;
    const isKept = href !== undefined && /^(?:#|[a-z]+:)/i.test(href);
    return [{ ...rest, ...(isKept && { href }), ...(children && { children: keepNodes(children) }) }];
  });
