/** Whether a response has the file. A host may answer with a page in place of one that it does not have. */
export const isAsset = ({ status, headers }: Response): boolean =>
  status === 200 && !headers.get('Content-Type')?.startsWith('text/html');

/** Puts a file into a cache, if the browser has loaded it before. Makes no request to the host. */
export async function keepLoaded(cacheName: string, url: string): Promise<void> {
  try {
    const response = await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' });
    const cache = await caches.open(cacheName);
    if (isAsset(response)) await cache.put(url, response);
  } catch {
    // The browser does not have it.
  }
}
