import { type CollectionId, PAGE_SIZE } from '../../../model/edition.ts';
import type { Filter } from '../address/filter.ts';
import type { FilterData } from './apply-filter.ts';
import { indexOfPosition, type Positions } from './position-sets.ts';

/** Where to find the summary of a story. */
export interface SummaryLocation {
  collection: CollectionId;
  /** In the collection, from its oldest article. */
  index: number;
  /** The archive page. Absent for articles that only the head has. */
  page?: number;
}

/**
 * Finds the file that contains the summary of each position. A story is in several collections. In the smallest one
 * that has all matches, they are on the fewest pages, so the fewest files are fetched.
 */
export function locateSummaries(positions: Positions, filter: Filter, filterData: FilterData): SummaryLocation[] {
  const sources = sourcesOf(filter, filterData);
  return positions.map((position) => {
    for (const { collection, positions: own } of sources) {
      const index = indexOfPosition(own, position);
      if (index >= 0) return createLocation(collection, index, own.length);
    }
    return createLocation({ kind: 'all' }, position, filterData.total);
  });
}

interface SourceCollection {
  collection: CollectionId;
  positions: Positions;
}

/** Collections that together have all matches, smallest first. None if only the collection of all articles does. */
function sourcesOf({ topics, match, provider }: Filter, filterData: FilterData): SourceCollection[] {
  const byTopic = topics.map(
    (slug): SourceCollection => ({ collection: { kind: 'topic', slug }, positions: filterData.topic(slug) }),
  );
  const ofProvider: SourceCollection[] =
    provider === undefined
      ? []
      : [{ collection: { kind: 'provider', domain: provider }, positions: filterData.provider(provider) }];
  const sizeOf = (sources: SourceCollection[]): number =>
    sources.reduce((sum, { positions }) => sum + positions.length, 0);
  if (match === 'any' && topics.length > 1) {
    return ofProvider.length > 0 && sizeOf(ofProvider) < sizeOf(byTopic) ? ofProvider : byTopic;
  }
  return [...byTopic, ...ofProvider].sort((a, b) => a.positions.length - b.positions.length).slice(0, 1);
}

function createLocation(collection: CollectionId, index: number, total: number): SummaryLocation {
  const page = Math.floor(index / PAGE_SIZE) + 1;
  return page <= Math.floor(total / PAGE_SIZE) ? { collection, index, page } : { collection, index };
}
