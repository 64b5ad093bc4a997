import type { Locator, Page } from 'playwright-core';

/** The text of the focused element. */
export const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');

/** Presses Tab until the focused element matches a selector. */
export async function tabTo(page: Page, selector: string, max = 120): Promise<void> {
  for (let presses = 0; presses < max; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab did not reach ${selector} after ${max} presses`);
}

/** The top of an element in the viewport once it is stable: content near the viewport is laid out lazily. */
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

/** Marks the document, so that `isSameDocument` can tell whether it is still the same one. */
export const markDocument = (page: Page): Promise<void> =>
  page.evaluate(() => document.documentElement.setAttribute('data-marked', ''));

export const isSameDocument = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-marked'));

/** Does what loads a lazy module of the app, and waits until the module, and what awaits it, has run. */
export async function waitForModule(page: Page, name: string, load: () => Promise<void>): Promise<void> {
  const [response] = await Promise.all([page.waitForResponse(new RegExp(`/assets/${name}-[^/]*\\.js$`)), load()]);
  // As text: Vitest rewrites `import()` in a function.
  await page.evaluate(`import(${JSON.stringify(response.url())}).then(() => new Promise((done) => setTimeout(done)))`);
}
