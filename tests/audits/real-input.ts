import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';

interface MeasuredPage {
  page: Page;
  close: () => Promise<void>;
}

/** How long a page must stay as it is to be taken for done. */
const CALM_MS = 200;

/** Opens a page to be measured, with a picture for every image, once it is taken over and quiet. */
export async function openMeasured(browser: TestBrowser, url: string, cpuSlowdown: number): Promise<MeasuredPage> {
  const { page, context, close } = await browser.newPage({ cpuSlowdown, remoteImages: 'plate' });
  // What runs this code wraps each named function in a helper, which the page lacks.
  await context.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url);
  await waitForHydration(page);
  await settle(page);
  return { page, close };
}

/**
 * Clicks as a mouse does. The clicks of the test library look at the layout while they are handled, which would count
 * as the page's own work. Tells whether there was anything to click.
 */
export async function press(page: Page, selector: string, index = 0): Promise<boolean> {
  const target = page.locator(selector).nth(index);
  if (!(await target.isVisible())) return false;
  await target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 60 || bottom > window.innerHeight - 60) element.scrollIntoView({ block: 'center' });
  });
  await settle(page);
  const box = await target.boundingBox();
  if (!box) return false;
  const [x, y] = [box.x + Math.min(box.width / 2, 40), box.y + Math.min(box.height / 2, 12)];
  await page.mouse.move(x, y);
  await settle(page);
  await page.mouse.click(x, y);
  return true;
}

/** Waits until nothing has changed for a while. */
export function settle(page: Page): Promise<void> {
  return page.evaluate(
    (calm) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(done, calm);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, calm);
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        function done(): void {
          observer.disconnect();
          requestIdleCallback(() => requestAnimationFrame(() => setTimeout(resolve)), { timeout: 2000 });
        }
      }),
    CALM_MS,
  );
}
