import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InterfaceTexts, loadInterfaceLanguage } from '../../src/pipeline/settings/interface-language.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

/* The interface in another language than English. An audit looks at all languages. */

const articles = Object.fromEntries(
  ['ar', 'ar', 'en', 'ar'].map((lang, index) => [
    `${index}.md`,
    `---
title: خبر ${index}
publishedDateTime: 2026-11-2${index}T08:15:00Z
lang: ${lang}
topics: [ثقافة, علوم]
webUrl: https://a${index}.example/
authors: [سمير, ليلى]
---
نص
`,
  ]),
);

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function serve(siteYaml: string): Promise<StaticServer> {
  return serveFolder(await buildFolder({ CONTENT_DIR: writeContent({ ...articles, 'site.yaml': siteYaml }) }));
}

describe('a paper in Arabic', () => {
  let site: StaticServer;
  let texts: InterfaceTexts;
  beforeAll(async () => {
    site = await serve('title: الصحيفة\nlanguage: ar-EG\nstrings:\n  common:\n    settings: خيارات\n');
    ({ tables: texts } = await loadInterfaceLanguage({ site: { language: 'ar-EG' } }));
  });
  afterAll(() => site.close());

  test.each(['', 'articles/0/', 'settings/', 'search/'])(
    '/%s is hydrated without an error, with the clock a year on',
    async (path) => {
      const { page, errors, close } = await browser.newPage({ now: '2027-11-29T10:00:00Z' });
      await page.goto(site.url + path);
      await waitForHydration(page);
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
        'ar-EG',
        'rtl',
      ]);
      await page.getByRole('link', { name: 'خيارات' }).first().waitFor();
      expect(errors).toEqual([]);
      await close();
    },
  );

  test('lazy parts, the document and dates are in Arabic, with the digits of addresses', async () => {
    const { page, errors, close } = await browser.newPage({ now: '2026-11-24T10:00:00Z' });
    const html = await (await page.goto(site.url))?.text();
    expect(html).toContain(texts.indexHtml.needScript);
    expect(html).toContain(JSON.stringify(texts.indexHtml.partFailed));
    await waitForHydration(page);
    expect(await page.locator('.masthead-date').textContent()).toMatch(/2026/);
    await page.locator('.all-topics').click();
    await page.getByText(texts.filter.panel.unread).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('the list can be filtered by language', async () => {
    const { page, errors, close } = await browser.newPage();
    await page.goto(site.url);
    await waitForHydration(page);
    await page.locator('.all-topics').click();
    await page.locator('.filter-panel').getByText('الإنجليزية').click();
    await page.waitForURL(/\?lang=en$/);
    await expect.poll(() => page.locator('main .stories h3').allTextContents()).toEqual(['خبر 2']);
    expect(errors).toEqual([]);
    await close();
  });
});

test('a paper in a language without texts has an interface in English, marked as such', async () => {
  const site = await serve('title: הנמל\nlanguage: he\n');
  const { page, errors, close } = await browser.newPage();
  await page.goto(site.url);
  await waitForHydration(page);
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'he',
    'rtl',
  ]);
  const tools = page.locator('.masthead-tools');
  expect([await tools.getAttribute('lang'), await tools.getAttribute('dir')]).toEqual(['en', 'ltr']);
  // The text is isolated, so that it is in order also where no element is marked.
  expect(await page.locator('.all-topics').textContent()).toContain('\u2066All topics\u2069');
  expect(errors).toEqual([]);
  await Promise.all([close(), site.close()]);
});
