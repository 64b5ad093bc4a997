import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { interact } from '../support/reader-page.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

/* A paper in a language without texts of the interface: each text is in an element of its language (WCAG 3.1.2). */

const NOW = '2026-11-24T10:00:00Z';

const story = (title: string, at: string, provider: string, lines = '', body = 'גוף הידיעה'): string => `---
title: ${title}
excerpt: תקציר של הידיעה
publishedDateTime: ${at}
webUrl: https://${provider}.example/${encodeURIComponent(at)}
provider: { name: ${provider === 'one' ? 'העיתון' : 'המבשר'}, domain: ${provider}.example }
topics: [תרבות, מדע]
${lines}
---
${body}
`;

const content = {
  'site.yaml': 'title: הנמל\nlanguage: he\npagesFolder: pages\ndescription: עיתון של הנמל\n',
  'first.md': story('שריפה גדולה פרצה במחסן בנמל חיפה', '2026-11-24T08:15:00Z', 'one', 'authors: [סמיר, ליאור]'),
  'second.md': story('שריפה גדולה פרצה אמש במחסן בנמל חיפה', '2026-11-24T07:15:00Z', 'two'),
  'third.md': story('במחסן בנמל חיפה פרצה שריפה גדולה', '2026-11-24T06:15:00Z', 'three'),
  'fourth.md': story('שריפה גדולה במחסן בנמל חיפה פרצה', '2026-11-24T05:15:00Z', 'four'),
  'english.md': story('A story', '2026-11-24T04:15:00Z', 'two', 'lang: en', 'A body').replace(
    'תקציר של הידיעה',
    'An excerpt',
  ),
  'video.md': story('סרטון', '2026-11-24T03:15:00Z', 'two', 'videoUrl: https://vimeo.com/1234567'),
  'pages/imprint.md': '---\ntitle: אודות\nupdatedDateTime: 2026-11-20T08:15:00Z\n---\nאודות\n',
  ...Object.fromEntries(
    Array.from({ length: 70 }, (_, index) => [
      `old-${index}.md`,
      story(
        `ידיעה ${index}`,
        `2026-${String((index % 10) + 1).padStart(2, '0')}-${String((index % 27) + 1).padStart(2, '0')}T08:15:00Z`,
        'one',
      ),
    ]),
  ),
};

let browser: TestBrowser;
let site: StaticServer;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveFolder(await buildFolder({ CONTENT_DIR: writeContent(content) }));
});
afterAll(() => Promise.all([browser.close(), site.close()]));

/** The texts of the page that are not in an element of their language, with the path of the element. */
const wronglyMarked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      // Hosts, keys and operators are in no language.
      const text = (node.textContent ?? '').replace(/[\w.-]+\.(?:example|org)\b|\btopic:/g, '').trim();
      if (!element || element.closest('script, style, noscript, kbd, .logo')) continue;
      const lang = element.closest('[lang]')?.getAttribute('lang');
      const languages = [/\p{Script=Hebrew}/u.test(text) && 'he', /\p{Script=Latin}/u.test(text) && 'en'];
      if (languages.some((each) => each && each !== lang))
        wrong.push(`${lang}: ${text} (${element.tagName} ${element.parentElement?.className})`);
    }
    return [...new Set(wrong)];
  });

async function open(path: string, options: { width?: number; isMobile?: boolean } = {}) {
  const reader = await browser.newPage({ now: NOW, ...options });
  const url = site.url + path;
  await reader.page.goto(url);
  await waitForHydration(reader.page);
  await interact(reader.page);
  return reader;
}

