import type { ReactNode } from 'react';
import { frontPath } from '../../../model/addresses/permalinks.ts';
import { fillElements, markName } from '../../i18n/fill-elements.tsx';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { StateMessage } from '../../states/state-message.tsx';
import { changeFilter, type Filter, filterLink } from '../address/filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { applyFilter, type FilterData } from '../matching/apply-filter.ts';
import type { ActiveFilter } from './active-filters.ts';
import { FilterLabels, markLabel } from './filter-label.tsx';

const words = filterStrings.none;

interface NothingMatchesProps {
  filter: Filter;
  topicNames: string[];
  activeFilters: ActiveFilter[];
  filterData: FilterData;
}

/** No story matches: shows the active filters, and links to a less strict filter that has matches. */
export function NothingMatches({ filter, topicNames, activeFilters, filterData }: NothingMatchesProps) {
  const relaxed = relaxFilter(filter, activeFilters, filterData);
  return (
    <StateMessage {...describeFilter(filter, topicNames, activeFilters, filterData)}>
      {relaxed && (
        <AppLink to={filterLink(relaxed.filter)} className="button button-primary">
          {describeRelaxed(relaxed, filter)}
        </AppLink>
      )}
      <AppLink to={frontPath} className="button">
        {words.clear}
      </AppLink>
    </StateMessage>
  );
}

function describeRelaxed({ removed, count }: RelaxedFilter, { topics }: Filter): ReactNode {
  const stories = strings.stories({ count });
  if (removed) return markLabel(removed, (filter) => words.without({ filter, stories }));
  return topics.length === 2 ? words.either({ stories }) : words.any({ stories });
}

interface RelaxedFilter {
  filter: Filter;
  /** The part that was removed. Absent if `match` was changed to `any`. */
  removed?: ActiveFilter;
  count: number;
}

/**
 * Matches any of the topics instead of all, or else removes the part of the filter that leaves the fewest matches, but
 * some.
 */
function relaxFilter(filter: Filter, activeFilters: ActiveFilter[], filterData: FilterData): RelaxedFilter | undefined {
  const isAll = filter.match === 'all' && filter.topics.length > 1;
  const candidates = [
    ...(isAll ? [{ filter: changeFilter(filter, { match: 'any' }) }] : []),
    ...activeFilters.map((removed) => ({ filter: removed.rest, removed })),
  ].filter(
    ({ filter: { topics, provider, language, period } }) =>
      topics.length > 0 || (provider ?? language ?? period) !== undefined,
  );
  const counted = candidates
    .map((candidate): RelaxedFilter => ({ ...candidate, count: applyFilter(candidate.filter, filterData).length }))
    .filter(({ count }) => count > 0);
  const either = counted.find(({ removed }) => removed === undefined);
  return either ?? counted.sort((a, b) => a.count - b.count)[0];
}

/** The title and the help text for a filter without matches. */
function describeFilter(
  filter: Filter,
  topicNames: string[],
  activeFilters: ActiveFilter[],
  filterData: FilterData,
): { title: string; help: ReactNode } {
  const { topics, match } = filter;
  const isTopicsAlone = activeFilters.length === topics.length && match === 'all' && topics.length > 1;
  const filters = fillElements({ words: <FilterLabels activeFilters={activeFilters} /> }, words.filters);
  if (!isTopicsAlone) return { title: words.filter, help: filters };
  if (topics.length > 2) return { title: words.all, help: filters };
  const about = topics.map((slug, index) => {
    const { length: count } = filterData.topic(slug);
    return markName(topicNames[index] ?? slug, (topic) => words.about({ count, topic }));
  });
  return { title: words.both, help: fillElements({ first: about[0], second: about[1] }, words.bothHelp) };
}
