import type { DayRun } from '../../../model/edition.ts';
import type { Filter } from '../address/filter.ts';
import { rangesOf } from '../address/period.ts';
import { intersect, type Places, placesOf, subtract, unite, within } from './position-sets.ts';

/** What is known of an edition to answer a filter. */
export interface Holdings {
  /** The places of a topic's stories; none for a topic that is not there. */
  topic: (slug: string) => Places;
  provider: (domain: string) => Places;
  days: readonly DayRun[];
}

/** The places of the stories that a filter asks for. */
export function selectPlaces(filter: Filter, holdings: Holdings): Places {
  const { not, period } = filter;
  const asked = askedPlaces(filter, holdings);
  const kept = not.reduce<Places>((places, slug) => subtract(places, holdings.topic(slug)), asked);
  return period === undefined ? kept : within(kept, rangesOf(period, holdings.days));
}

/** Those of the topics and the provider. */
function askedPlaces({ topics, match, provider }: Filter, holdings: Holdings): Places {
  const lists = topics.map(holdings.topic);
  const combine = match === 'all' ? intersect : unite;
  const byTopic = lists.length === 0 ? undefined : lists.reduce<Places>(combineInto(combine), lists[0] as Places);
  const byProvider = provider === undefined ? undefined : holdings.provider(provider);
  if (byTopic && byProvider) return intersect(byTopic, byProvider);
  return byTopic ?? byProvider ?? placesOf([[0, countOf(holdings.days)]]);
}

const combineInto =
  (combine: typeof intersect) =>
  (places: Places, list: Places): Places =>
    places === list ? places : combine(places, list);

export const countOf = (days: readonly DayRun[]): number => days.reduce((total, [, count]) => total + count, 0);
