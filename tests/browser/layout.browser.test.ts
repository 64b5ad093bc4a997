import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForEffects, waitForHydration } from '../support/hydration.ts';
import { buildLayoutPaper, NOW, TOPICS } from '../support/layout-paper.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildLayoutPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

type Options = NonNullable<Parameters<TestBrowser['newPage']>[0]>;

const PHONE: Options = { width: 390, height: 844, isMobile: true };

async function open(address = '', options: Options = {}) {
  const reader = await browser.newPage({ now: NOW, ...options });
  const shifts = await watchShifts(reader.page);
  await reader.page.goto(site.url + address);
  if (options.javaScriptEnabled !== false) await waitForHydration(reader.page);
  return { ...reader, shifts };
}

/** Opens the front page, if how it loads does not matter. */
async function openWarm(options: Options = {}) {
  const reader = await browser.newPage({ now: NOW, isWarm: true, ...options });
  await reader.page.goto(site.url);
  await waitForHydration(reader.page);
  return reader;
}

/** The box of the first element that matches, in the viewport. */
const boxOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      return { top, bottom, left, right, width, height };
    });

const firstTimes = (page: Page) => page.locator('.stories time').allTextContents();
const headings = (page: Page) => page.locator('.group-heading').allTextContents();

describe('dates', () => {
  test('each is said once: under the heading of a day stories have their clock', async () => {
    const raw = await open('', { javaScriptEnabled: false });
    const [prerendered, names] = [await firstTimes(raw.page), await headings(raw.page)];
    expect(prerendered.slice(0, 5)).toEqual(['14:05', '13:00', '09:00', '', '10:00']);
    expect(names.slice(0, 2)).toEqual(['Friday', 'Thursday 26 November']);
    expect(await raw.page.textContent('.masthead-date b')).toMatch(/Friday,? 27 November 2026/);
    await raw.close();
    const { page, shifts, errors, close } = await open();
    await page.waitForFunction(() => document.querySelector('.group-heading')?.textContent === 'Today');
    expect((await headings(page)).slice(0, 2)).toEqual(['Today', 'Thursday 26 NovemberYesterday']);
    expect(await firstTimes(page)).toEqual(prerendered);
    expect([await shifts.total(), errors]).toEqual([0, []]);
    await close();
  });

  test('yesterday beside a date never makes the heading higher', async () => {
    const { page, close } = await open('', { width: 390 });
    const beside = page.locator('[data-beside]');
    await beside.waitFor();
    const text = 'Thursday 26 November, a long date of more than one line';
    for (let length = 1; length <= text.length; length += 1) {
      const heights = await beside.evaluate(
        (element, date) => {
          const heading = element.parentElement as HTMLElement;
          (heading.firstElementChild as HTMLElement).textContent = date;
          const height = heading.offsetHeight;
          element.style.display = 'none';
          const heightAlone = heading.offsetHeight;
          element.style.display = '';
          return [height, heightAlone];
        },
        text.slice(0, length),
      );
      expect(heights[0], text.slice(0, length)).toBe(heights[1]);
    }
    await close();
  });

  test('elsewhere stories have their age, in a box of the width of the date', async () => {
    const widths: number[] = [];
    for (const javaScriptEnabled of [false, true]) {
      const { page, shifts, close } = await open('topics/space/', { javaScriptEnabled });
      if (javaScriptEnabled) {
        await page.waitForFunction(() => document.querySelector('.card time')?.textContent === '2 days ago');
        expect(await shifts.total()).toBe(0);
      }
      widths.push((await boxOf(page, '.card time')).width);
      await close();
    }
    expect(widths[1]).toBe(widths[0]);
  });

  test('the masthead of an old edition says so', async () => {
    const { page, shifts, close } = await open('', { now: '2026-12-05T10:00:00Z' });
    await page.waitForFunction(
      () => document.querySelector('.masthead-date b')?.textContent === 'Latest: 27 November 2026',
    );
    expect((await headings(page))[0]).toBe('Friday');
    expect(await shifts.total()).toBe(0);
    await close();
  });
});

describe('on a phone', () => {
  test('the first screen shows two headlines, and a strip of topics', async () => {
    const { page, shifts, close } = await open('', PHONE);
    const bar = await boxOf(page, '.bottom-bar');
    expect((await boxOf(page, '.stories li:nth-child(2) h3')).bottom).toBeLessThan(bar.top);
    expect((await boxOf(page, '.stories .picture')).height).toBeLessThan(0.45 * 844);
    // The topics scroll sideways in a strip, and the current one is in view.
    await page.goto(`${site.url}topics/sport/`);
    await waitForEffects(page);
    const list = await boxOf(page, '.topic-bar-list');
    const current = await boxOf(page, '.topic-bar-list [aria-current="page"]');
    expect([current.left >= list.left, current.right <= list.right, current.height]).toEqual([true, true, 44]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.locator('.topic-bar').evaluate((bar) => getComputedStyle(bar).position)).toBe('static');
    const names = page.locator('.topic-bar-list a');
    expect(await names.allTextContents()).toEqual(['All stories', ...TOPICS]);
    // Also those out of sight can be reached by keyboard.
    await names.first().focus();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('All stories');
    expect(await shifts.total()).toBe(0);
    await close();
  });

  test('the strip and the topics of the footer work without JavaScript', async () => {
    const { page, close } = await open('', { ...PHONE, javaScriptEnabled: false });
    const footer = page.locator('.footer-topics');
    expect(await footer.isVisible()).toBe(false);
    await page.click('.page-footer summary');
    expect(await footer.locator(':scope > li', { hasText: 'Science' }).locator('ul a').allTextContents()).toEqual([
      'Space',
    ]);
    expect(await footer.isVisible()).toBe(true);
    await page.locator('.topic-bar-list').getByText('World').click();
    expect(page.url()).toBe(`${site.url}topics/world/`);
    await close();
  });
});

