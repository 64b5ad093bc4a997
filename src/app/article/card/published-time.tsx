import type { ReactNode } from 'react';
import { hasTime } from '../../../model/calendar-day.ts';
import { useSite } from '../../data/site-context.ts';
import { type DateLocale, formatAge, formatDateTime, formatShortDate, formatTime } from '../../i18n/format-date.ts';
import { readSetting } from '../../reader/state/use-reader.ts';
import { useCurrentTime } from '../../ui/use-current-time.ts';

interface PublishedTimeProps {
  at: string;
  /** See `useCurrentTime`. */
  now: number | undefined;
  /** Under the heading of a day, the list and headlines layouts show the time of day instead, if it is known. */
  showTime?: boolean;
}

/** The age of a story up to seven days, else its date. */
export function PublishedTime({ at, now, showTime = false }: PublishedTimeProps) {
  const { site } = useSite();
  return (
    <TimeElement
      at={at}
      title={now === undefined ? undefined : formatDateTime(at, site)}
      clock={showTime ? timeOf(at, site) : undefined}
    >
      {(now && readSetting('dates') !== 'dates' && formatAge(at, now, site)) || formatShortDate(at, site)}
    </TimeElement>
  );
}

/** Empty if it is not known. */
const timeOf = (at: string, site: DateLocale): string => (hasTime(at) ? formatTime(at, site) : '');

export function PublishedDate({ at }: { at: string }) {
  const { site } = useSite();
  const now = useCurrentTime();
  return (
    <TimeElement at={at} title={now === undefined ? undefined : formatDateTime(at, site)}>
      {formatShortDate(at, site)}
    </TimeElement>
  );
}

/** The long date, with the time of day if it is known. */
export function PublishedDateTime({ at }: { at: string }) {
  const { site } = useSite();
  return <TimeElement at={at}>{formatDateTime(at, site)}</TimeElement>;
}

interface TimeElementProps {
  at: string;
  /** The long date as a tooltip. It is added after hydration, when a reader can hover. */
  title?: string | undefined;
  /** The time of day, which CSS shows in place of the children. */
  clock?: string | undefined;
  children: ReactNode;
}

/**
 * A `<time>` element. Dates are in the time zone of the site. Browsers whose locale data differs from that of the build
 * may format them differently, so hydration warnings are suppressed.
 */
const TimeElement = ({ at, title, clock, children }: TimeElementProps) => (
  <time dateTime={hasTime(at) ? at : at.slice(0, 10)} title={title} data-clock={clock} suppressHydrationWarning>
    {children}
  </time>
);
