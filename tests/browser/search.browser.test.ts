import { EventEmitter, on } from 'node:events';
import { cpSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page, Route } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { strings } from '../../src/app/i18n/strings.ts';
import { searchStrings as words } from '../../src/app/pages/search/results/search-strings.ts';
import { launchBrowser, type PageOptions, type TestBrowser } from '../support/browser.ts';
import { waitForEffects } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { focusedText } from '../support/reader.ts';
import { buildSearchPaper, FOUND } from '../support/search-paper.ts';
import { SEARCH_TEXTS } from '../support/search-texts.ts';
import { type Fault, type StaticServer, serveFolder } from '../support/static-server.ts';
import { createTempFolder } from '../support/temp-folder.ts';

let browser: TestBrowser;
let site: StaticServer;
let folder: string;

beforeAll(async () => {
  folder = await buildSearchPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterEach(() => site.faults.clear());
afterAll(async () => {
  await (await shared)?.close();
  await Promise.all([browser.close(), site.close()]);
});

const FIELD = '.search-form input';
const NOW = '2026-11-23T20:00:00Z';

async function open(address = 'search/', options: PageOptions = {}, from = site) {
  const reader = await browser.newPage({ now: NOW, remoteImages: 'plate', ...options });
  await reader.page.goto(from.url + address);
  await waitForEffects(reader.page);
  return reader;
}

const searchFor = (query: string): string => `search/?${new URLSearchParams({ q: query })}`;

/** Waits until the results are these stories, the best first. */
async function expectResults(page: Page, titles: readonly string[]): Promise<void> {
  await page.waitForFunction((list) => {
    const shown = [...document.querySelectorAll('.search-results h3')].map((heading) => heading.textContent);
    return shown.length === list.length && list.every((title, index) => title === shown[index]);
  }, titles);
}

/** A page for queries that need no page of their own. */
let shared: ReturnType<typeof open> | undefined;
const reused = (): ReturnType<typeof open> => {
  shared ??= open();
  return shared;
};

const typed = async (page: Page, text: string): Promise<void> => {
  await page.focus(FIELD);
  await page.keyboard.type(text);
};

test('the link in the masthead leads to a field with the focus, which finds stories while the reader types', async () => {
  const { page, errors, close } = await open('');
  await page.click('.masthead-tools a[href$="/search/"]');
  await page.waitForFunction((field) => document.activeElement?.matches(field), FIELD);
  expect(await page.title()).toBe('Search · The Search Paper');
  await page.keyboard.type('harbour bri');
  // Results of the part that was typed so far may be shown before.
  await page.waitForURL(/search\/\?q=harbour\+bri$/);
  await expect.poll(() => page.title()).toBe('harbour bri · Search · The Search Paper');
  const marks = page.locator('.search-results mark');
  await expect.poll(() => marks.allTextContents()).toEqual(['harbour', 'bridge', 'Bridges', 'harbour']);
  await expectResults(page, [FOUND.bridge, FOUND.budget]);
  await page.waitForFunction(() => document.getElementById('announcer')?.textContent === '2 stories');
  expect(errors).toEqual([]);
  await close();
});

test('typing replaces the history entry, Enter keeps it, and Back restores the query and the results (READER 2)', async () => {
  const { page, close } = await open();
  const length = (): Promise<number> => page.evaluate(() => history.length);
  const before = await length();
  await typed(page, 'deep');
  await expectResults(page, [FOUND.fakes]);
  await page.keyboard.press('Enter');
  expect(await length()).toBe(before);
  await page.keyboard.type(' bridge');
  await page.waitForURL(/q=deep\+bridge$/);
  expect(await length()).toBe(before + 1);
  await page.goBack();
  await expectResults(page, [FOUND.fakes]);
  expect(await page.inputValue(FIELD)).toBe('deep');
  await page.click(`.search-results h3 >> text=${FOUND.fakes}`);
  await page.waitForURL(/\/articles\//);
  await page.getByRole('heading', { level: 1, name: FOUND.fakes }).waitFor();
  await page.goBack();
  await expectResults(page, [FOUND.fakes]);
  expect(await page.inputValue(FIELD)).toBe('deep');
  await close();
});

test('keys: / and t open the searches, Down goes to the first result, Escape clears the field and then leaves', async () => {
  const { page, close } = await open('');
  await page.keyboard.press('/');
  await page.waitForFunction((field) => document.activeElement?.matches(field), FIELD);
  await page.keyboard.type('rust');
  await page.waitForURL(/q=rust$/);
  await page.waitForSelector('.search-results[aria-busy=false]');
  await expectResults(page, [FOUND.version]);
  await page.keyboard.press('ArrowDown');
  expect(await focusedText(page)).toBe(FOUND.version);
  await page.keyboard.press('/');
  await page.waitForFunction((field) => document.activeElement?.matches(field), FIELD);
  await page.keyboard.press('Escape');
  expect(await page.inputValue(FIELD)).toBe('');
  expect(new URL(page.url()).search).toBe('');
  await page.keyboard.press('Escape');
  await page.waitForURL(site.url);
  await page.keyboard.press('t');
  await page.waitForFunction(() => document.activeElement?.matches('.filter-panel input'));
  await page.keyboard.type('bud');
  await page.click('text=Search stories for “bud”');
  await expectResults(page, [FOUND.budget]);
  await close();
});

test('on a page with a query the next letter comes after it, Escape leaves also after Enter, and Back undoes what is pending', async () => {
  const { page, close } = await open('');
  await page.keyboard.press('/');
  await page.waitForFunction((field) => document.activeElement?.matches(field), FIELD);
  await page.keyboard.type('deep');
  await page.keyboard.press('Enter');
  await expectResults(page, [FOUND.fakes]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('/');
  await page.keyboard.press('End');
  await page.keyboard.type(' fakes');
  await page.waitForURL(/q=deep\+fakes$/);
  await page.keyboard.press('Enter');
  // In one task: what is typed stays pending for only 100 ms.
  await page.locator(FIELD).evaluate((field: HTMLInputElement) => {
    field.setRangeText(' before', field.value.length, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    history.back();
  });
  await page.waitForURL(/q=deep$/);
  expect(await page.inputValue(FIELD)).toBe('deep');
  await page.focus(FIELD);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.search-intro');
  await page.keyboard.press('Escape');
  await page.waitForURL(site.url);
  await close();
});

test('Back from a story focuses it in the results, and a link to clear the filters keeps the words', async () => {
  const { page, close } = await open(`${searchFor('harbour')}&topics=city,money`);
  await expectResults(page, [FOUND.bridge, FOUND.budget]);
  await page.getByRole('link', { name: FOUND.budget, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: FOUND.budget }).waitFor();
  await page.goBack();
  await page.waitForFunction((title) => document.activeElement?.textContent === title, FOUND.budget);
  await page.locator('main').getByRole('link', { name: 'Clear' }).click();
  await page.waitForURL(/search\/\?q=harbour$/);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await close();
});

test.each([
  ['"harbour bridge"', [FOUND.bridge]],
  ['harbour -council', [FOUND.budget]],
  ['strassenbahn', [FOUND.german]],
  ['uber die muller', [FOUND.german]],
  ['人民银行', [FOUND.chinese]],
  ['انتخابات', [FOUND.arabic]],
  ['1.85.1', [FOUND.version]],
  ['topic:money harbour', [FOUND.budget]],
  ['topic:mon harbour', [FOUND.budget]],
  ['provider:"Morning Post" bridge', [FOUND.bridge]],
  ['after:2026-11-19 before:2027', [FOUND.bridge, FOUND.budget]],
])('%s finds %j', async (query, titles) => {
  const { page, errors } = await reused();
  await page.fill(FIELD, query);
  await expectResults(page, titles);
  const count = titles.length === 1 ? '1 story' : `${titles.length} stories`;
  await expect.poll(() => page.textContent('.results-count')).toBe(count);
  expect(errors).toEqual([]);
});

test.each([
  ['goverment', FOUND.bridge, 'Nothing for goverment; showing government.'],
  ['deepfakes', FOUND.fakes, 'Nothing for deepfakes; showing deep fakes.'],
  ['coun cil', FOUND.bridge, 'Nothing for coun cil; showing council.'],
  ['election zebra', FOUND.fakes, words.anyWord],
])('%s is corrected, and the page says so', async (query, title, note) => {
  const { page } = await reused();
  await page.fill(FIELD, query);
  await page.waitForFunction((text) => document.querySelector('.search-note')?.textContent === text, note);
  await expectResults(page, [title]);
  expect(await page.locator('.search-note').count()).toBe(1);
});

test('a query without results says so, and offers to search without the filters', async () => {
  const { page, close } = await open(`${searchFor('bridge')}&topics=archive`);
  await page.getByRole('heading', { name: words.nothing({ query: 'bridge' }) }).waitFor();
  await page.getByRole('link', { name: words.withoutFilters }).click();
  await expectResults(page, [FOUND.bridge, FOUND.budget]);
  await close();
});

test('the filters of the panel and the order narrow and sort the results, and are in the address', async () => {
  const { page, close } = await open(searchFor('harbour'));
  await page.getByText('Newest', { exact: true }).click();
  await page.waitForURL(/q=harbour&sort=newest$/);
  await page.getByRole('button', { name: /^All topics/ }).click();
  await page.getByRole('checkbox', { name: /^Money/ }).check();
  await page.waitForURL(/q=harbour&topics=money&sort=newest$/);
  await expectResults(page, [FOUND.budget]);
  await page.keyboard.press('Escape');
  await page.locator('main').getByRole('link', { name: 'Remove: Money' }).click();
  await page.waitForURL(/q=harbour&sort=newest$/);
  await close();
});

test('an operator is shown as a filter, which removes it from the query', async () => {
  const { page, close } = await open(searchFor('bridge topic:money'));
  await expectResults(page, [FOUND.budget]);
  await page.locator('main').getByRole('link', { name: 'Remove: about money' }).click();
  await expectResults(page, [FOUND.bridge, FOUND.budget]);
  expect(await page.inputValue(FIELD)).toBe('bridge');
  await close();
});

test('long results are ten at a time, and topics and providers with that name are links above them', async () => {
  const { page, close } = await open(searchFor('archive letter'));
  await page.waitForFunction(() => document.querySelectorAll('.search-results h3').length === 10);
  expect(await page.textContent('.results-count')).toBe('290 stories');
  await page.click(`text=${words.more}`);
  await page.waitForFunction(() => document.querySelectorAll('.search-results h3').length === 20);
  await page.fill(FIELD, 'archive');
  const names = page.getByRole('list', { name: words.topicsAndProviders });
  await names.getByRole('link', { name: 'Archive' }).waitFor();
  await close();
});

test('stories that the reader hides are counted, and can be shown', async () => {
  const { page, close } = await open('settings/hidden/');
  await page.fill('input[name=word]', 'council');
  await page.keyboard.press('Enter');
  await page.getByText('council').first().waitFor();
  await page.goto(site.url + searchFor('bridge'));
  await page.waitForSelector('.hidden-note', { state: 'attached' });
  expect(await page.textContent('.hidden-note')).toContain('1 hidden');
  await page.locator('.hidden-note').getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: FOUND.bridge, exact: true }).waitFor();
  await close();
});

test('without JavaScript the page says so, and its form leads to the search', async () => {
  const { page, close } = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}search/`);
  const withoutScript = await page.locator('main noscript').innerHTML();
  expect(withoutScript).toContain(words.needsScript);
  expect(withoutScript).toContain('href="/topics/city/"');
  expect(withoutScript).toContain('href="/archive/9/"');
  await page.fill(FIELD, 'bridge');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.url}search/?q=bridge`);
  await close();
});

test('what was typed before the page was hydrated is searched, and Enter works before that', async () => {
  const { page, context, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route(/\/assets\/index-.*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${site.url}search/`, { waitUntil: 'commit' });
  await page.fill(FIELD, 'deep');
  release();
  await expectResults(page, [FOUND.fakes]);
  expect(await page.inputValue(FIELD)).toBe('deep');
  await close();
});

test('the form of a page that is not found leads to the search', async () => {
  const { page, close } = await open('no/such/page/');
  await page.fill(FIELD, 'deep fakes');
  await page.keyboard.press('Enter');
  await expectResults(page, [FOUND.fakes]);
  expect(page.url()).toBe(`${site.url}search/?q=deep+fakes`);
  await close();
});

test('no part of the search is fetched before it is used', async () => {
  site.requests.splice(0);
  const { page, close } = await open('');
  await page.mouse.move(300, 300);
  await page.waitForFunction(() => document.querySelector('.card-tools, .save-tool') !== null);
  const isOfSearch = (file: string): boolean => /data\/search|search-|\/search\./.test(file);
  expect(site.requests.map((request) => request.path).filter(isOfSearch)).toEqual([]);
  await close();
});

test('a link to a search shows its results, without a shift, also with blocked storage (READER 24)', async () => {
  const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  const shifts = await watchShifts(page);
  await page.goto(site.url + searchFor('harbour'));
  await expectResults(page, [FOUND.bridge, FOUND.budget]);
  expect(await shifts.total()).toBe(0);
  expect(errors).toEqual([]);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await close();
});

const manifest = 'data/search/index.json';
const WITH_BODIES = 'unpublished: hide\nduplicates: newest\nsearch: bodies\n';
const FAULTS: Fault[] = [404, 'html'];

test.each(FAULTS)(
  'if a shard of the newest stories is %s, the page says until when stories were searched',
  async (fault) => {
    for (let index = 0; index < 8; index += 1) site.faults.set(`data/search/256-41/${index}.json`, fault);
    const { page, close } = await open(searchFor('letter'));
    await page.waitForSelector('.search-results h3');
    expect(await page.locator('.search-note').allTextContents()).toContainEqual(
      expect.stringMatching(/^Only stories until \w+ 2026 could be searched\. Try again$/),
    );
    site.faults.clear();
    await page.getByRole('button', { name: strings.tryAgain }).click();
    await page.waitForFunction(() => document.querySelector('.search-note') === null);
    await close();
  },
);

test.each<Fault>(['truncated', 500])('if the manifest is %s, the page says so and tries again', async (fault) => {
  site.faults.set(manifest, fault);
  const { page, close } = await open(searchFor('bridge'));
  await page.waitForSelector(`[role=alert] >> text=${strings.failed.stories}`);
  site.faults.clear();
  await page.getByRole('button', { name: strings.tryAgain }).click();
  await expectResults(page, [FOUND.bridge, FOUND.budget]);
  await close();
});

test('results whose list cannot be fetched are counted, and come when it is there again', async () => {
  const { page, close } = await open(`${searchFor('archive')}&sort=newest`);
  const hasResults = (count: number) =>
    page.waitForFunction((wanted) => document.querySelectorAll('.search-results h3').length === wanted, count);
  await hasResults(10);
  await page.click(`text=${words.more}`);
  await hasResults(20);
  // The next ten are in two lists, of which one fails.
  site.faults.set('data/feeds/all/9.json', 500);
  await page.click(`text=${words.more}`);
  await page.getByText(words.missing({ count: 10 })).waitFor();
  expect(await page.locator('.search-results h3').count()).toBe(20);
  site.faults.clear();
  await page.getByRole('button', { name: strings.tryAgain }).click();
  await hasResults(30);
  expect(await page.locator('.search-note').count()).toBe(0);
  await close();
});

test('stories whose searched body cannot be fetched are counted, and tested when it is there again', async () => {
  const server = await serveFolder(await buildSearchPaper(WITH_BODIES));
  const { page, close } = await open('search/', {}, server);
  const routes = new EventEmitter();
  const requests = on(routes, 'route');
  const nextRequest = async (): Promise<Route> => ((await requests.next()).value as [Route])[0];
  await page.route('**/data/articles/named-0.json', (route) => void routes.emit('route', route));
  // The title has both words, but not next to each other in this order.
  await page.fill(FIELD, '"harbour new"');
  await (await nextRequest()).fulfill({ status: 404 });
  // It is asked for again with the rest of the results. Only then it is missing.
  const second = await nextRequest();
  expect(await page.locator('.search-note').allTextContents()).not.toContainEqual(
    expect.stringContaining(words.missing({ count: 1 })),
  );
  await second.fulfill({ status: 404 });
  await page.getByText(words.missing({ count: 1 })).waitFor();
  await page.getByRole('button', { name: strings.tryAgain }).click();
  await (await nextRequest()).continue();
  await page.getByText(words.nothing({ query: '"harbour new"' })).waitFor();
  expect(await page.locator('.search-note').count()).toBe(0);
  await close();
  await server.close();
});

test('a search goes on when another edition is published in between', async () => {
  const published = createTempFolder('published');
  cpSync(folder, published, { recursive: true });
  const server = await serveFolder(published);
  const { page, errors, close } = await open('search/', {}, server);
  await typed(page, 'bridge');
  await expectResults(page, [FOUND.bridge, FOUND.budget]);
  // The next edition has fewer stories: its files have other names.
  const next = await buildSearchPaper(WITH_BODIES);
  renameSync(path.join(published, 'data'), path.join(published, 'old'));
  cpSync(path.join(next, 'data'), path.join(published, 'data'), { recursive: true });
  rmSync(path.join(published, 'old'), { recursive: true });
  await page.fill(FIELD, 'fakes');
  await expectResults(page, [FOUND.fakes]);
  expect(await page.locator('[role=alert]').count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
  await server.close();
});

test.each(['"', '-', 'topic:', '((((', 'x'.repeat(10_000), '\u202eletter\u202c', '🎈'])(
  'the query %# is no error',
  async (query) => {
    const { page, errors } = await reused();
    await page.fill(FIELD, '');
    await page.waitForSelector('.search-intro');
    await page.fill(FIELD, query);
    await page.waitForSelector('.search-results .state-title, .search-results h3');
    expect(errors).toEqual([]);
  },
);

test('with `search: false` there is no link, no index and no page', async () => {
  const server = await serveFolder(await buildSearchPaper('search: false\n'));
  const { page, close } = await open('', {}, server);
  expect(await page.locator('a[href$="/search/"]').count()).toBe(0);
  const answer = await page.goto(`${server.url}search/`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { level: 1, name: 'This page does not exist.' }).waitFor();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.matches('.filter-panel input'));
  await close();
  await server.close();
});

test('texts of eleven scripts have the same terms in the browser as in the build', async () => {
  const { page, close } = await browser.newPage();
  await page.addScriptTag({ content: await bundleTerms() });
  for (const { text, terms } of SEARCH_TEXTS) {
    const inBrowser = await page.evaluate(
      (searched) => [
        ...(window as unknown as { search: typeof import('../../src/model/search/terms.ts') }).search.termsOf(searched),
      ],
      text,
    );
    expect(inBrowser).toEqual(terms);
  }
  await close();
});

/** The module that splits texts into terms, as a script. */
async function bundleTerms(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: 'src/model/search/terms.ts', formats: ['iife'], name: 'search' } },
  });
  const [bundle] = [built].flat();
  const [chunk] = bundle && 'output' in bundle ? bundle.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The module could not be bundled.');
  return chunk.code;
}
