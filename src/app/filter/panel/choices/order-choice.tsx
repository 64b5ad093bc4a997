import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { changeFilter, type Filter } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';

const words = filterStrings.panel;

export function OrderChoice({ filter }: { filter: Filter }) {
  return (
    <SegmentedControl
      legend={words.order}
      name="order"
      options={filter.query === undefined ? ['newest', 'oldest'] : ['best', 'newest', 'oldest']}
      labels={{ best: words.best, newest: words.newest, oldest: words.oldest }}
      chosen={filter.order}
      onChoose={(order) => updateFilter(changeFilter(filter, { order }))}
    />
  );
}
