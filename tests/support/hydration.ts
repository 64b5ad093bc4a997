import type { Page } from 'playwright-core';
import type { PageOptions, TestBrowser } from './browser.ts';
import { NOW } from './test-paper.ts';

type TestPage = Awaited<ReturnType<TestBrowser['newPage']>>;

/** Opens a page of the test paper, with plates in place of remote images, and waits until React has hydrated it. */
export async function openHydrated(browser: TestBrowser, url: string, options: PageOptions = {}): Promise<TestPage> {
  const reader = await browser.newPage({ now: NOW, remoteImages: 'plate', ...options });
  await reader.page.goto(url);
  await waitForHydration(reader.page);
  return reader;
}

/** Waits until React has hydrated the page. It hydrates from the first element to the last. */
export async function waitForHydration(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll('#root main, #root main *')].at(-1);
    return last !== undefined && Object.keys(last).length > 0;
  });
}

/** Waits until React has hydrated the page and has run its effects. */
export async function waitForEffects(page: Page): Promise<void> {
  await waitForHydration(page);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(resolve)))),
  );
}
