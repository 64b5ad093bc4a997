import type { QueryClient } from '@tanstack/react-query';
import { encodePath } from '../../model/edition-files.ts';
import type { CopyReason, UpdatedMessage } from '../../model/offline/service-worker.ts';
import { copies, isLineUp, onLineChange } from '../data/line.ts';
import { DERIVED, siteQuery } from '../data/queries.ts';
import { STALE_EVENT } from '../data/stale-event.ts';
import { formatDateTime } from '../i18n/format-date.ts';
import { strings } from '../i18n/strings.ts';
import { showLastingNotice } from './notice.ts';
import { offlineStrings } from './offline-strings.ts';

/**
 * Says how old the data on the page is, if the service worker has answered with copies. When there is newer data, the copies
 * are replaced; of a list, the reader is offered the new stories.
 */
export function followCopies(client: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => showLastingNotice(describeCopies(client)));
  };
  client.getQueryCache().subscribe(update);
  onLineChange(() => {
    update();
    if (isLineUp()) for (const path of copies.keys()) replaceCopy(client, path);
  });
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Partial<UpdatedMessage>>) => {
    if (data.updated !== undefined) replaceCopy(client, data.updated);
  });
  update();
}

/** What the reader should know about the data on the page. Empty if it comes from the server. */
function describeCopies(client: QueryClient): string {
  const shown = client.getQueryCache().findAll({ type: 'active' });
  const oldest = shown
    .flatMap(({ queryKey }) => copies.get(encodePath(String(queryKey[0]))) ?? [])
    .map((copy) => copy.split(' ') as [reason: CopyReason, at: string])
    .sort(([, a], [, b]) => Date.parse(a) - Date.parse(b))[0];
  if (!oldest) return isLineUp() ? '' : strings.failureReasons[navigator.onLine ? 'unreachable' : 'offline'];
  const [reason, at] = oldest;
  const down = navigator.onLine ? strings.failureReasons.unreachable : offlineStrings.down;
  const why = isLineUp() ? offlineStrings[reason] : down;
  const site = client.getQueryData(siteQuery().queryKey)?.site;
  return site ? `${why} ${offlineStrings.loadedAt({ dateTime: formatDateTime(at, site) })}` : why;
}

/** Fetches a file again, of which there was only a copy. A list on the page stays as it is. */
function replaceCopy(client: QueryClient, path: string): void {
  const file = path.split('/').map(decodeURIComponent).join('/');
  client.removeQueries({ queryKey: [file], type: 'inactive' });
  if (!client.getQueryData([file])) copies.delete(path);
  else if (file.endsWith('/head.json')) {
    dispatchEvent(new Event(STALE_EVENT));
    void client.invalidateQueries({ queryKey: [DERIVED, 'fresh', file] });
  } else void client.invalidateQueries({ queryKey: [file] });
}
