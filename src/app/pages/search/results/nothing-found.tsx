import { searchPath } from '../../../../model/addresses/permalinks.ts';
import { type Filter, filterLink } from '../../../filter/address/filter.ts';
import { type ActiveFilter, withoutFilters } from '../../../filter/results/active-filters.ts';
import { FilterLabels } from '../../../filter/results/filter-label.tsx';
import { fillElements, markName } from '../../../i18n/fill-elements.tsx';
import { AppLink } from '../../../navigation/app-link.tsx';
import { StateMessage } from '../../../states/state-message.tsx';
import { searchStrings as words } from './search-strings.ts';

interface NothingFoundProps {
  filter: Filter;
  query: string;
  activeFilters: ActiveFilter[];
}

/** No story matches: shows the active filters, and offers to remove them or the query. */
export function NothingFound({ filter, query, activeFilters }: NothingFoundProps) {
  const isFiltered = activeFilters.length > 0;
  return (
    <StateMessage
      title={markName(query, (marked) => words.nothing({ query: marked }))}
      help={
        isFiltered
          ? fillElements({ filters: <FilterLabels activeFilters={activeFilters} /> }, words.nothingFilteredHelp)
          : words.nothingHelp
      }
    >
      {isFiltered && (
        <AppLink to={filterLink(withoutFilters(filter))} className="button button-primary">
          {words.withoutFilters}
        </AppLink>
      )}
      <AppLink to={searchPath} className="button">
        {words.clear}
      </AppLink>
    </StateMessage>
  );
}
