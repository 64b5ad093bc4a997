import type { BodyNode } from './body.ts';
import type { Image } from './image.ts';
import type { Story } from './story.ts';
import type { Topic } from './topic.ts';

/** The part of an article that a card shows. */
export interface Summary extends Story {
  slug: string;
  topics: Topic[];
  updatedAt?: string;
  hasVideo?: true;
  isDraft?: true;
}

/** A story with its own content file and page. Its excerpt is whole; a summary's is cut. */
export interface Article extends Summary {
  /** The path of its content file below the content root, with forward slashes. */
  file: string;
  category?: string;
  /** Unit-less scores without an upper bound. */
  quality?: number;
  heat?: number;
  /** All images; the first is the lead image. */
  images: Image[];
  video?: Video;
  related: RelatedStory[];
  /** Where its file names no related stories: those of ours that are nearest to it by topics and time, nearest first. */
  nearest?: RelatedStory[];
  body?: BodyNode[];
}

/** A story inside an article. With a slug it is one of ours and has a page here. */
export interface RelatedStory extends Story {
  slug?: string;
}

export interface Video {
  host: 'youtube' | 'vimeo';
  id: string;
}
