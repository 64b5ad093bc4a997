import { frontPath } from '../../../model/addresses/permalinks.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { StateMessage } from '../../states/state-message.tsx';
import { changeFilter, type Filter, filterLink } from '../address/filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { applyFilter, type FilterData } from '../matching/apply-filter.ts';
import type { ActiveFilter } from './active-filters.ts';

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

function describeRelaxed({ removed, count }: RelaxedFilter, { topics }: Filter): string {
  const stories = strings.stories({ count });
  if (removed !== undefined) return words.without({ filter: removed, stories });
  return topics.length === 2 ? words.either({ stories }) : words.any({ stories });
}

interface RelaxedFilter {
  filter: Filter;
  /** The label of the part that was removed. Absent if `match` was changed to `any`. */
  removed?: string;
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
    ...activeFilters.map(({ label, rest }) => ({ filter: rest, removed: label })),
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
): { title: string; help: string } {
  const { topics, match } = filter;
  const isTopicsAlone = activeFilters.length === topics.length && match === 'all' && topics.length > 1;
  const filters = words.filters({ words: activeFilters.map(({ label }) => label).join(strings.listSeparator) });
  if (!isTopicsAlone) return { title: words.filter, help: filters };
  if (topics.length > 2) return { title: words.all, help: filters };
  const about = topics.map((slug, index) => {
    const { length: count } = filterData.topic(slug);
    return words.about({ count, topic: topicNames[index] ?? slug });
  });
  return { title: words.both, help: words.bothHelp({ first: about[0] ?? '', second: about[1] ?? '' }) };
}
