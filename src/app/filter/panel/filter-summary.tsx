import type { CollectionId } from '../../../model/edition.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { useSearch } from '../../navigation/use-route.ts';
import { parseFilter, standardOrder } from '../address/filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { useActiveFilters } from '../results/active-filters.ts';
import { FilterLabels } from '../results/filter-label.tsx';

/** The active filters as a text, for the bars. */
export default function FilterSummary({ collection }: { collection: CollectionId }) {
  const filter = parseFilter(collection, useSearch());
  const activeFilters = useActiveFilters({ ...filter, order: standardOrder(filter) });
  return (
    <>
      <span className="sr-only" {...interfaceAttributes}>
        {filterStrings.title}
      </span>{' '}
      <FilterLabels activeFilters={activeFilters} />
    </>
  );
}
