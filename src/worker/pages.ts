import type { RouteHandlerCallbackOptions } from 'workbox-core/types.js';
import { dataFileOf } from '../model/addresses/route-data.ts';
import { parseRoute, type Route, withPages } from '../model/addresses/routes.ts';
import { encodePath } from '../model/edition-files.ts';
import { unpackPageData } from '../model/unpack-page-data.ts';
import { keepLoaded } from './assets.ts';
import { deleteFile, findFile, IMAGE_CACHE, storeFile } from './copies.ts';
import { followEdition } from './follow-edition.ts';
import { build, pathOf, urlOf, worker } from './scope.ts';
import { answerShell } from './shell.ts';
import { inTime } from './time-limit.ts';

/** Whether a URL is that of a page of this site. Other files and other sites may lie below the base path. */
export function isPage(url: URL): boolean {
  return routeOf(url).page !== 'not-found';
}

function routeOf(url: URL): Route {
  const path = pathOf(url);
  return path === undefined ? { page: 'not-found' } : withPages(parseRoute(`/${path}`), build.pages);
}

/**
 * Answers a navigation with the page of the host. If that does not come, or not in time and the data of the page was kept,
 * the shell starts the app, which asks for the data.
 */
export async function answerPage({ event, url }: RouteHandlerCallbackOptions): Promise<Response> {
  const answer = fetchPage(event as FetchEvent, url);
  event.waitUntil(answer.catch(() => {}));
  try {
    if (!(await hasData(url))) return await answer;
    const response = await inTime(answer);
    if (response !== 'late' && response.status < 500) return response;
  } catch {
    // The line is down.
  }
  return answerShell();
}

async function hasData(url: URL): Promise<boolean> {
  const file = dataFile(url);
  return file === undefined || (await findFile(file)) !== undefined;
}

/** The URL of the data of a page. */
function dataFile(url: URL): string | undefined {
  const file = dataFileOf(routeOf(url));
  return file === undefined ? undefined : urlOf(encodePath(file));
}

async function fetchPage(event: FetchEvent, url: URL): Promise<Response> {
  const askedAt = Date.now();
  const preloaded = (await event.preloadResponse) as Response | undefined;
  const response = preloaded ?? (await fetch(event.request));
  event.waitUntil(
    keepData(url, response.clone(), askedAt)
      .then(followEdition)
      .catch(() => {}),
  );
  return response;
}

/**
 * Keeps the data that is embedded in a page, which was asked for at that time. If the page is gone, its data is deleted.
 */
async function keepData(url: URL, response: Response, askedAt: number): Promise<void> {
  if (response.status === 410) {
    const file = dataFile(url);
    if (file !== undefined) await deleteFile(file);
  }
  if (!response.ok) return;
  const html = await response.text();
  // Another build may pack data in another way.
  if (!html.includes(build.app)) return;
  const [, json = '{}'] = PAGE_DATA.exec(html) ?? [];
  for (const [path, value] of Object.entries(unpackPageData(json))) {
    if (path.startsWith('data/')) await storeFile(urlOf(encodePath(path)), JSON.stringify(value), askedAt);
  }
}

const PAGE_DATA = /<script[^>]* id="page-data"[^>]*>([^<]*)<\/script>/;

/** Keeps the data of the pages that were open before there was a service worker. */
export async function keepOpenPages(): Promise<void> {
  for (const client of await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    const url = new URL(client.url);
    if (!isPage(url)) continue;
    const askedAt = Date.now();
    const response = await fetch(url, { cache: 'force-cache' });
    const html = await response.clone().text();
    await keepData(url, response, askedAt);
    for (const [image] of html.matchAll(IMAGE)) await keepLoaded(IMAGE_CACHE, urlOf(image));
  }
}

const IMAGE = /\bassets\/content\/[^"'\s,]+/g;
