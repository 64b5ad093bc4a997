import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the front page in the order of points. */
export const topStrings = {
  heading: 'Top stories',
  failed: 'The order of the top stories could not be loaded. The newest are first.',
  whyHere: 'Why here?',
  pinned: 'The publisher of this site has put it first.',
  points: (points: string) => `${points} points:`,
  sources: (count: number, points: string) => `${count} sources in 48 hours (${points})`,
  oneSource: 'one source in 48 hours (0)',
  noSource: 'no source in 48 hours (0)',
  newest: (points: string) => `its last report at the time of the newest one (${points})`,
  age: (hours: string, points: string) => `its last report ${hours} hours before the newest one (${points})`,
  quality: (percent: number, points: string) =>
    `a higher quality than ${percent} % of the newest stories with a score (${points})`,
  noQuality: 'no known quality (0)',
  movedDown: 'Stories with fewer points are before it, because half of the first twelve had its topic or its provider.',
} satisfies StringTable;
