import type { Summary } from '../../../../model/article.ts';
import { dayOf } from '../../../../model/calendar-day.ts';
import type { Site } from '../../../../model/site.ts';
import { useSite } from '../../../data/site-context.ts';
import { formatShortDate, formatTime } from '../../../i18n/format-date.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import type { Visit } from '../../../reader/document/reader-document.ts';
import { lastVisit } from '../../../reader/visits/visits.ts';
import { toolsStrings as words } from '../text/tools-strings.ts';

export interface NewSinceProps {
  /** How many stories above are new. */
  count: number;
  /** When the last visit ended, in milliseconds since 1970. */
  seenAt: number;
}

/** The first story of a list that was in the paper at the last visit. `undefined` if none before it is new. */
export function findFirstSeen(
  stories: readonly Summary[],
  visits: ReadonlyMap<string, Visit>,
): (NewSinceProps & { slug: string }) | undefined {
  const now = Date.now();
  const last = lastVisit(visits, now);
  // A visit is in the future if the clock was set back since.
  if (!last || last.seenAt > now) return undefined;
  const count = stories.findIndex(({ publishedAt }) => publishedAt <= last.newestAt);
  const first = stories[count];
  return first && count > 0 ? { slug: first.slug, count, seenAt: last.seenAt } : undefined;
}

/** Whether a story came after the last visit. */
export function isNewSince(publishedAt: string, visits: ReadonlyMap<string, Visit>): boolean {
  const now = Date.now();
  const last = lastVisit(visits, now);
  return last !== undefined && last.seenAt <= now && publishedAt > last.newestAt;
}

/** A mark on the top rule of a story that is new. Without a height: it loads after the first paint. */
export const NewMark = () => (
  <p className="new-since" {...interfaceAttributes}>
    <span>{words.isNew}</span>
  </p>
);

/** A line on the top rule of the first story that is not new. Without a height: it loads after the first paint. */
export function NewSince({ count, seenAt }: NewSinceProps) {
  const { site } = useSite();
  return (
    <p className="new-since" {...interfaceAttributes}>
      <span>{words.newSince({ count, visit: formatVisit(seenAt, site) })}</span>
    </p>
  );
}

/** `today at 06:00`, `yesterday at 18:30`, `23 Nov 2026`. */
function formatVisit(seenAt: number, site: Site): string {
  const at = new Date(seenAt).toISOString();
  const dayAgo = (days: number): string => dayOf(new Date(Date.now() - days * 86_400_000).toISOString(), site);
  const day = dayOf(at, site);
  if (day === dayAgo(0)) return words.visitAt({ day: words.today, time: formatTime(at, site) });
  return day === dayAgo(1)
    ? words.visitAt({ day: words.yesterday, time: formatTime(at, site) })
    : formatShortDate(at, site);
}
