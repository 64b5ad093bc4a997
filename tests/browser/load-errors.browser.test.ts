import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { strings } from '../../src/app/i18n/strings.ts';
import { notFoundStrings } from '../../src/app/states/not-found-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
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

const newPage = () => browser.newPage({ now: NOW });

async function open(path = '') {
  const reader = await newPage();
  await reader.page.goto(site.url + path);
  await waitForHydration(reader.page);
  return reader;
}

test.each<[Fault, string]>([
  ['truncated', strings.failureReasons.unreadable],
  ['html', strings.failureReasons.unreadable],
  [500, strings.failureReasons.unreachable],
])(
  'a topic whose file is %s shows an error with a button to retry, and the rest stays usable',
  async (fault, reason) => {
    const { page, close } = await open();
    site.faults.set('data/feeds/topics/science/head.json', fault);
    await page.click('.topic-bar a[href$="/topics/science/"]');
    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('[role=alert] h2')).toBe(strings.failed.stories);
    expect(await page.textContent('[role=alert] p')).toBe(reason);
    expect(await page.locator('.topic-bar a').count()).toBeGreaterThan(3);
    site.faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Story 0', exact: true }).waitFor();
    expect(await page.locator('[role=alert]').count()).toBe(0);
    await close();
  },
);

test('a topic that does not exist is not found', async () => {
  const { page, close } = await open('topics/alchemy/');
  await page.waitForSelector(`h1 >> text=${notFoundStrings.topic}`);
  expect(await page.title()).toBe('Not found · The Test Paper');
  await close();
});

test('an article whose file fails to load shows its summary', async () => {
  const { page, close } = await open();
  site.faults.set('data/articles/story-0.json', 'truncated');
  await page.getByRole('link', { name: 'Story 0', exact: true }).click();
  await page.waitForSelector(`[role=alert] >> text=${strings.failed.story}`);
  expect(await page.textContent('h1')).toBe('Story 0');
  expect(await page.locator('.related').count()).toBe(0);
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('.related');
  await close();
});

test('if older stories fail to load, the list keeps the others', async () => {
  const { page, close } = await open();
  site.faults.set('data/feeds/all/6.json', 'html');
  await page.getByRole('link', { name: 'Older stories' }).click();
  await page.waitForSelector(`[role=alert] >> text=${strings.failed.older}`);
  expect(await page.locator('.stories > li').count()).toBe(30);
  site.faults.clear();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.stories > li').length === 50);
  await close();
});

test('a page whose code fails to load stays as it was pre-rendered, and its links work', async () => {
  const { page, close } = await newPage();
  await page.route('**/article-page-*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site.url}articles/story-1/`, { waitUntil: 'networkidle' });
  expect(await page.textContent('h1')).toBe('Story 1');
  await page.locator('.kicker a').click();
  await page.waitForURL('**/topics/culture/');
  expect(await page.locator('.card').count()).toBeGreaterThan(1);
  await close();
});

test('addresses without a page are not found', async () => {
  const { page, close } = await newPage();
  for (const path of ['nowhere/', 'articles/no/such/', 'topics/none/archive/9/', 'providers/none.example/']) {
    await page.goto(site.url + path);
    await page.waitForFunction(() => document.title.startsWith('Not found'));
    expect(await page.locator('main h1').count()).toBe(1);
  }
  await close();
});
