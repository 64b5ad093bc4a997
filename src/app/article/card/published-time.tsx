import type { ReactNode } from 'react';
import { hasTime } from '../../../model/calendar-day.ts';
import { textDirection } from '../../../model/text-direction.ts';
import { useSite } from '../../data/site-context.ts';
import { formatAge, formatDateTime, formatShortDate, formatTime } from '../../i18n/format-date.ts';
import { useNow } from '../../ui/use-now.ts';

interface PublishedTimeProps {
  at: string;
  /** What time it is, in milliseconds; see `useNow`. */
  now: number | undefined;
  /** Under the heading of its day a dense list shows the clock instead, nothing where none is known. */
  isOfDay?: boolean;
}

/** When a story was published: its age up to seven days, else its date. */
export function PublishedTime({ at, now, isOfDay = false }: PublishedTimeProps) {
  const { site } = useSite();
  return (
    <TimeElement at={at} title={now === undefined ? undefined : formatDateTime(at, site)}>
      {isOfDay ? (
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

/** The date of a story, short. */
export function PublishedDate({ at }: { at: string }) {
  const { site } = useSite();
  const now = useNow();
  return (
    <TimeElement at={at} title={now === undefined ? undefined : formatDateTime(at, site)}>
      {formatShortDate(at, site)}
    </TimeElement>
  );
}

/** The whole date, with its clock time where one is known. */
export function PublishedDateTime({ at }: { at: string }) {
  const { site } = useSite();
  return <TimeElement at={at}>{formatDateTime(at, site)}</TimeElement>;
}

interface TimeElementProps {
  at: string;
  /** The whole date, on demand. It comes with the clock, as the reader's hand can only come later. */
  title?: string | undefined;
  children: ReactNode;
}

/**
 * A moment for people and machines. What is pre-rendered is in the site's zone; browsers whose calendar data differ
 * from the builder's may spell it otherwise, and that is no mismatch.
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
