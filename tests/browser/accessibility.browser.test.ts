import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { strings } from '../../src/app/i18n/strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { findViolations } from '../support/find-violations.ts';
import { openState, serveStateSites } from '../support/state-sites.ts';
import { STATES, widthsOf } from '../support/states.ts';

const sites = serveStateSites();
let browser: TestBrowser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await Promise.all([browser.close(), sites.close()]);
});

/** Each state at one width and in one colour scheme. `npm run audit` has all combinations. */
const CASES = STATES.map((state, index) => ({
  ...state,
  width: widthsOf(state).at(index % widthsOf(state).length) ?? 1280,
  colorScheme: Math.floor(index / 3) % 2 === 0 ? ('light' as const) : ('dark' as const),
}));

test.each(CASES)(
  '$name at $width px, $colorScheme: axe finds no violation, and the page does not scroll horizontally',
  async (state) => {
    const { page, close } = await openState(state, { ...state, browser, sites });
    expect(await findViolations(page)).toEqual([]);
    expect(await findTooNarrowWidths(page)).toEqual([]);
    await close();
  },
);

/** A state, and the selectors of a chosen and of another element in it. */
const CHOSEN = [
  ['front page', '.list-layout-buttons [aria-pressed=true]', '.list-layout-buttons [aria-pressed=false]'],
  ['topic', '.topic-bar-list [aria-current=page]', '.topic-bar-list a:not([aria-current])'],
  ['settings', '.segmented-control label:has(:checked)', '.segmented-control label:not(:has(:checked))'],
  ['article', '.source-link-list [data-chosen] a', '.source-link-list li:not([data-chosen]) a'],
  ['panel with choices', '.filter-row [aria-pressed=true]', '.filter-row [aria-pressed=false]'],
  ['calendar with a day chosen', 'td [aria-pressed=true]', 'td [aria-pressed=false]'],
  ['panel with a word typed', '.filter-suggestions mark', '.filter-suggestions bdi'],
] as const;

test.each(CHOSEN)('forced colours show what is chosen: %s, %s', async (name, chosen, other) => {
  const { page, close } = await openState(stateOf(name), { browser, sites, forcedColors: 'active' });
  const [chosenStyle, otherStyle] = [await styleOf(page, chosen), await styleOf(page, other)];
  expect(chosenStyle).not.toEqual(otherStyle);
  expect(chosenStyle.color).not.toBe(chosenStyle.background);
  await close();
});

test('the front page has no landmark for each group, and its buttons have labels', async () => {
  const { page, close } = await openState(stateOf('front page'), { browser, sites });
  expect(await page.getByRole('region').count()).toBe(0);
  expect(await page.getByRole('group', { name: strings.listLayout }).getByRole('button').count()).toBe(3);
  expect(
    await page.getByRole('link', { name: `${strings.newestFirst} ${strings.reverseOrder}`, exact: true }).count(),
  ).toBe(1);
  await close();
});

const stateOf = (name: string) => STATES.find((state) => state.name === name) as (typeof STATES)[number];

const styleOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { color, backgroundColor, textDecorationLine } = getComputedStyle(element);
      return { color, background: backgroundColor, line: textDecorationLine };
    });

/** The widths at which the page scrolls horizontally. */
async function findTooNarrowWidths(page: Page): Promise<number[]> {
  const widths: number[] = [];
  for (const width of [320, 390, 768, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    const { scrolled, inner } = await page.evaluate(() => ({
      scrolled: document.documentElement.scrollWidth,
      inner: window.innerWidth,
    }));
    if (scrolled > Math.min(inner, width)) widths.push(width);
  }
  return widths;
}
