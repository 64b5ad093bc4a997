import type { DayRun } from '../../../model/edition.ts';
import type { Filter } from '../address/filter.ts';
import { rangesOf } from '../address/period.ts';
import { difference, inRanges, intersect, type Positions, positionsIn, union } from './position-sets.ts';

/** What is known of an edition to answer a filter. */
export interface FilterData {
  /** The places of a topic's stories; none for a topic that is not there. */
  topic: (slug: string) => Positions;
  provider: (domain: string) => Positions;
  days: readonly DayRun[];
}

/** The places of the stories that a filter asks for. */
export function applyFilter(filter: Filter, filterData: FilterData): Positions {
  const { not, period } = filter;
  const asked = requestedPositions(filter, filterData);
  const kept = not.reduce<Positions>((positions, slug) => difference(positions, filterData.topic(slug)), asked);
  return period === undefined ? kept : inRanges(kept, rangesOf(period, filterData.days));
}

/** Those of the topics and the provider. */
function requestedPositions({ topics, match, provider }: Filter, filterData: FilterData): Positions {
  const lists = topics.map(filterData.topic);
  const combine = match === 'all' ? intersect : union;
  const byTopic = lists.length === 0 ? undefined : lists.reduce<Positions>(combineInto(combine), lists[0] as Positions);
  const byProvider = provider === undefined ? undefined : filterData.provider(provider);
  if (byTopic && byProvider) return intersect(byTopic, byProvider);
  return byTopic ?? byProvider ?? positionsIn([[0, countOf(filterData.days)]]);
}

const combineInto =
  (combine: typeof intersect) =>
  (positions: Positions, list: Positions): Positions =>
    positions === list ? positions : combine(positions, list);

export const countOf = (days: readonly DayRun[]): number => days.reduce((total, [, count]) => total + count, 0);
