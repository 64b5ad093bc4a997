import type { ReactNode } from 'react';
import { hasTime } from '../../../model/calendar-day.ts';
import { textDirection } from '../../../model/text-direction.ts';
import { useSite } from '../../data/site-context.ts';
import { formatAge, formatDateTime, formatShortDate, formatTime } from '../../i18n/format-date.ts';
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
    <TimeElement at={at} title={now === undefined ? undefined : formatDateTime(at, site)}>
      {showTime ? (
        <>
          <span suppressHydrationWarning>{(now && formatAge(at, now, site)) || formatShortDate(at, site)}</span>
          <span className="clock" suppressHydrationWarning>
            {hasTime(at) && formatTime(at, site)}
          </span>
        </>
      ) : (
        (now && formatAge(at, now, site)) || formatShortDate(at, site)
      )}
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
  children: ReactNode;
}

/**
 * A `<time>` element. Dates are in the time zone of the site. Browsers whose locale data differs from that of the build
 * may format them differently, so hydration warnings are suppressed.
 */
function TimeElement({ at, title, children }: TimeElementProps) {
  const { site } = useSite();
  return (
    <time
      dateTime={hasTime(at) ? at : at.slice(0, 10)}
      dir={textDirection(site.language)}
      title={title}
      suppressHydrationWarning
    >
      {children}
    </time>
  );
}
