import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrokenWords, findCutText } from '../support/broken-text.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { findViolations } from '../support/find-violations.ts';
import { waitForEffects } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { listFiles } from '../support/site-expectations.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';

/* Papers as publishers make them: only a content folder. */

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/papers');

const PAPERS = [
  {
    name: 'town',
    basePath: '/zeitung/',
    language: 'de ltr',
    title: 'Ohlenbrücker Stadtblatt',
    pages: ['', 'articles/verkehr/Sperrung der Mühlbrücke/', 'impressum/'],
    credits: 0,
    // More than two days after the newest article: the date in the masthead changes.
    now: '2026-09-23T12:00:00Z',
  },
  {
    name: 'gulf',
    basePath: '/',
    language: 'ar rtl',
    title: 'صحيفة المرسى',
    pages: ['', 'articles/2026/سفن-كهربائية/', 'من-نحن/'],
    credits: 1,
    now: '2026-10-09T12:00:00Z',
  },
  {
    name: 'links',
    basePath: '/',
    language: 'en-GB ltr',
    title: 'The Side Door',
    pages: ['', 'articles/2026/reading-list/'],
    credits: 0,
    now: '2026-11-20T12:00:00Z',
  },
];

/** Each page is loaded in the first colour scheme of a width, and changes to the second one. */
const WIDTHS = [
  { width: 390, height: 844, schemes: ['light', 'dark'] },
  { width: 1280, height: 800, schemes: ['dark', 'light'] },
] as const;

/** What the build says without the optional package `sharp`. */
const EXPECTED_WARNING = /^ *site\.yaml:\d+:\d+ warning icon: Expected the package `sharp`/;

let browser: TestBrowser;
const builds = new Map<string, BuiltSite>();
const sites = new Map<string, StaticServer>();
beforeAll(async () => {
  browser = await launchBrowser();
  for (const { name, basePath, now } of PAPERS) {
    const built = await buildSite({ CONTENT_DIR: path.join(FIXTURES, name), BUILD_TIME: now });
    builds.set(name, built);
    sites.set(name, await serveFolder(built.folder, { basePath }));
  }
});
afterAll(async () => {
  await browser.close();
  for (const site of sites.values()) await site.close();
});

const builtOf = (name: string): BuiltSite => builds.get(name) as BuiltSite;
const urlOf = (name: string, address = ''): string => (sites.get(name) as StaticServer).url + address;

describe.each(PAPERS)('the paper $name', ({ name, language, title, pages, credits, now }) => {
  test('is built without an error or a warning', () => {
    const { exitCode, stdout, stderr } = builtOf(name);
    const diagnostics = `${stdout}\n${stderr}`
      .split('\n')
      .filter((line) => /(?:^|\s)(?:error|warning) \S+:/.test(line));
    expect(diagnostics.filter((line) => !EXPECTED_WARNING.test(line))).toEqual([]);
    expect(stdout).toMatch(/, 0 drafts, 0 duplicates, 0 rejected$/m);
    expect(exitCode).toBe(0);
  });

  test('has no file with the name of the software but for its credit', () => {
    const { folder } = builtOf(name);
    const texts = listFiles(folder).filter((file) => /\.(?:html|xml|json|webmanifest|txt)$/.test(file));
    const naming = texts.filter((file) =>
      /broadsheet/i.test(textOf(readFileSync(path.join(folder, file), 'utf8'), credits)),
    );
    expect(naming).toEqual([]);
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.webmanifest'), 'utf8')) as object;
    expect(manifest).toMatchObject({ name: title, lang: language.split(' ')[0] });
  });

  test.each(WIDTHS)('is hydrated, accessible and complete at $width px', async ({ schemes, ...size }) => {
    const [colorScheme, other] = schemes;
    const { page, errors, foreignRequests, close } = await browser.newPage({ ...size, colorScheme, now });
    const shifts = await watchShifts(page);
    for (const address of pages) {
      await page.emulateMedia({ colorScheme });
      expect((await page.goto(urlOf(name, address)))?.status(), address).toBe(200);
      await waitForEffects(page);
      expect(await describeDocument(page), address).toEqual({ language, credits, isNamed: false });
      expect(await page.title(), address).toContain(title);
      const faults = [findCutText, findBrokenWords, findScrolling].map((find) => find(page));
      expect((await Promise.all(faults)).flat(), address).toEqual([]);
      expect(await findViolations(page), address).toEqual([]);
      await page.emulateMedia({ colorScheme: other });
      expect(await findViolations(page, ['color-contrast']), `${address}, ${other}`).toEqual([]);
      expect(await shifts.total(), address).toBe(0);
    }
    expect([errors, foreignRequests]).toEqual([[], []]);
    await close();
  });
});

describe('a paper from right to left', () => {
  const { name, pages, now } = PAPERS[1] as (typeof PAPERS)[number];
  test('has the date of a row where the row begins', async () => {
    const { page, close } = await browser.newPage({ now });
    await page.goto(urlOf(name));
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
    await close();
  });

  test('names the source of an article on a phone, below the nameplate and the menu', async () => {
    const { page, close } = await browser.newPage({ now, width: 390, height: 844 });
    await page.goto(urlOf(name, pages[1]));
    const provider = page.locator('.article-header .provider');
    expect(await provider.isVisible()).toBe(true);
    const order = ['.nameplate', '.masthead-pages', '.topic-bar', '.article-header .provider'];
    const tops = await Promise.all(
      order.map(async (part) => (await page.locator(part).boundingBox())?.y ?? Number.NaN),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    await close();
  });

  test('has a text from left to right below its headline', async () => {
    const { page, close } = await browser.newPage({ now });
    await page.goto(urlOf(name, 'articles/2026/harbour-library/'));
    const [headline, text] = await Promise.all(
      ['.article-headline', '.prose'].map((part) => page.locator(part).boundingBox()),
    );
    expect(text?.x).toBe(headline?.x);
    await close();
  });
});

/** A file without its scripts and, if the paper has one, the credit; that of a feed is an element (RFC 4287, 4.2.4). */
function textOf(body: string, credits: number): string {
  const text = body.replace(/<script\b.*?<\/script>/gs, '');
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
