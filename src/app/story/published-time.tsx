import type { ReactNode } from 'react';
import { textDirection } from '../../model/text-direction.ts';
import { useEdition } from '../edition-context.ts';
import { formatAge, formatMoment, formatShortDate, hasClock } from '../format-date.ts';
import { useNow } from '../use-now.ts';

/** When a story was published: its age up to seven days, else its date. */
export function PublishedTime({ at }: { at: string }) {
  const { site } = useEdition();
  const now = useNow();
  return (
    <Moment at={at} hasTitle>
      {(now && formatAge(at, now, site)) || formatShortDate(at, site)}
    </Moment>
  );
}

/** The date of a story, short. */
export function PublishedDate({ at }: { at: string }) {
  const { site } = useEdition();
  return (
    <Moment at={at} hasTitle>
      {formatShortDate(at, site)}
    </Moment>
  );
}

/** The whole date, with its clock time where one is known. */
export function PublishedMoment({ at }: { at: string }) {
  const { site } = useEdition();
  return <Moment at={at}>{formatMoment(at, site)}</Moment>;
}

/**
 * A moment for people and machines. What is pre-rendered is in the site's zone; browsers whose calendar data differ
 * from the builder's may spell it otherwise, and that is no mismatch.
 */
function Moment({ at, hasTitle, children }: { at: string; hasTitle?: boolean; children: ReactNode }) {
  const { site } = useEdition();
  return (
    <time
      dateTime={hasClock(at) ? at : at.slice(0, 10)}
      dir={textDirection(site.language)}
      title={hasTitle ? formatMoment(at, site) : undefined}
      suppressHydrationWarning
    >
      {children}
    </time>
  );
}
