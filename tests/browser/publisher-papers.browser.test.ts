import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrokenWords, findCutText } from '../support/broken-text.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import type { BuiltSite } from '../support/build-site.ts';
import { COLOR_RULES, findViolations } from '../support/find-violations.ts';
import { waitForEffects } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { contentOf, PAPERS, type PublisherPaper, servePaper } from '../support/publisher-papers.ts';
import { listFiles } from '../support/site-expectations.ts';
import type { StaticServer } from '../support/static-server.ts';

/** Each page is loaded in the first colour scheme of a width, and changes to the second one. */
const WIDTHS = [
  { width: 390, height: 844, schemes: ['light', 'dark'] },
  { width: 1280, height: 800, schemes: ['dark', 'light'] },
] as const;

/** What the build says without the optional package `sharp`. */
const EXPECTED_WARNING = /^ *site\.yaml:\d+:\d+ warning icon: Expected the package `sharp`/;

const papers: readonly PublisherPaper[] = Object.values(PAPERS);
let browser: TestBrowser;
const served = new Map<string, { built: BuiltSite; site: StaticServer }>();
beforeAll(async () => {
  const [launched] = await Promise.all([
    launchBrowser(),
    ...papers.map(async (paper) => served.set(paper.name, await servePaper(paper))),
  ]);
  browser = launched;
});
afterAll(() => Promise.all([browser.close(), ...[...served.values()].map(({ site }) => site.close())]));

const servedOf = ({ name }: PublisherPaper) => served.get(name) as { built: BuiltSite; site: StaticServer };
const urlOf = (paper: PublisherPaper, address = ''): string => servedOf(paper).site.url + address;
const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe.each(papers)('the paper $name', (paper) => {
  const { language, title, credits, basePath } = paper;

  test('is built without an error or a warning', () => {
    const { exitCode, stdout, stderr } = servedOf(paper).built;
    const lines = `${stdout}\n${stderr}`.split('\n');
    const isExpected = lines.some((line) => EXPECTED_WARNING.test(line));
    // The line that counts diagnostics. There is none without any.
    const counts = lines.filter((line) => /^[\d,]+ (?:error|warning)s?\b/.test(line));
    expect(counts, stdout).toEqual(isExpected ? ['1 warning in 1 file'] : []);
    expect(stdout).toMatch(/, 0 drafts, 0 duplicates, 0 rejected$/m);
    expect(exitCode).toBe(0);
  });

  test('has no file with the name of the software but for its credit', () => {
    const { folder } = servedOf(paper).built;
    const texts = listFiles(folder).filter((file) => !/\.(?:woff2|png|ico)$/.test(file));
    expect(texts.filter((file) => /broadsheet/i.test(textOf(read(folder, file), file, credits)))).toEqual([]);
    const manifest = JSON.parse(read(folder, 'manifest.webmanifest')) as object;
    expect(manifest).toMatchObject({ name: title, lang: language.split(' ')[0] });
  });

  test('has every file of its icon that a page or the manifest names', () => {
    const { folder } = servedOf(paper).built;
    const pages = listFiles(folder).filter((file) => file.endsWith('.html'));
    const linked = pages.flatMap((file) =>
      [...read(folder, file).matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]*)"/g)].map(
        ([, href = '']) => href,
      ),
    );
    expect(linked.length).toBeGreaterThanOrEqual(pages.filter((file) => !isRedirect(read(folder, file))).length);
    expect(linked.filter((href) => !href.startsWith(basePath))).toEqual([]);
    const { icons } = JSON.parse(read(folder, 'manifest.webmanifest')) as { icons: { src: string }[] };
    const named = new Set([...linked.map((href) => href.slice(basePath.length)), ...icons.map(({ src }) => src)]);
    expect([...named].filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
    expect([...named]).toContain('icon.svg');
    expect(read(folder, 'icon.svg')).toBe(read(contentOf(paper), 'icon.svg'));
  });

  test('is hydrated, accessible and complete on a phone and on a desktop', () =>
    Promise.all(WIDTHS.map((size) => expectComplete(paper, size))));
});

/** Looks at the pages of a paper in a window of this size. */
async function expectComplete(paper: PublisherPaper, { schemes, ...size }: (typeof WIDTHS)[number]): Promise<void> {
  const { language, title, pages, credits, now } = paper;
  const [colorScheme, other] = schemes;
  const { page, errors, foreignRequests, close } = await browser.newPage({ ...size, colorScheme, now });
  const shifts = await watchShifts(page);
  for (const address of pages) {
    const place = `/${address}, ${size.width} px`;
    await page.emulateMedia({ colorScheme });
    expect((await page.goto(urlOf(paper, address)))?.status(), place).toBe(200);
    await waitForEffects(page);
    expect(await describeDocument(page), place).toEqual({ language, credits, isNamed: false });
    expect(await page.title(), place).toContain(title);
    const faults = [findCutText, findBrokenWords, findScrolling].map((find) => find(page));
    expect((await Promise.all(faults)).flat(), place).toEqual([]);
    expect(await findViolations(page), place).toEqual([]);
    // Not among the rules that axe runs by default.
    expect(await findViolations(page, ['target-size']), place).toEqual([]);
    await page.emulateMedia({ colorScheme: other });
    expect(await findViolations(page, COLOR_RULES), `${place}, ${other}`).toEqual([]);
    expect(await shifts.total(), place).toBe(0);
  }
  expect([errors, foreignRequests]).toEqual([[], []]);
  await close();
}

