/** A topic as an article names it. */
export interface Topic {
  slug: string;
  name: string;
}

/** A topic as every page knows it. */
export interface TopicLabel extends Topic {
  shortName?: string;
  /** The slug of the topic above it. */
  parent?: string;
  /** Carried by nearly every article, so it tells stories apart no better than "all". */
  isCommon?: true;
  /** Which of the eight topic colours it takes, 0 to 7. */
  hue: number;
}

/** A topic as the edition lists it. */
export interface TopicEntry extends TopicLabel {
  /** How many articles its feed holds: those that name it or a topic below it. */
  count: number;
}
