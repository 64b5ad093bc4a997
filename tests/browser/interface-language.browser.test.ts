import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InterfaceTexts, loadInterfaceLanguage } from '../../src/pipeline/settings/interface-language.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { PAPERS, servePaper } from '../support/publisher-papers.ts';
import type { StaticServer } from '../support/static-server.ts';

/* The interface of a paper in Arabic. An audit looks at all languages. */

const { now } = PAPERS.gulf;

let browser: TestBrowser;
let site: StaticServer;
let texts: InterfaceTexts;
beforeAll(async () => {
  [browser, { site }, { tables: texts }] = await Promise.all([
    launchBrowser(),
    servePaper(PAPERS.gulf),
    loadInterfaceLanguage({ site: { language: 'ar' } }),
  ]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

test('pages are hydrated without an error, with the clock a year on', async () => {
  const { page, errors, close } = await browser.newPage({ now: '2027-11-29T10:00:00Z' });
  for (const path of ['', 'articles/2026/harbour-library/', 'settings/', 'search/']) {
    await page.goto(site.url + path);
    await waitForHydration(page);
    const { lang, dir } = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
    }));
    expect([lang, dir], path).toEqual(['ar', 'rtl']);
    await page.getByRole('link', { name: texts.common.settings }).first().waitFor();
    expect(errors, path).toEqual([]);
  }
  await close();
});

test('lazy parts, the document and dates are in Arabic, and the list can be filtered by language', async () => {
  const { page, errors, close } = await browser.newPage({ now });
  const html = await (await page.goto(site.url))?.text();
  expect(html).toContain(texts.indexHtml.needScript);
  expect(html).toContain(JSON.stringify(texts.indexHtml.partFailed));
  await waitForHydration(page);
  expect(await page.locator('.masthead-date').textContent()).toMatch(/2026/);
  await page.locator('.all-topics').click();
  await page.getByText(texts.filter.panel.unread).waitFor();
  await page.locator('.filter-panel').getByText('الإنجليزية').click();
  await page.waitForURL(/\?lang=en$/);
  await expect
    .poll(() => page.locator('main .stories h3').allTextContents())
    .toEqual(['A library on the old ferry opens to readers in two languages']);
  expect(errors).toEqual([]);
  await close();
});
