import type { ReactNode } from 'react';
import { hasTime } from '../../../model/calendar-day.ts';
import { useSite } from '../../data/site-context.ts';
import { formatAge, formatDateTime, formatShortDate, formatTime } from '../../i18n/format-date.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { readSetting } from '../../reader/state/use-reader.ts';
import { useCurrentTime } from '../../ui/use-current-time.ts';

interface PublishedTimeProps {
  at: string;
  /** See `useCurrentTime`. */
  now: number | undefined;
  /** Whether the story is under the heading of its day. */
  showTime?: boolean;
}

/**
 * The age of a story up to seven days, else its date. Under the heading of its day: the time of day, or nothing if that
 * is not known.
 */
export function PublishedTime({ at, now, showTime = false }: PublishedTimeProps) {
  const { site } = useSite();
  const date = formatShortDate(at, site);
  const isAge = now !== undefined && !showTime && readSetting('dates') !== 'dates';
  const age = isAge ? formatAge(at, now) : undefined;
  return (
    <TimeElement
      at={at}
      title={now === undefined ? undefined : formatDateTime(at, site)}
      replaced={age === undefined ? undefined : date}
    >
      {showTime ? hasTime(at) && formatTime(at, site) : (age ?? date)}
    </TimeElement>
  );
}

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
  /** The pre-rendered text that the children replace. CSS keeps its width, so that nothing shifts. */
  replaced?: string | undefined;
  children: ReactNode;
}

/**
 * A `<time>` element. Dates are in the time zone of the site. Browsers whose locale data differs from that of the build
 * may format them differently, so hydration warnings are suppressed.
 */
const TimeElement = ({ at, title, replaced, children }: TimeElementProps) => (
  <time
    dateTime={hasTime(at) ? at : at.slice(0, 10)}
    title={title}
    data-replaced={replaced}
    suppressHydrationWarning
    {...interfaceAttributes}
  >
    {children}
  </time>
);
