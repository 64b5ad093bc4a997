import { useState } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { changeFilter, type Filter, without } from '../../address/filter.ts';
import { isRecent, RECENT_PERIODS } from '../../address/period.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { NewsCalendar } from '../../calendar/news-calendar.tsx';
import { filterStrings } from '../../filter-strings.ts';

const words = filterStrings.panel;

/** A recent period, or a day, month or year from the calendar. */
export function PeriodChoice({ filter }: { filter: Filter }) {
  const { period } = filter;
  const isDated = period !== undefined && !isRecent(period);
  const [isOpen, setIsOpen] = useState(isDated);
  const chooseRecent = (chosen: (typeof RECENT_PERIODS)[number] | 'any'): void => {
    updateFilter(chosen === 'any' ? without(filter, 'period') : changeFilter(filter, { period: chosen }));
  };
  return (
    <div>
      <SegmentedControl
        legend={words.when}
        name="period"
        options={['any', ...RECENT_PERIODS]}
        labels={{ any: words.anyTime, ...words.recent }}
        chosen={period === undefined ? 'any' : RECENT_PERIODS.find((recent) => recent === period)}
        onChoose={chooseRecent}
      />
      <button type="button" className="calendar-toggle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {words.calendar}
        <Icon name="down" />
      </button>
      {isOpen && <NewsCalendar filter={filter} />}
    </div>
  );
}
