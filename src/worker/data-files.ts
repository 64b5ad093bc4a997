import type { RouteHandlerCallbackOptions } from 'workbox-core/types.js';
import { STORED_HEADER } from '../model/offline/caches.ts';
import { COPY_HEADER, type CopyReason, type UpdatedMessage } from '../model/offline/service-worker.ts';
import { findFile, isPartialCopy } from './copies.ts';
import { type Answer, fetchFile } from './fetch-file.ts';
import { followEdition } from './follow-edition.ts';
import { pathOf, worker } from './scope.ts';
import { inTime } from './time-limit.ts';

/** When a file came after a copy of it was the answer, in milliseconds since 1970. The next request gets it. */
const cameLate = new Map<string, number>();
/** After this time the host is asked again. */
const LATE_MS = 10_000;

/** Answers with a data file of the host, or with the copy of it that was kept, if the host does not answer in time. */
export async function answerData({ request, event, url }: RouteHandlerCallbackOptions): Promise<Response> {
  const copy = await findFile(url.href);
  const cameAt = cameLate.get(url.href) ?? 0;
  cameLate.delete(url.href);
  if (copy && Date.now() - cameAt < LATE_MS) return copy;
  const answer = fetchFile(request);
  event.waitUntil(answer.then(({ stored }) => stored.then(followEdition)).catch(() => {}));
  if (!copy) return (await answer).response;
  try {
    // Better late than not complete.
    if (isPartialCopy(copy)) return (await answer).response;
    const first = await inTime(answer);
    if (first !== 'late') return first.isUsable ? first.response : markCopy(copy, 'bad');
  } catch {
    return markCopy(copy, 'down');
  }
  event.waitUntil(announceUpdate(url, answer));
  return markCopy(copy, 'late');
}

/** Says in a header that the response is a copy. */
function markCopy(copy: Response, reason: CopyReason): Response {
  const headers = new Headers(copy.headers);
  headers.set(COPY_HEADER, `${reason} ${headers.get(STORED_HEADER) ?? ''}`);
  return new Response(copy.body, { headers });
}

async function announceUpdate(url: URL, answer: Promise<Answer>): Promise<void> {
  const late = await answer.catch(() => undefined);
  if (!late?.isUsable) return;
  await late.stored;
  cameLate.set(url.href, Date.now());
  const message: UpdatedMessage = { updated: pathOf(url) ?? '' };
  for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage(message);
}
