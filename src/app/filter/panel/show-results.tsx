import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Filter } from '../address/filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { matchesQuery } from '../matching/filter-queries.ts';

interface ShowResultsProps {
  filter: Filter;
  onClose: () => void;
}

/** The button that closes the panel, with the number of stories that match. */
export function ShowResults({ filter, onClose }: ShowResultsProps) {
  const { data } = useQuery({ ...matchesQuery(filter), placeholderData: keepPreviousData });
  const count = data?.positions.length;
  return (
    <p className="filter-show">
      <button type="button" className="button button-primary" onClick={onClose}>
        {count === undefined ? filterStrings.panel.showAll : filterStrings.panel.show({ count })}
      </button>
    </p>
  );
}
