import type { Page } from 'playwright-core';

/** Waits until React has hydrated the page. It hydrates from the first element to the last. */
export async function waitForHydration(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll('#root main, #root main *')].at(-1);
    return last !== undefined && Object.keys(last).length > 0;
  });
}
