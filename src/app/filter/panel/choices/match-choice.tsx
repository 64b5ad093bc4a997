import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { changeFilter, type Filter } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';

const words = filterStrings.panel;

/** Whether a story must have any or all of the chosen topics. With fewer than two topics there is no difference. */
export function MatchChoice({ filter }: { filter: Filter }) {
  if (filter.topics.length < 2) return null;
  return (
    <SegmentedControl
      legend={words.match}
      name="match"
      options={['any', 'all']}
      labels={{ any: words.any, all: words.all }}
      chosen={filter.match}
      onChoose={(match) => updateFilter(changeFilter(filter, { match }))}
    />
  );
}
