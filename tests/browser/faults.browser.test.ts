import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { markDocument } from '../support/reader.ts';
import { type Fault, type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW } from '../support/test-paper.ts';

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterEach(() => site.faults.clear());
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function newPage() {
  const reader = await browser.newPage({ now: NOW });
  return reader;
}

async function open(path = '') {
  const reader = await newPage();
  await reader.page.goto(site.url + path);
  await waitForHydration(reader.page);
  return reader;
}

test.each<[Fault, string]>([
  ['truncated', 'The file is incomplete'],
  ['html', 'The file is incomplete'],
  [500, 'The server could not be reached'],
])('a topic whose file is %s says so, keeps the rest usable, and tries again', async (failure, words) => {
  const { page, close } = await open();
  site.faults.set('data/feeds/topics/science/head.json', failure);
  await page.click('.topic-bar a[href$="/topics/science/"]');
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert] h2')).toBe('These stories could not be loaded.');
  expect(await page.textContent('[role=alert] p')).toContain(words);
  expect(await page.locator('.topic-bar a').count()).toBeGreaterThan(3);
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Story 0', exact: true }).waitFor();
  expect(await page.locator('[role=alert]').count()).toBe(0);
  await close();
});

test('a topic that is not there is not found', async () => {
  const { page, close } = await open('topics/alchemy/');
  await page.waitForSelector('h1 >> text=This topic does not exist.');
  expect(await page.title()).toBe('Not found · The Test Paper');
  await close();
});

test('an article whose file does not come keeps what its card knows', async () => {
  const { page, close } = await open();
  site.faults.set('data/articles/story-0.json', 'truncated');
  await page.getByRole('link', { name: 'Story 0', exact: true }).click();
  await page.waitForSelector('[role=alert] >> text=The rest of this story could not be loaded.');
  expect(await page.textContent('h1')).toBe('Story 0');
  expect(await page.locator('.related').count()).toBe(0);
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('.related');
  await close();
});

test('older stories that do not come leave those that are there', async () => {
  const { page, close } = await open();
  site.faults.set('data/feeds/all/6.json', 'html');
  await page.getByRole('link', { name: 'Older stories' }).click();
  await page.waitForSelector('[role=alert] >> text=The older stories could not be loaded.');
  expect(await page.locator('.stories > li').count()).toBe(30);
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.stories > li').length === 50);
  await close();
});

test('a page whose code does not come stays as it was rendered, and its links work', async () => {
  const { page, close } = await newPage();
  await page.route('**/article-page-*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site.url}articles/story-1/`, { waitUntil: 'networkidle' });
  expect(await page.textContent('h1')).toBe('Story 1');
  await page.locator('.kicker a').click();
  await page.waitForURL('**/topics/culture/');
  expect(await page.locator('.card').count()).toBeGreaterThan(1);
  await close();
});

test('an article whose code does not come when its card is followed is opened as a document', async () => {
  const { page, close } = await newPage();
  await page.route('**/article-page-*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await markDocument(page);
  await page.getByRole('link', { name: 'Story 1', exact: true }).click();
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-marked'));
  await page.locator('.article').waitFor();
  expect(await page.textContent('h1')).toBe('Story 1');
  await close();
});

test('addresses that mean nothing are not found', async () => {
  const { page, close } = await newPage();
  for (const path of ['nowhere/', 'articles/no/such/', 'archive/99/', 'providers/none.example/']) {
    await page.goto(site.url + path);
    await page.waitForFunction(() => document.title.startsWith('Not found'));
    expect(await page.locator('main h1').count()).toBe(1);
  }
  await close();
});
