import type { QueryClient } from '@tanstack/react-query';
import type { CollectionHead, Edition } from '../../../model/edition.ts';
import { EDITION_FILE, headFile } from '../../../model/edition-files.ts';
import type { Visit } from '../document/reader-document.ts';
import { changeEntries, valuesOf } from '../state/reader-state.ts';

/** A visit ends after this time away. */
const AWAY_MS = 30 * 60_000;
/** How often the end of the visit is stored while the page is in view. */
const UPDATE_MS = 5 * 60_000;

/** Stores the visits of the reader: when the last one was, and the newest story of the paper at that time. */
export function trackVisits(client: QueryClient): void {
  const update = (): void => {
    const newestAt = findNewest(client);
    if (newestAt !== undefined) updateVisit(newestAt, Date.now());
  };
  update();
  setInterval(() => {
    if (!document.hidden) update();
  }, UPDATE_MS);
  // When the page is hidden the visit may end; when it is shown again a new one may begin.
  document.addEventListener('visibilitychange', update);
}

/** The visit before the one at `now`, which may not be stored yet. */
export function lastVisit(visits: ReadonlyMap<string, Visit>, now: number): Visit | undefined {
  const current = visits.get('current');
  return current && !isSameVisit(current, now) ? current : visits.get('previous');
}

/** Continues the current visit, or begins a new one. */
function updateVisit(newestAt: string, now: number): void {
  const current = valuesOf('visits').get('current');
  if (current && !isSameVisit(current, now)) changeEntries('visits', [['previous', current]]);
  const newest = current && current.newestAt > newestAt ? current.newestAt : newestAt;
  changeEntries('visits', [['current', { seenAt: now, newestAt: newest }]]);
}

/** A clock that jumps begins a new visit, too. */
const isSameVisit = ({ seenAt }: Visit, now: number): boolean => Math.abs(now - seenAt) <= AWAY_MS;

/** When the newest story was published, as far as this page knows. */
function findNewest(client: QueryClient): string | undefined {
  const edition = client.getQueryData<Edition>([EDITION_FILE]);
  const head = client.getQueryData<CollectionHead>([headFile({ kind: 'all' })]);
  return edition?.newestAt ?? head?.articles[0]?.publishedAt;
}
