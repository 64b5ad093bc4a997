import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import type { PageOptions, TestBrowser } from './browser.ts';
import { cpuOptions } from './cpu-options.ts';
import { waitForHydration } from './hydration.ts';
import { serveTestPaper } from './serve-test-paper.ts';
import { NOW } from './test-paper.ts';

/** Serves the test paper, and removes the faults after each test. */
export function serveFaultyPaper(): ReturnType<typeof serveTestPaper> {
  const paper = serveTestPaper();
  afterEach(() => {
    paper.site.failing = undefined;
    paper.site.held = undefined;
    paper.site.faults.clear();
  });
  return paper;
}

/** Whether all cases are tried, as with `npm run audit -- faults`. */
const isFull = process.env['FAULTS'] === 'all';

/** All cases, or the first ones of each kind. 0 for a case that is of the same kind as another one. */
export const sample = <T>(cases: readonly T[], count = 1): T[] => (isFull ? [...cases] : cases.slice(0, count));

type OpenPage = Awaited<ReturnType<TestBrowser['newPage']>>;

interface FaultyPage extends OpenPage {
  /** Lets the timers of the page run as if this much time had passed. */
  passTime: (ms: number) => Promise<void>;
  /** Errors that nothing has caught. Failed requests are not among them. */
  uncaught: () => string[];
}

/** Opens an empty page with a clock that can be moved on. */
export async function newFaultyPage(browser: TestBrowser, options: PageOptions = {}): Promise<FaultyPage> {
  const reader = await browser.newPage({ ...cpuOptions, ...options });
  const { page, context, errors } = reader;
  await context.addInitScript(() => {
    const realFrames = {
      requestAnimationFrame: window.requestAnimationFrame.bind(window),
      cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
    };
    Object.assign(window, { realFrames });
  });
  await context.clock.install({ time: NOW });
  await context.addInitScript(() => {
    Object.assign(window, (window as unknown as { realFrames: object }).realFrames);
  });
  return {
    ...reader,
    passTime: (ms) => page.clock.fastForward(ms),
    uncaught: () => errors.filter((error) => !/^Failed to load (?:resource|module script)|net::ERR/.test(error)),
  };
}

/** Opens a page that works, which things go wrong on afterwards. */
export async function openFaultyPage(
  browser: TestBrowser,
  url: string,
  options: PageOptions = {},
): Promise<FaultyPage> {
  const reader = await newFaultyPage(browser, options);
  await reader.page.goto(url);
  await waitForHydration(reader.page);
  return reader;
}

/** The first interaction loads code. Waits until it is there. */
export async function interact(page: Page): Promise<void> {
  await page.mouse.move(300, 300);
  await page.mouse.move(301, 301);
  await page.locator('.save-tool').first().waitFor();
}

/** The note at the bottom of the window. */
export const notice = (page: Page) => page.locator('#notice');

/** The page has a title, one heading of the first level, and content in view. */
export async function expectWholePage(page: Page): Promise<void> {
  expect(await page.title()).not.toBe('');
  expect(await page.locator('h1').count()).toBe(1);
  expect(((await page.locator('main').innerText()) ?? '').trim()).not.toBe('');
}

/** The element is in view, and nothing covers it. */
export async function expectInView(page: Page, selector: string): Promise<void> {
  const isOnTop = await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      return element.contains(found);
    });
  expect(isOnTop, `${selector} can be seen`).toBe(true);
}
