import type { RelatedStory } from '../../../model/article.ts';
import type { BodyNode, Video } from '../../../model/body.ts';

/** What the browser keeps of a saved article besides `SavedStory`, so that it stays readable when it is withdrawn. */
export interface KeptArticle {
  /** Images are not kept: their descriptions stand in their places. */
  body?: BodyNode[];
  video?: Video;
  related: RelatedStory[];
}
