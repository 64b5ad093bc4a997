import type { Locator, Page } from 'playwright-core';

/** The accessible text of what has the focus. */
export const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');

/** Presses Tab until what has the focus matches a selector, as someone without a mouse does. */
export async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${most} times Tab did not reach ${selector}`);
}

/** How far an element stands from the top of the window once it stays there: what comes near is laid out only then. */
export async function settledTop(element: Locator): Promise<number> {
  for (let before = Number.NaN; ; ) {
    const top = await element.evaluate(
      (target) =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(target.getBoundingClientRect().top)));
        }),
    );
    if (Math.abs(top - before) < 1) return top;
    before = top;
  }
}

/** Marks the document, so that a later look tells whether it is still the same one. */
export const markDocument = (page: Page): Promise<void> =>
  page.evaluate(() => document.documentElement.setAttribute('data-marked', ''));

export const isSameDocument = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-marked'));
