import type { ReactNode } from 'react';
import { changeFilter, type Filter } from '../../../filter/address/filter.ts';
import { updateFilter } from '../../../filter/address/update-filter.ts';
import { ActiveFilterList } from '../../../filter/results/active-filter-list.tsx';
import type { ActiveFilter } from '../../../filter/results/active-filters.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { searchStrings as words } from './search-strings.ts';

const ORDERS = ['best', 'newest'] as const;

interface ResultsHeaderProps {
  filter: Filter;
  activeFilters: ActiveFilter[];
  /** The number of results as a text, once it is known. */
  count: string | undefined;
  /** Links beside the number. */
  children: ReactNode;
}

/** The number of results, their order, and the filters. Its height does not change when results arrive. */
export function ResultsHeader({ filter, activeFilters, count, children }: ResultsHeaderProps) {
  return (
    <header className="results-header">
      <div className="results-line">
        <p className="results-count" {...interfaceAttributes}>
          {count ?? ' '}
        </p>
        <div className="matching-names">{children}</div>
      </div>
      <SegmentedControl
        legend={words.order}
        isLegendHidden
        name="search-order"
        options={ORDERS}
        labels={{ best: words.best, newest: words.newest }}
        chosen={ORDERS.find((order) => order === filter.order)}
        onChoose={(order) => updateFilter(changeFilter(filter, { order }))}
      />
      <ActiveFilterList filter={filter} activeFilters={activeFilters} />
    </header>
  );
}
