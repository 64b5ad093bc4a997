import type { ReactNode } from 'react';
import { hasClock } from '../../../model/calendar-day.ts';
import { textDirection } from '../../../model/text-direction.ts';
import { useFrame } from '../../data/site-context.ts';
import { formatAge, formatClock, formatMoment, formatShortDate } from '../../i18n/format-date.ts';
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
  const { site } = useFrame();
  return (
    <Moment at={at} title={now === undefined ? undefined : formatMoment(at, site)}>
      {isOfDay ? (
        <>
          <span suppressHydrationWarning>{(now && formatAge(at, now, site)) || formatShortDate(at, site)}</span>
          <span className="clock" suppressHydrationWarning>
            {hasClock(at) && formatClock(at, site)}
          </span>
        </>
      ) : (
        (now && formatAge(at, now, site)) || formatShortDate(at, site)
      )}
    </Moment>
  );
}

/** The date of a story, short. */
export function PublishedDate({ at }: { at: string }) {
  const { site } = useFrame();
  const now = useNow();
  return (
    <Moment at={at} title={now === undefined ? undefined : formatMoment(at, site)}>
      {formatShortDate(at, site)}
    </Moment>
  );
}

/** The whole date, with its clock time where one is known. */
export function PublishedMoment({ at }: { at: string }) {
  const { site } = useFrame();
  return <Moment at={at}>{formatMoment(at, site)}</Moment>;
}

interface MomentProps {
  at: string;
  /** The whole date, on demand. It comes with the clock, as the reader's hand can only come later. */
  title?: string | undefined;
  children: ReactNode;
}

/**
 * A moment for people and machines. What is pre-rendered is in the site's zone; browsers whose calendar data differ
 * from the builder's may spell it otherwise, and that is no mismatch.
 */
function Moment({ at, title, children }: MomentProps) {
  const { site } = useFrame();
  return (
    <time
      dateTime={hasClock(at) ? at : at.slice(0, 10)}
      dir={textDirection(site.language)}
      title={title}
      suppressHydrationWarning
    >
      {children}
    </time>
  );
}
