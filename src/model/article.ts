import type { BodyNode, Video } from './body.ts';
import type { Image } from './image.ts';
import type { Story } from './story.ts';
import type { Topic } from './topic.ts';

/** The part of an article that a card shows. */
export interface Summary extends Story {
  slug: string;
  topics: Topic[];
  /** At most 16, in the order of the file. */
  authors?: Author[];
  updatedAt?: string;
  /** The excerpt is the first paragraph of the body, because the file gives none. Then `Article` has no excerpt. */
  hasMadeExcerpt?: true;
  hasVideo?: true;
  isDraft?: true;
  /** The slug of its event, if other articles report it, too. See `EventCard`. */
  event?: string;
  /** Its date is in the future, so that the build leaves it out. Only the dev server shows it. */
  isScheduled?: true;
}

/** A story with its own content file and page. Its excerpt is complete; that of a summary is cut. */
export interface Article extends Summary {
  /** The path of its content file, relative to the content root, with forward slashes. */
  file: string;
  category?: string;
  /** Scores without a unit and without an upper bound. */
  quality?: number;
  heat?: number;
  /** All images; the first is the lead image. */
  images: Image[];
  video?: Video;
  /** It has a page, and is in no list. */
  isUnlisted?: true;
  /** It is a page of the publisher: no date, no source, no topics. */
  isPage?: true;
  related: RelatedStory[];
  /** Only for an article without related stories: the most similar articles by topics and time, most similar first. */
  nearest?: RelatedStory[];
  coverage?: Coverage;
  body?: BodyNode[];
}

/** A story inside an article. It has a slug if it is an article of this site. Files may omit its date. */
export interface RelatedStory extends Omit<Story, 'publishedAt'> {
  slug?: string;
  publishedAt?: string;
}

/** What other articles report on the event of an article. */
export interface Coverage {
  /** Words that all reports on the event have in title or excerpt, the most telling first; absent if there are none. */
  words?: string[];
  /** Not all of the reports have each of these words, only most. */
  isMost?: true;
  /** Content files name the event, so its reports need no words in common. */
  isNamed?: true;
  /** The time from the first to the last report, in whole hours, rounded up. Absent if it is damaged. */
  hours?: number;
  /** The number of reports, with the article itself. */
  total: number;
  /** Oldest first, at most `MAX_REPORTS`. */
  reports: CoverageReport[];
}

/** The largest number of reports in the coverage of an article. */
export const MAX_REPORTS = 12;

/** An article on the same event. */
export interface CoverageReport extends RelatedStory {
  slug: string;
  publishedAt: string;
  /** It is the most similar to the article, of all reports with another text if there is one. */
  isNearest?: true;
  /** The slug of the first report with nearly the same text, if that is another one. It may be that of the article. */
  sameTextAs?: string;
}

/** A person who wrote an article. */
export interface Author {
  name: string;
  /** An http(s) URL. */
  url?: string;
}
