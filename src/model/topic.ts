/** A topic of an article. */
export interface Topic {
  slug: string;
  name: string;
}

/** A topic with the data that every page contains. */
export interface TopicLabel extends Topic {
  shortName?: string;
  /** The slug of its parent topic. */
  parent?: string;
  /** Nearly every article has this topic, so it does not help to distinguish articles. */
  isCommon?: true;
  /** The index of its colour among the eight topic colours, 0 to 7. */
  hue: number;
}

/** A topic in `data/topics.json`. */
export interface TopicEntry extends TopicLabel {
  /** The number of articles in its collection: those that name it or one of its subtopics. */
  count: number;
}
