import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { markDocument } from '../support/reader.ts';
import { type Fault, type StaticServer, serveFolder } from '../support/static-server.ts';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const { folder } = await buildSite();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterEach(() => site.faults.clear());
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const TOPIC = 'data/feeds/topics/science/head.json';

test.each<[Fault, string]>([
  ['truncated', 'What arrived is incomplete'],
  ['html', 'What arrived is incomplete'],
  [500, 'The host could not be reached'],
])('a topic whose file is %s says so, keeps the rest usable, and tries again', async (fault, words) => {
  const { page, close } = await browser.newPage();
  site.faults.set(TOPIC, fault);
  await page.goto(site.url);
  await page.click('.topic-bar a[href$="/topics/science/"]');
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert] h2')).toBe('These stories did not arrive.');
  expect(await page.textContent('[role=alert] p')).toContain(words);
  expect(await page.locator('.topic-bar a').count()).toBeGreaterThan(3);
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('.stories .card h3');
  expect(await page.locator('[role=alert]').count()).toBe(0);
  await close();
});

test('a topic that is not there is not found', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(`${site.url}topics/alchemy/`);
  await page.waitForSelector('h1 >> text=There is no such topic.');
  expect(await page.title()).toBe('Not found · Broadsheet');
  await close();
});

test('an article whose file does not come keeps what its card knows', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(site.url);
  site.faults.set('data/articles/2025/10/economics-why-growth-did-not-stop.json', 'truncated');
  await page.click('h3 a');
  await page.waitForSelector('[role=alert] >> text=The rest of this story did not arrive.');
  expect(await page.textContent('h1')).toBe('Why growth did not stop');
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('.related');
  await close();
});

test('older stories that do not come leave those that are there', async () => {
  const { page, close } = await browser.newPage();
  await page.goto(site.url);
  site.faults.set('data/feeds/all/1.json', 'html');
  await page.click('text=Older stories');
  await page.waitForSelector('[role=alert] >> text=The older stories did not arrive.');
  expect(await page.locator('.stories > li').count()).toBe(30);
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.stories > li').length === 39);
  await close();
});

test('a page whose code does not come stays as it was rendered, and its links work', async () => {
  const { page, close } = await browser.newPage();
  await page.route('**/article-page-*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site.url}articles/2025/06/png-after-twenty-two-years/`, { waitUntil: 'networkidle' });
  expect(await page.textContent('h1')).toContain('PNG');
  await page.locator('.kicker a').click();
  await page.waitForURL('**/topics/**');
  expect(await page.locator('.card').count()).toBeGreaterThan(1);
  await close();
});

test('an article whose code does not come when its card is followed is opened as a document', async () => {
  const { page, close } = await browser.newPage();
  await page.route('**/article-page-*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await markDocument(page);
  await page.click('h3 a');
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-marked'));
  await page.locator('.article').waitFor();
  expect(await page.textContent('h1')).toBe('Why growth did not stop');
  await close();
});

test('addresses that mean nothing are not found', async () => {
  const { page, close } = await browser.newPage();
  for (const path of ['nowhere/', 'articles/no/such/', 'archive/99/', 'providers/none.example/']) {
    await page.goto(site.url + path);
    await page.waitForFunction(() => document.title.startsWith('Not found'));
    expect(await page.locator('main h1').count()).toBe(1);
  }
  await close();
});
