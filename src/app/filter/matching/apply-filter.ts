import type { DayRun } from '../../../model/edition.ts';
import type { Filter } from '../address/filter.ts';
import { rangesOfPeriod } from '../address/period.ts';
import { difference, inRanges, intersect, type Positions, positionsIn, union } from './position-sets.ts';

/** The data of an edition that a filter needs. */
export interface FilterData {
  /** The positions of a topic's stories. Empty for a topic that does not exist. */
  topic: (slug: string) => Positions;
  provider: (domain: string) => Positions;
  language: (language: string) => Positions;
  days: readonly DayRun[];
  /** The number of all stories. Only if the filter needs it. */
  total: number;
}

/** The positions of the stories that match a filter. */
export function applyFilter(filter: Filter, filterData: FilterData): Positions {
  const { not, period } = filter;
  const requested = requestedPositions(filter, filterData);
  const kept = not.reduce<Positions>((positions, slug) => difference(positions, filterData.topic(slug)), requested);
  return period === undefined ? kept : inRanges(kept, rangesOfPeriod(period, filterData.days));
}

/** The positions of the stories that match the topics, the provider and the language. */
function requestedPositions({ topics, match, provider, language }: Filter, filterData: FilterData): Positions {
  const lists = topics.map(filterData.topic);
  const combine = match === 'all' ? intersect : union;
  const byTopic = lists.length === 0 ? undefined : lists.reduce<Positions>(combineInto(combine), lists[0] as Positions);
  const byProvider = provider === undefined ? undefined : filterData.provider(provider);
  const byLanguage = language === undefined ? undefined : filterData.language(language);
  const [first, ...others] = [byTopic, byProvider, byLanguage].filter((positions) => positions !== undefined);
  return first ? others.reduce(intersect, first) : positionsIn([[0, filterData.total]]);
}

const combineInto =
  (combine: typeof intersect) =>
  (positions: Positions, list: Positions): Positions =>
    positions === list ? positions : combine(positions, list);

export const countStories = (days: readonly DayRun[]): number => days.reduce((total, [, count]) => total + count, 0);
