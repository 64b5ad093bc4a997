import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

const STORY = `---
title: It has moved
publishedDateTime: 2021-05-19T10:00:00Z
webUrl: https://source.example/1
formerly: [/old/, "/2019/caf%C3%A9.html"]
---
`;

let browser: TestBrowser;
let site: StaticServer;
beforeAll(async () => {
  const content = writeContent({ '2021/größe.md': STORY });
  const folder = await buildFolder({ CONTENT_DIR: content, ADDRESS: 'https://paper.example/a/' });
  site = await serveFolder(folder, { basePath: '/a/' });
  browser = await launchBrowser();
});
afterAll(() => Promise.all([browser.close(), site.close()]));

test.each([
  ['old/', true],
  ['old/', false],
  ['2019/caf%C3%A9.html', true],
  ['2019/caf%C3%A9.html', false],
])('%s redirects to the address of the article, with JavaScript: %s', async (address, javaScriptEnabled) => {
  const { page, errors, close } = await browser.newPage({ javaScriptEnabled });
  await page.goto(site.url + address);
  await page.waitForURL('**/articles/2021/**');
  expect(await page.locator('h1').textContent()).toBe('It has moved');
  expect(errors).toEqual([]);
  await close();
});
