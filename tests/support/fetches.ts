import type { Page } from 'playwright-core';

type FetchingWindow = Window & { fetchedPaths: string[] };

/** Records the paths that the scripts of each document fetch. They are recorded before the request is sent. */
export async function watchFetches(page: Page): Promise<{ paths: () => Promise<string[]> }> {
  await page.addInitScript(recordFetches);
  return { paths: () => page.evaluate(() => (window as unknown as FetchingWindow).fetchedPaths) };
}

function recordFetches(): void {
  const fetch = window.fetch.bind(window);
  const fetchedPaths: string[] = [];
  (window as unknown as FetchingWindow).fetchedPaths = fetchedPaths;
  window.fetch = (input, init) => {
    fetchedPaths.push(new URL(input instanceof Request ? input.url : input, location.href).pathname);
    return fetch(input, init);
  };
}
