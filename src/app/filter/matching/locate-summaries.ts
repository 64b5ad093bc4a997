import { type Feed, PAGE_SIZE } from '../../../model/edition.ts';
import type { Filter } from '../address/filter.ts';
import { countOf, type Holdings } from './apply-filter.ts';
import { indexOfPlace, type Places } from './position-sets.ts';

/** Where the summary of a story lies: in a feed, so far from its oldest article. */
export interface Spot {
  feed: Feed;
  index: number;
  /** The page of the feed's archive; absent for what only the head holds. */
  page?: number;
}

/**
 * Says for each place in which file its summary is found. A story stands in several feeds; the smallest that holds all
 * matches packs them most densely, so that few files are fetched.
 */
export function findSpots(places: Places, filter: Filter, holdings: Holdings): Spot[] {
  const sources = sourcesOf(filter, holdings);
  const total = countOf(holdings.days);
  return places.map((place) => {
    for (const { feed, places: own } of sources) {
      const index = indexOfPlace(own, place);
      if (index >= 0) return spotAt(feed, index, own.length);
    }
    return spotAt({ kind: 'all' }, place, total);
  });
}

interface Source {
  feed: Feed;
  places: Places;
}

/** Feeds that together hold every match, the better one first; none where only the feed of all does. */
function sourcesOf({ topics, match, provider }: Filter, holdings: Holdings): Source[] {
  const byTopic = topics.map((slug): Source => ({ feed: { kind: 'topic', slug }, places: holdings.topic(slug) }));
  const ofProvider: Source[] =
    provider === undefined
      ? []
      : [{ feed: { kind: 'provider', domain: provider }, places: holdings.provider(provider) }];
  const sizeOf = (sources: Source[]): number => sources.reduce((sum, { places }) => sum + places.length, 0);
  if (match === 'any' && topics.length > 1) {
    return ofProvider.length > 0 && sizeOf(ofProvider) < sizeOf(byTopic) ? ofProvider : byTopic;
  }
  return [...byTopic, ...ofProvider].sort((a, b) => a.places.length - b.places.length).slice(0, 1);
}

function spotAt(feed: Feed, index: number, total: number): Spot {
  const page = Math.floor(index / PAGE_SIZE) + 1;
  return page <= Math.floor(total / PAGE_SIZE) ? { feed, index, page } : { feed, index };
}
