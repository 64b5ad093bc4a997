import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';

interface MeasuredPage {
  page: Page;
  close: () => Promise<void>;
}

/** A page is idle if it has not changed for this time. */
const IDLE_MS = 200;

/** Opens a page for measuring, with a replacement for every remote image, and waits until it is hydrated and idle. */
export async function openMeasured(browser: TestBrowser, url: string, cpuSlowdown: number): Promise<MeasuredPage> {
  const { page, context, close } = await browser.newPage({ cpuSlowdown, remoteImages: 'plate' });
  // tsx wraps each named function in the helper `__name`, which the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url);
  await waitForHydration(page);
  await waitForIdle(page);
  return { page, close };
}

/**
 * Clicks with the mouse. The `click` of Playwright reads the layout during the click, which would be measured as work of
 * the page. Returns whether there was an element to click.
 */
export async function press(page: Page, selector: string, index = 0): Promise<boolean> {
  const target = page.locator(selector).nth(index);
  if (!(await target.isVisible())) return false;
  await target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 60 || bottom > window.innerHeight - 60) element.scrollIntoView({ block: 'center' });
  });
  await waitForIdle(page);
  const box = await target.boundingBox();
  if (!box) return false;
  const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + Math.min(box.height / 2, 12)];
  await page.mouse.move(x, y);
  await waitForIdle(page);
  await page.mouse.click(x, y);
  return true;
}

/** Waits until the page is idle. */
export function waitForIdle(page: Page): Promise<void> {
  return page.evaluate(
    (idleMs) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(done, idleMs);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, idleMs);
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        function done(): void {
          observer.disconnect();
          requestIdleCallback(() => requestAnimationFrame(() => setTimeout(resolve)), { timeout: 2000 });
        }
      }),
    IDLE_MS,
  );
}
