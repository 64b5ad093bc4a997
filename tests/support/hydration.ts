import type { Page } from 'playwright-core';

/** Waits until React has taken over the page. */
export async function waitForHydration(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector('main h1, h1') ?? {}).length > 0);
}
