import { type KeyedCache, openKeyedCache } from '../../../content/cache/keyed-cache.ts';
import { createBackground, MIN_BACKGROUND } from '../terms/background.ts';
import type { EventReport, ReportGroup } from '../terms/event-report.ts';
import { createTermTable, termsIn } from '../terms/term-table.ts';
import { firstToRead, weighTerms } from '../terms/weigh-terms.ts';
import { describeGroup } from './describe-group.ts';
import { findPairs } from './find-pairs.ts';
import { mergeGroups } from './merge-groups.ts';
import { countsOf, newSegments, type ReportSegment, restoreSegments, segmentEnds } from './report-segments.ts';

/** Groups are merged down to this similarity: `STRICT` in small papers, where weights are uncertain, or on request. */
const THRESHOLD = 0.21;
const STRICT_THRESHOLD = 0.24;
const SMALL = 50;

interface GroupInput {
  /** All of one language, oldest first. */
  reports: readonly EventReport[];
  /** A language tag without a region. */
  language: string;
  isStrict?: boolean;
  /** The version of the code, for the cache. */
  version?: string;
  cache?: KeyedCache<ReportSegment>;
}

interface Grouping {
  /** Groups of two and more reports, by their oldest one. */
  groups: ReportGroup[];
  /** There are so many similar reports at one time that not all pairs were compared. */
  isBounded: boolean;
}

/**
 * Groups reports on one event, by their words and times alone. The rule was chosen on labelled news, see
 * `npm run audit -- coverage`. A new report changes no group whose reports are all more than `MAX_HOURS` older.
 */
export function groupReports({
  reports,
  language,
  isStrict = false,
  version = '',
  cache = openKeyedCache(),
}: GroupInput): Grouping {
  const threshold = isStrict || reports.length < SMALL ? STRICT_THRESHOLD : THRESHOLD;
  const ends = segmentEnds(reports, `${version} ${language} ${threshold}`);
  const segments = restoreSegments(ends, cache);
  const restored = { end: ends[segments.length - 1]?.end ?? 0, openFrom: segments.at(-1)?.openFrom ?? 0 };
  const start = restored.openFrom;

  const terms = createTermTable({ reports, first: firstToRead(reports, start), language });
  const background = createBackground(terms.isStopWord);
  background.addCounts(restored.end, countsOf(segments, terms.idOf));
  // The background of `start` has not counted the reports after it.
  for (let index = Math.max(start, MIN_BACKGROUND); index < restored.end; index += 1)
    background.remove(termsIn(terms, index));
  for (let index = restored.end; index < Math.min(MIN_BACKGROUND, reports.length); index += 1)
    background.add(termsIn(terms, index));

  const weights = weighTerms({ reports, terms, background, start });
  const { pairs, isBounded } = findPairs({ reports, terms, weights, start });
  const groups = mergeGroups(pairs, threshold).map((members) => describeGroup({ members, terms, weights }));
  for (const { key, segment } of newSegments({ reports, ends, restored, terms, pairs, groups, isBounded }))
    cache.set(key, segment);
  return {
    groups: [...segments.flatMap((segment) => segment.groups), ...groups],
    isBounded: isBounded || segments.some((segment) => segment.isBounded),
  };
}
