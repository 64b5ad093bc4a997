/** An article as the grouping of reports sees it. */
export interface EventReport {
  /** Changes with everything else in the report. */
  version: string;
  /** When it was published, in milliseconds since 1970. */
  at: number;
  /** Identifies its provider. Two reports of one provider are less likely on one event. */
  provider?: string;
  /** It is in no group. Its words count as those of others do. */
  isAlone?: boolean;
  /** Reads its words. */
  read: () => ReportText;
}

export interface ReportText {
  title: string;
  excerpt?: string;
}

/** The terms that reports on one event share, see `reportTerms`. */
export interface SharedTerms {
  /** The most telling first; no stop words. */
  terms: string[];
  /** Not all of the reports use each of them, only more than half. */
  isMost?: true;
}

/** Reports on one event. */
export interface ReportGroup extends SharedTerms {
  /** The indices of its reports in the list of all, oldest first. */
  members: number[];
  /** For each member the most similar other one, if possible with another text, as an index of `members`. */
  nearest: number[];
  /** For each member the oldest one with nearly the same text, as an index of `members`: itself for most. */
  sameText: number[];
}

/** In milliseconds. */
export const HOUR = 3_600_000;
