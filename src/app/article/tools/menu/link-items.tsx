import type { Summary } from '../../../../model/article.ts';
import { type LinkKind, selectLink, storyLinks } from '../../source-links/story-links.ts';
import { toolsStrings as words } from '../text/tools-strings.ts';

interface LinkItemsProps {
  article: Summary;
  /** The kind of link that the reader prefers. */
  preferred: LinkKind;
}

/** The links of a story. The one that the card shows is marked. */
export function LinkItems({ article, preferred }: LinkItemsProps) {
  const links = storyLinks(article);
  const chosen = selectLink(links, preferred);
  return links.map((link) => (
    <li key={link.kind} data-chosen={link === chosen || undefined}>
      <a href={link.url}>
        <span>{words.links[link.kind]}</span> <bdi dir="ltr">{link.host}</bdi>
      </a>
    </li>
  ));
}