test('at 768 px all topics fit, and the date is on one line', async () => {
  const { page, close } = await openWarm({ width: 768, height: 1024 });
  const list = page.locator('.topic-bar-list a');
  const tops = await list.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  expect((await boxOf(page, '.masthead-date b')).height).toBeLessThan(24);
  await close();
});

test('at 1280 px neither the lead nor a lone story fills the screen, and a portrait shows its upper part', async () => {
  const { page, close } = await openWarm();
  expect((await boxOf(page, '.stories .picture')).height).toBeLessThanOrEqual(0.6 * 800);
  const lone = '.group:nth-of-type(2) .card ';
  const [headline, excerpt, picture] = [
    await boxOf(page, `${lone}.headline`),
    await boxOf(page, `${lone}.excerpt`),
    await boxOf(page, `${lone}.picture`),
  ];
  expect(picture.height).toBeLessThan(240);
  // Side by side.
  expect([headline.right <= excerpt.left, excerpt.right <= picture.left]).toEqual([true, true]);
  const portrait = await page
    .locator('.card', { hasText: 'portrait' })
    .locator('.picture')
    .evaluate((image) => [getComputedStyle(image).objectFit, getComputedStyle(image).objectPosition]);
  expect(portrait).toEqual(['cover', '50% 33%']);
  // The footer has the topics, then the links of the site.
  expect(await page.locator('.footer-topics').isVisible()).toBe(true);
  expect(await page.locator('.site-links a').allTextContents()).toEqual(['About', 'Feed', 'Settings', 'Back to top']);
  await page.getByRole('link', { name: 'Back to top' }).click();
  await page.waitForFunction(() => scrollY === 0);
  await close();
});

test('an article has its text in the middle, and what is the paper’s in the direction of the paper', async () => {
  const { page, shifts, close } = await open('articles/arabic/', { width: 1600 });
  const [text, rail] = [await boxOf(page, '.article-main'), await boxOf(page, '.article-rail')];
  expect([text.width, rail.width, rail.right]).toEqual([672, 360, 1560]);
  expect(Math.abs(text.left - 40 - (rail.left - 64 - text.right))).toBeLessThan(2);
  const directions = await page.evaluate(() =>
    ['.article-headline', '.standfirst', '.prose', 'figcaption', '.back-link', '.source-links', '.related h2'].map(
      (selector) => {
        const { direction, unicodeBidi } = getComputedStyle(document.querySelector(selector) as Element);
        return `${selector} ${direction} ${unicodeBidi === 'plaintext' ? 'by its first letter' : ''}`.trim();
      },
    ),
  );
  expect(directions).toEqual([
    '.article-headline rtl',
    '.standfirst rtl',
    '.prose rtl',
    'figcaption rtl',
    '.back-link ltr',
    '.source-links ltr',
    '.related h2 ltr',
  ]);
  // An article with links only has the other stories below it.
  await page.goto(`${site.url}articles/links/`);
  await waitForHydration(page);
  const [header, links, related] = [
    await boxOf(page, '.article-header'),
    await boxOf(page, '.source-links'),
    await boxOf(page, '.related'),
  ];
  expect([related.left, related.right, related.top > header.bottom]).toEqual([header.left, links.right, true]);
  expect(await shifts.total()).toBe(0);
  await close();
});