test.each([
  '',
  '?topics=תרבות',
  '?topics=תרבות&not=מדע&provider=two.example&period=2026-11-24',
  '?period=2020',
  'topics/תרבות/',
  'providers/two.example/',
  'archive/1/',
  'archive/99/',
  'articles/first/',
  'articles/english/',
  'articles/video/',
  'imprint/',
  'search/',
  'search/?q=שריפה',
  'search/?q=אין-תוצאות&topics=תרבות',
  'saved/',
  'settings/hidden/',
  'following/',
  'settings/',
  'missing/',
  'articles/missing/',
])('/%s', async (path) => {
  const { page, errors, close } = await open(path);
  await page.locator('main h1, main h2, main h3, .nameplate').first().waitFor();
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
  if (path === 'search/?q=שריפה') await page.locator('.search-results h3').first().waitFor();
  expect(await wronglyMarked(page)).toEqual([]);
  // The 404 page is answered with its status, which the browser reports.
  expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  await close();
});

test('the date of a card is in the direction of its language', async () => {
  const { page, close } = await open('topics/תרבות/');
  const directions = await page
    .locator('.byline time')
    .evaluateAll((dates) => dates.map((date) => getComputedStyle(date).direction));
  expect(new Set(directions)).toEqual(new Set(['ltr']));
  await close();
});

test('the page of an event', async () => {
  const { page, close } = await open('');
  await page.locator('.event-more').click();
  await page.locator('.event-list .card').first().waitFor();
  expect(await wronglyMarked(page)).toEqual([]);
  await page.locator('.event-about summary').first().click();
  expect(await wronglyMarked(page)).toEqual([]);
  await close();
});

test('the menu of a card, what it does, and the pages of the reader', async () => {
  const { page, errors, close } = await open('');
  const card = page.locator('article.card', { hasText: 'סרטון' });
  const pick = async (...names: string[]): Promise<void> => {
    await card.locator('.menu-tool').click();
    expect(await wronglyMarked(page)).toEqual([]);
    for (const name of names) await card.locator('.card-menu button', { hasText: name }).click();
  };
  await pick('Save');
  await page.locator('.undo-toast p').waitFor();
  await pick('Follow');
  await pick('Hide');
  expect(await wronglyMarked(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.locator('dialog.sheet').waitFor();
  expect(await wronglyMarked(page)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const path of ['following/', 'saved/', '', 'articles/video/']) {
    await page.goto(site.url + path);
    await waitForHydration(page);
    await interact(page);
    await page.locator('main h3').first().waitFor();
    expect(await wronglyMarked(page)).toEqual([]);
  }
  expect(errors).toEqual([]);
  await close();
});

test('the filter panel, with a choice and with a query, and its sheet', async () => {
  const { page, errors, close } = await open('');
  await page.locator('.all-topics').click();
  const panel = page.locator('#filter-panel .filter-panel');
  await panel.getByText('תרבות').first().waitFor();
  expect(await wronglyMarked(page)).toEqual([]);
  await panel.getByText('תרבות').first().click();
  await page.waitForURL(/topics/);
  await panel.getByText('מדע').first().click();
  await page.locator('.all-topics bdi').nth(1).waitFor();
  await page.locator('main .active-filters').waitFor({ state: 'attached' });
  expect(await wronglyMarked(page)).toEqual([]);
  await panel.locator('input[type=search]').fill('ת');
  await panel.locator('.filter-suggestions').first().waitFor();
  expect(await wronglyMarked(page)).toEqual([]);
  expect(errors).toEqual([]);
  await close();

  const phone = await open('topics/תרבות/', { width: 400, isMobile: true });
  await phone.page.locator('.bottom-bar > a').first().click();
  await phone.page.locator('dialog.sheet .filter-panel').waitFor();
  expect(await wronglyMarked(phone.page)).toEqual([]);
  await phone.close();
});

test('the texts of the document', async () => {
  const { page, close } = await browser.newPage({ javaScriptEnabled: false });
  const html = await (await page.goto(site.url))?.text();
  expect(html).toContain('<noscript><p class="page note pt-3" lang="en" dir="ltr">');
  expect(html).toContain('n.lang="en";n.dir="ltr";');
  await close();
});
