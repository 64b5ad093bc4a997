import { useState } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { changeFilter, type Filter, without } from '../../address/filter.ts';
import { dayBefore, isRecent } from '../../address/period.ts';
import { updateFilter } from '../../address/update-filter.ts';
import { NewsCalendar } from '../../calendar/news-calendar.tsx';
import { useToday } from '../../calendar/use-today.ts';
import { filterStrings } from '../../filter-strings.ts';

const words = filterStrings.panel;

/** Buttons for a recent period, and a calendar of days, months and years. The pressed button removes its period. */
export function PeriodChoice({ filter }: { filter: Filter }) {
  const { period } = filter;
  const today = useToday();
  const shortcuts: Record<string, string> = {
    [today]: words.today,
    [dayBefore(today)]: words.yesterday,
    week: words.week,
  };
  const isFromCalendar = period !== undefined && !isRecent(period) && !(period in shortcuts);
  const [isOpen, setIsOpen] = useState(isFromCalendar);
  return (
    <fieldset className="period-choice">
      <legend className="sr-only">{words.when}</legend>
      <div className="segmented-control">
        {Object.entries(shortcuts).map(([each, label]) => (
          <button
            key={each}
            type="button"
            aria-pressed={period === each}
            onClick={() =>
              updateFilter(period === each ? without(filter, 'period') : changeFilter(filter, { period: each }))
            }
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          className="calendar-toggle"
          data-chosen={isFromCalendar || undefined}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.pickDate}
          <Icon name="down" />
        </button>
      </div>
      {isOpen && <NewsCalendar filter={filter} />}
    </fieldset>
  );
}
