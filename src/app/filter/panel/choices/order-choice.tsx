import { orderedFrontPath } from '../../../../model/addresses/permalinks.ts';
import { withBasePath } from '../../../data/base-path.ts';
import { useListOrder } from '../../../layout/topics/use-list-order.ts';
import { navigateTo } from '../../../navigation/scroll/scroll-restoration.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { changeFilter, type Filter } from '../../address/filter.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { filterStrings } from '../../filter-strings.ts';

const words = filterStrings.panel;

/** The order of the list. That of points is only for the front page. */
export function OrderChoice({ filter }: { filter: Filter }) {
  const { order, standard } = useListOrder();
  if (standard) {
    return (
      <SegmentedControl
        legend={words.order}
        name="order"
        options={['top', 'newest', 'oldest']}
        labels={{ top: words.top, newest: words.newest, oldest: words.oldest }}
        chosen={order}
        onChoose={(chosen) => {
          if (chosen === 'oldest') updateFilter(changeFilter(filter, { order: chosen }));
          else navigateTo(withBasePath(orderedFrontPath(chosen, standard)), { keepFocus: true });
        }}
      />
    );
  }
  return (
    <SegmentedControl
      legend={words.order}
      name="order"
      options={filter.query === undefined ? ['newest', 'oldest'] : ['best', 'newest', 'oldest']}
      labels={{ best: words.best, newest: words.newest, oldest: words.oldest }}
      chosen={filter.order}
      onChoose={(chosen) => updateFilter(changeFilter(filter, { order: chosen }))}
    />
  );
}
