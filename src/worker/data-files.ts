import type { RouteHandlerCallbackOptions } from 'workbox-core/types.js';
import { CacheExpiration } from 'workbox-expiration';
import { COPY_HEADER, type CopyReason, cacheName, STORED_HEADER, type UpdatedMessage } from '../model/offline.ts';
import { basePath, pathOf, worker } from './scope.ts';
import { inTime } from './time-limit.ts';

const DATA_CACHE = cacheName(basePath, 'data');
const MAX_FILES = 300;
const expiration = new CacheExpiration(DATA_CACHE, { maxEntries: MAX_FILES });

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
  event.waitUntil(answer.then(({ stored }) => stored).catch(() => {}));
  if (!copy) return (await answer).response;
  try {
    const first = await inTime(answer);
    if (first !== 'late') return first.isUsable ? first.response : markCopy(copy, 'bad');
  } catch {
    return markCopy(copy, 'down');
  }
  event.waitUntil(announceUpdate(url, answer));
  return markCopy(copy, 'late');
}

/** The copy of a file, or `undefined`. */
export async function findFile(url: string): Promise<Response | undefined> {
  const cache = await caches.open(DATA_CACHE);
  return cache.match(url);
}

interface Answer {
  response: Response;
  /** Whether the response is about the file: it has it, or says that there is none. */
  isUsable: boolean;
  /** When it is kept, or deleted. */
  stored: Promise<void>;
}

/** Fetches a file, and keeps it. One that is gone is deleted. Rejects if there is no answer. */
async function fetchFile(request: Request): Promise<Answer> {
  const askedAt = Date.now();
  const response = await fetch(request);
  if (response.status === 404 || response.status === 410) {
    return { response, isUsable: true, stored: deleteFile(request.url) };
  }
  const nothing = Promise.resolve();
  if (!response.ok) return { response, isUsable: false, stored: nothing };
  const { headers, status } = response;
  // The line may break before the end.
  const text = await response.text();
  const isUsable = isJson(text);
  const stored = isUsable ? storeFile(request.url, text, askedAt) : nothing;
  return { response: new Response(text, { status, headers: headersOfText(headers) }), isUsable, stored };
}

/** The length and the encoding are those of the bytes that were sent. */
function headersOfText(headers: Headers): Headers {
  const changed = new Headers(headers);
  changed.delete('content-length');
  changed.delete('content-encoding');
  return changed;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** When the kept files were asked for, in milliseconds since 1970. */
const askedTimes = new Map<string, number>();

/**
 * Keeps the text of a file, unless one that was asked for later is kept. Of more than `MAX_FILES`, those go that were received first.
 * Without space, images go first.
 */
export async function storeFile(url: string, text: string, askedAt: number): Promise<void> {
  if ((askedTimes.get(url) ?? 0) > askedAt) return;
  askedTimes.set(url, askedAt);
  const headers = { 'Content-Type': 'application/json', [STORED_HEADER]: new Date().toISOString() };
  const put = async (): Promise<void> => (await caches.open(DATA_CACHE)).put(url, new Response(text, { headers }));
  try {
    await put().catch(async () => {
      await caches.delete(cacheName(basePath, 'images'));
      await put();
    });
    await expiration.updateTimestamp(url);
    await expiration.expireEntries();
  } catch {
    // There is no space, or the browser does not allow storage: the file is not kept.
  }
}

export async function deleteFile(url: string): Promise<void> {
  const cache = await caches.open(DATA_CACHE);
  await cache.delete(url);
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