test('texts of the interface are those of the publisher', async () => {
  const { page, close } = await browser.newPage({ now: PAPERS.town.now });
  await page.goto(urlOf(PAPERS.town));
  expect(await page.getByRole('link', { name: 'Alle Meldungen' }).count()).toBeGreaterThan(0);
  await close();
});

test('a long title is in the middle, in one line, with and without the date beside it', async () => {
  const { page, close } = await browser.newPage({ width: 1280, now: PAPERS.town.now });
  const heights: number[] = [];
  for (const address of PAPERS.town.pages.slice(0, 2)) {
    await page.goto(urlOf(PAPERS.town, address));
    const { x = 0, width = 0, height = 0 } = (await page.locator('.nameplate').boundingBox()) ?? {};
    expect(Math.abs(x + width / 2 - 640), address).toBeLessThan(1);
    heights.push(height);
  }
  expect(heights[0]).toBe(heights[1]);
  expect(heights[0]).toBeLessThan(48);
  await close();
});

describe('a paper from right to left', () => {
  const paper = PAPERS.gulf;
  let reader: Awaited<ReturnType<TestBrowser['newPage']>>;
  beforeAll(async () => {
    reader = await browser.newPage({ now: paper.now });
  });
  afterAll(() => reader.close());

  test('has the date of a row where the row begins', async () => {
    const { page } = reader;
    await page.goto(urlOf(paper));
    const parts = await page.locator('.stories .card').evaluateAll((cards) =>
      cards.map((card) => {
        const [date, kicker] = [card.querySelector('time'), card.querySelector('.kicker')];
        return [card, date, kicker].map((part) => part?.getBoundingClientRect() as DOMRect);
      }),
    );
    expect(parts).toHaveLength(8);
    for (const [card, date, kicker] of parts as [DOMRect, DOMRect, DOMRect][]) {
      expect(date.right).toBeCloseTo(card.right, 0);
      expect(kicker.right).toBeLessThan(date.left);
    }
  });

  test('has a text from left to right below its headline', async () => {
    const { page } = reader;
    await page.goto(urlOf(paper, 'articles/2026/harbour-library/'));
    const [headline, text] = await Promise.all(
      ['.article-headline', '.prose'].map((part) => page.locator(part).boundingBox()),
    );
    expect(text?.x).toBe(headline?.x);
  });

  test('names the source of an article on a phone, below the nameplate and the menu', async () => {
    const { page } = reader;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(urlOf(paper, paper.pages[1]));
    const provider = page.locator('.article-header .provider');
    expect(await provider.isVisible()).toBe(true);
    const order = ['.nameplate', '.masthead-pages', '.topic-bar', '.article-header .provider'];
    const tops = await Promise.all(
      order.map(async (part) => (await page.locator(part).boundingBox())?.y ?? Number.NaN),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });
});

/** Pages that only lead to another address have no icon. */
const isRedirect = (html: string): boolean => html.includes('http-equiv="refresh"');

/**
 * The text of a file in which the software must not be named: without the names of stored data, which are those of the
 * software in lower case, and, if the paper has one, without the credit. Scripts have its text in any case.
 */
function textOf(body: string, file: string, credits: number): string {
  if (file.endsWith('.js')) return body.replace(/\bmadeWith:`[^`]*`/, '').replace(/broadsheet/g, '');
  // Not the data of the page and that for search engines, which have a type.
  const text = body.replace(/<script>.*?<\/script>/gs, '');
  // The credit of a feed is an element (RFC 4287, 4.2.4).
  return credits === 0 ? text : text.replace(/<p class="credit".*?<\/p>|<generator>[^<]*<\/generator>/gs, '');
}

/** The language and direction of a page, the number of its credits, and whether the rest of what it shows names the software. */
const describeDocument = (page: Page) =>
  page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    const credits = [...document.querySelectorAll<HTMLElement>('.credit')];
    const shown = credits.reduce((text, { innerText }) => text.replace(innerText, ''), document.body.innerText);
    return { language: `${lang} ${dir}`, credits: credits.length, isNamed: /broadsheet/i.test(shown) };
  });

/** Elements that scroll sideways, other than those that are made for it. */
const findScrolling = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.topic-bar-list, pre, .wide-table)')]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.className} scrolls`),
  );
