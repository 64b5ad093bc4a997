import { markName } from '../../i18n/fill-elements.tsx';
import type { Filter } from '../address/filter.ts';
import { updateFilter } from '../address/update-filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { ActiveFilterList } from '../results/active-filter-list.tsx';
import { useActiveFilters } from '../results/active-filters.ts';

/** The active filters, at the top of the panel. It has the same height without any, so that no row moves. */
export function ChosenFilters({ filter }: { filter: Filter }) {
  const activeFilters = useActiveFilters(filter);
  if (activeFilters.length === 0)
    return (
      <p className="no-filter">
        {filter.query
          ? markName(filter.query, (query) => filterStrings.noFilterOfResults({ query }))
          : filterStrings.noFilter}
      </p>
    );
  const remove = (rest: Filter, link: HTMLElement): void => {
    moveFocus(link, activeFilters.length === 1);
    updateFilter(rest);
  };
  return <ActiveFilterList filter={filter} activeFilters={activeFilters} onRemove={remove} />;
}

/** Moves the focus to the link after the one that goes. If none is left: to the panel. */
function moveFocus(link: HTMLElement, isLast: boolean): void {
  const next = isLast ? null : link.closest('li')?.nextElementSibling?.querySelector('a');
  (next ?? link.closest<HTMLElement>('.filter-panel'))?.focus();
}
