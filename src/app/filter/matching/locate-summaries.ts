import { type CollectionId, PAGE_SIZE } from '../../../model/edition.ts';
import type { Filter } from '../address/filter.ts';
import { countOf, type FilterData } from './apply-filter.ts';
import { indexOfPosition, type Positions } from './position-sets.ts';

/** Where the summary of a story lies: in a feed, so far from its oldest article. */
export interface SummaryLocation {
  collection: CollectionId;
  index: number;
  /** The page of the feed's archive; absent for what only the head holds. */
  page?: number;
}

/**
 * Says for each place in which file its summary is found. A story stands in several feeds; the smallest that holds all
 * matches packs them most densely, so that few files are fetched.
 */
export function locateSummaries(positions: Positions, filter: Filter, filterData: FilterData): SummaryLocation[] {
  const sources = sourcesOf(filter, filterData);
  const total = countOf(filterData.days);
  return positions.map((position) => {
    for (const { collection, positions: own } of sources) {
      const index = indexOfPosition(own, position);
      if (index >= 0) return locationAt(collection, index, own.length);
    }
    return locationAt({ kind: 'all' }, position, total);
  });
}

interface Source {
  collection: CollectionId;
  positions: Positions;
}

/** Feeds that together hold every match, the better one first; none where only the feed of all does. */
function sourcesOf({ topics, match, provider }: Filter, filterData: FilterData): Source[] {
  const byTopic = topics.map(
    (slug): Source => ({ collection: { kind: 'topic', slug }, positions: filterData.topic(slug) }),
  );
  const ofProvider: Source[] =
    provider === undefined
      ? []
      : [{ collection: { kind: 'provider', domain: provider }, positions: filterData.provider(provider) }];
  const sizeOf = (sources: Source[]): number => sources.reduce((sum, { positions }) => sum + positions.length, 0);
  if (match === 'any' && topics.length > 1) {
    return ofProvider.length > 0 && sizeOf(ofProvider) < sizeOf(byTopic) ? ofProvider : byTopic;
  }
  return [...byTopic, ...ofProvider].sort((a, b) => a.positions.length - b.positions.length).slice(0, 1);
}

function locationAt(collection: CollectionId, index: number, total: number): SummaryLocation {
  const page = Math.floor(index / PAGE_SIZE) + 1;
  return page <= Math.floor(total / PAGE_SIZE) ? { collection, index, page } : { collection, index };
}
