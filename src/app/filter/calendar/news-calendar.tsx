import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSite } from '../../data/site-context.ts';
import { formatLongDate, formatMonthHeading } from '../../i18n/format-date.ts';
import { LoadState } from '../../states/load-state.tsx';
import { PathIcon } from '../../ui/icon.tsx';
import { changeFilter, type Filter, without } from '../address/filter.ts';
import { updateFilter } from '../address/update-filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { daysQuery } from '../matching/filter-data.ts';
import { matchesQuery } from '../matching/filter-queries.ts';
import { countDays, daysOfMonth, monthsOf, weekdayLabel, weekStart } from './calendar-days.ts';
import { useToday } from './use-today.ts';

const words = filterStrings.calendar;
const EARLIER = 'M12.5 4.5 7 10l5.5 5.5';
const LATER = 'M7.5 4.5 13 10l-5.5 5.5';

/** A calendar of the stories that match the rest of the filter. Days with stories, months and years can be chosen. */
export function NewsCalendar({ filter }: { filter: Filter }) {
  const { site } = useSite();
  const { data: days, error: daysError } = useQuery(daysQuery());
  const { data: matches, error: matchesError } = useQuery(
    matchesQuery({ ...without(filter, 'period'), order: 'oldest' }),
  );
  const counts = useMemo(() => countDays(days ?? [], matches?.positions ?? []), [days, matches]);
  const months = useMemo(() => monthsOf(counts), [counts]);
  const [openedMonth, setOpenedMonth] = useState<string>();
  const month = openedMonth ?? months.findLast((each) => each.startsWith(filter.period ?? '')) ?? months.at(-1);
  if (!days || !matches)
    return <LoadState title={filterStrings.panel.failed.calendar} error={daysError ?? matchesError} />;
  if (month === undefined) return null;
  const name = formatMonthHeading(`${month}-01T00:00:00Z`, site);
  const earlier = months.findLast((each) => each < month);
  const later = months.find((each) => each > month);
  const pick = (period: string): void =>
    updateFilter(filter.period === period ? without(filter, 'period') : changeFilter(filter, { period }));
  return (
    <div className="news-calendar">
      <div className="calendar-head">
        <MonthButton label={words.earlier} path={EARLIER} month={earlier} onOpen={setOpenedMonth} />
        <span aria-live="polite">{name}</span>
        <MonthButton label={words.later} path={LATER} month={later} onOpen={setOpenedMonth} />
      </div>
      <MonthTable month={month} counts={counts} chosen={filter.period} onPick={pick} />
      <p className="calendar-periods">
        {[month, month.slice(0, 4)].map((period) => (
          <button
            key={period}
            type="button"
            className="chip"
            aria-pressed={filter.period === period}
            onClick={() => pick(period)}
          >
            {period === month ? words.wholeMonth({ month: name }) : words.wholeYear({ year: period })}
          </button>
        ))}
      </p>
    </div>
  );
}

interface MonthButtonProps {
  label: string;
  /** The path of the icon. */
  path: string;
  /** The nearest month with stories in that direction, if there is one. */
  month: string | undefined;
  onOpen: (month: string | undefined) => void;
}

function MonthButton({ label, path, month, onOpen }: MonthButtonProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      disabled={month === undefined}
      onClick={() => onOpen(month)}
    >
      <PathIcon path={path} />
    </button>
  );
}

interface MonthTableProps {
  month: string;
  counts: ReadonlyMap<string, number>;
  chosen: string | undefined;
  onPick: (day: string) => void;
}

/** The weeks of a month. A day with stories is a button, a day without is a number. Today is marked. */
function MonthTable({ month, counts, chosen, onPick }: MonthTableProps) {
  const { site } = useSite();
  const today = useToday();
  const weeks = daysOfMonth(month, weekStart(site.language));
  return (
    <table>
      <thead>
        <tr>
          {weeks[1]?.map((day) => (
            <th key={day} scope="col" abbr={weekdayLabel(day, 'long')}>
              {weekdayLabel(day, 'narrow')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week[index] ?? index}>
            {week.map((day, position) => (
              <td key={day || position} aria-current={day === today ? 'date' : undefined}>
                {dayCell(day)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function dayCell(day: string) {
    const count = counts.get(day);
    const number = Number(day.slice(8)) || undefined;
    if (count === undefined) return number;
    return (
      <button
        type="button"
        aria-label={words.day({ count, day: formatLongDate(`${day}T00:00:00Z`, site) })}
        aria-pressed={chosen === day}
        onClick={() => onPick(day)}
      >
        {number}
      </button>
    );
  }
}