test('the tools beside a long nameplate stay in one line', async () => {
  const { page, close } = await open('articles/links/', { width: 768 });
  for (const width of [768, 1024, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    const heights = await page
      .locator('.masthead-tools .tool')
      .evaluateAll((tools) => tools.map((tool) => tool.getBoundingClientRect().height));
    expect([width, ...heights]).toEqual([width, 44, 44, 44]);
  }
  await close();
});

test('an article of links shifts nothing if its HTML arrives in two parts', async () => {
  let sendRest = (): void => {};
  const rest = new Promise<void>((resolve) => {
    sendRest = resolve;
  });
  site.faults.set('articles/links/', { splitBefore: 'id="r3"', rest });
  const { page, close } = await browser.newPage({ now: NOW, width: 1280, height: 1200 });
  const shifts = await watchShifts(page);
  await page.goto(`${site.url}articles/links/`, { waitUntil: 'commit' });
  await page.locator('#r2').waitFor({ state: 'attached' });
  expect(await shifts.total()).toBe(0);
  sendRest();
  await waitForHydration(page);
  await page.locator('.related').waitFor();
  expect(await shifts.total()).toBe(0);
  site.faults.clear();
  await close();
});

describe('a lead image that fails', () => {
  const PLATE = 96;

  test('before the first paint has a low box', async () => {
    const { page, close } = await browser.newPage();
    const shifts = await watchShifts(page);
    let fail = (): void => {};
    const failed = new Promise<void>((resolve) => (fail = resolve));
    await page.route('**/*.svg', (route) => route.abort());
    // The first paint waits for the style sheet.
    await page.route('**/*.css', async (route) => {
      await failed;
      await route.continue();
    });
    const loaded = page.goto(site.url);
    // There are no frames before the first paint.
    await page.waitForFunction(() => document.querySelector('img[data-failed="early"]'), undefined, { polling: 50 });
    fail();
    await loaded;
    await page.locator('.picture-plate').first().waitFor();
    expect((await boxOf(page, '.stories .picture')).height).toBe(PLATE);
    expect(await shifts.total()).toBe(0);
    await close();
  });

  test('after it keeps its box, and the story is a text on the next view', async () => {
    const { page, close } = await browser.newPage();
    const shifts = await watchShifts(page);
    let fail = (): void => {};
    const painted = new Promise<void>((resolve) => (fail = resolve));
    await page.route('**/*.svg', async (route) => {
      await painted;
      await route.abort();
    });
    await page.goto(site.url, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length === 1);
    const before = await boxOf(page, '.stories .picture');
    fail();
    const plate = page.locator('.stories .picture-plate').first();
    await plate.waitFor();
    expect(await boxOf(page, '.stories .picture')).toEqual(before);
    const name = await plate.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
    });
    expect(name).toBeLessThan(PLATE);
    expect(await shifts.total()).toBe(0);
    await page.click('.topic-bar-list >> text=Sport');
    await page.waitForURL('**/topics/sport/');
    await page.click('.topic-bar-list >> text=All stories');
    await page.waitForURL(site.url);
    const lead = page.locator('.stories').first();
    await lead.locator('text=Council approves').waitFor();
    expect(await lead.getAttribute('data-lead')).toBe('text');
    expect(await lead.locator('li').first().locator('.picture').count()).toBe(0);
    await close();
  });
});

test('in a low window, as at a zoom of 400 %, no bar covers the stories', async () => {
  const { page, close } = await open('', { width: 320, height: 256, javaScriptEnabled: false });
  const positionOf = (bar: string) => page.locator(bar).evaluate((element) => getComputedStyle(element).position);
  expect(await positionOf('.bottom-bar')).toBe('static');
  await page.setViewportSize({ width: 768, height: 256 });
  expect(await positionOf('.topic-bar')).toBe('static');
  await page.setViewportSize({ width: 768, height: 800 });
  expect(await positionOf('.topic-bar')).toBe('sticky');
  await close();
});

test('the page for an unknown address does not shift', async () => {
  const { page, shifts, close } = await open('nowhere/');
  await page.locator('main h1').waitFor();
  expect(await shifts.total()).toBe(0);
  await close();
});

describe('on paper', () => {
  /** The style sheet for print loads on the first interaction. */
  async function loadPrintStyles(page: Page): Promise<void> {
    await waitForHydration(page);
    await page.mouse.move(1, 1);
    await page.mouse.move(2, 2);
    await page.locator('body[data-address]').waitFor({ state: 'attached' });
  }

  /** What CSS adds after the elements that match. */
  const addedTo = (page: Page, selector: string) =>
    page
      .locator(selector)
      .evaluateAll((elements) =>
        elements.map((element) => getComputedStyle(element, '::after').content.replace(/^"|"$/g, '')),
      );

  const CONTROLS =
    '.topic-bar, .bottom-bar, .masthead-tools, .page-footer a, button, .button, .stories .picture, .rail';

  test('a front page of 30 stories takes at most 4 sheets, with the source and the date of each story (READER 27)', async () => {
    const { page, close } = await openWarm({ colorScheme: 'dark' });
    await loadPrintStyles(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.card').count()).toBe(30);
    expect(await page.locator(CONTROLS).filter({ visible: true }).count()).toBe(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(4);
    expect((await addedTo(page, '.source-link'))[0]).toBe('https://www.source.example/lead?from=paper');
    expect((await addedTo(page, '.card time'))[0]).toMatch(/^Friday,? 27 November 2026,? (at )?14:05 UTC$/);
    expect(await addedTo(page, 'body')).toEqual([site.url]);
    // An article has the addresses of its sources and of the links in its text.
    await page.goto(`${site.url}articles/lead/`);
    await loadPrintStyles(page);
    expect(await page.locator(`${CONTROLS}, .back-link, .article-tools`).filter({ visible: true }).count()).toBe(0);
    expect(await addedTo(page, '.source-links a')).toEqual(['https://www.source.example/lead?from=paper']);
    expect((await addedTo(page, '.prose a'))[0]).toContain('https://www.source.example/linked');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await close();
  });
});
