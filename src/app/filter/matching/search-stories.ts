import type { QueryClient } from '@tanstack/react-query';
import { StaleIndexError } from '../../search/index/index-source.ts';
import { forgetIndex, openSiteIndex } from '../../search/index/site-index.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { runSearch, type SearchOutcome } from '../../search/run-search.ts';
import type { Filter } from '../address/filter.ts';
import { applyFilter } from './apply-filter.ts';
import { fetchFilterData, type Matches } from './filter-data.ts';
import { isDateOperator, narrowByOperators } from './narrow-by-operators.ts';
import { type Positions, positionsIn } from './position-sets.ts';

/** The stories that match a filter with a query. If the index is of another edition, its manifest is fetched again, once. */
export async function searchStories(client: QueryClient, filter: Filter): Promise<Matches> {
  try {
    return await searchOnce(client, filter, false);
  } catch (error) {
    if (!(error instanceof StaleIndexError)) throw error;
    forgetIndex(client);
    return searchOnce(client, filter, true);
  }
}

async function searchOnce(client: QueryClient, filter: Filter, acceptsStale: boolean): Promise<Matches> {
  const query = parseQuery(filter.query ?? '');
  const needsDays = filter.period !== undefined || query.operators.some(isDateOperator);
  const [source, data] = await Promise.all([
    openSiteIndex(client, acceptsStale),
    fetchFilterData(client, filter, needsDays),
  ]);
  const { total } = source.manifest;
  const filterData = { ...data, total };
  const filtered = isNarrowing(filter) ? applyFilter(filter, filterData) : undefined;
  const allowed = await narrowByOperators(client, query.operators, filtered, filterData);
  const hasWords = query.words.length + query.excluded.length > 0;
  const search = hasWords
    ? await runSearch({ source, query, allowed: allowed && new Set(allowed) })
    : withoutWords(query.operators.length > 0 ? (allowed ?? positionsIn([[0, total]])) : []);
  return { filterData, search, positions: inOrder(search.positions, filter.order) };
}

const isNarrowing = ({ topics, not, provider, period, language }: Filter): boolean =>
  topics.length + not.length > 0 || [provider, period, language].some((value) => value !== undefined);

/** A query of operators alone finds all of their stories, the newest first; one of signs alone finds none. */
const withoutWords = (positions: Positions): SearchOutcome => ({
  positions: positions.toReversed(),
  isExact: true,
  words: [],
  match: 'all',
  required: [],
  excluded: [],
  corrections: [],
  isCut: false,
  isPartial: false,
  unsearched: [],
});

function inOrder(positions: number[], order: Filter['order']): Positions {
  if (order === 'best') return positions;
  return positions.toSorted(order === 'newest' ? (a, b) => b - a : (a, b) => a - b);
}
