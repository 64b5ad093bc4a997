import { Segments } from '../../../ui/segmented-control.tsx';
import { changeFilter, type Filter } from '../../address/filter.ts';
import { choose } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';

const words = filterStrings.panel;

export function OrderChoice({ filter }: { filter: Filter }) {
  return (
    <Segments
      legend={words.order}
      name="order"
      options={['newest', 'oldest']}
      labels={{ newest: words.newest, oldest: words.oldest }}
      chosen={filter.order}
      onChoose={(order) => choose(changeFilter(filter, { order }))}
    />
  );
}
