import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { filterStrings } from '../../src/app/filter/filter-strings.ts';
import { readerStrings } from '../../src/app/pages/reader/reader-strings.ts';
import { yourDataStrings } from '../../src/app/pages/settings/your-data-strings.ts';
import { actionStrings } from '../../src/app/reader/actions/action-strings.ts';
import { undoStrings } from '../../src/app/reader/undo/undo-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper, NOW } from '../support/test-paper.ts';

/* What the reader owns: saved, read and hidden stories, followed topics, visits, settings. */

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterEach(() => site.faults.clear());
afterAll(() => Promise.all([browser.close(), site.close()]));

type Options = NonNullable<Parameters<TestBrowser['newPage']>[0]>;

async function open(path = '', options: Options = {}) {
  const reader = await browser.newPage({ now: NOW, remoteImages: 'plate', ...options });
  await visit(reader.page, path);
  return reader;
}

async function visit(page: Page, path = ''): Promise<void> {
  await page.goto(site.url + path);
  await waitForHydration(page);
  // Loads the tools of the cards.
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
}

const card = (page: Page, title: string) =>
  page.locator('article.card', { has: page.getByRole('heading', { name: title, exact: true }) });
const save = (page: Page, title: string): Promise<void> =>
  card(page, title)
    .getByRole('button', { name: `Save “${title}”` })
    .click();
const toast = (page: Page) => page.locator('.undo-toast');

async function choose(page: Page, title: string, ...items: string[]): Promise<void> {
  await card(page, title).locator('.menu-tool').click();
  for (const item of items) await card(page, title).getByRole('button', { name: item, exact: true }).click();
}

/** Waits until the database has what the page has. */
async function waitForStore(page: Page): Promise<void> {
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('broadsheet:unstored')));
}

describe('saved stories', () => {
  test('are kept after a reload, counted, searched, and removed with undo (READER 23)', async () => {
    const { page, errors, close } = await open();
    await save(page, 'Story 1');
    await save(page, 'Story 12');
    await toast(page).getByText(actionStrings.saved).waitFor();
    await waitForStore(page);
    await visit(page, 'saved/');
    await page.locator('.masthead-tools [data-count="2"]').waitFor();
    expect(await page.locator('.stories h3').allTextContents()).toEqual(['Story 12', 'Story 1']);
    await page.getByRole('searchbox').fill('no such words');
    await page.getByRole('heading', { name: readerStrings.saved.nothingFound }).waitFor();
    await page.getByRole('searchbox').fill('number 12');
    await card(page, 'Story 12').waitFor();
    expect(await page.locator('.stories h3').count()).toBe(1);
    await page.getByRole('button', { name: readerStrings.saved.removeFound }).click();
    await page.getByRole('button', { name: readerStrings.saved.clearSearch }).click();
    await card(page, 'Story 1').waitFor();
    expect(await page.locator('.stories h3').allTextContents()).toEqual(['Story 1']);
    await page.keyboard.press('z');
    await card(page, 'Story 12').waitFor();
    await page.getByText(readerStrings.saved.orders.topic, { exact: true }).click();
    await page.locator('.group-heading', { hasText: 'Culture' }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('stay readable when the paper withdraws them, with body and links, and say so', async () => {
    const { page, errors, close } = await open();
    await save(page, 'Story 5');
    await page.waitForFunction(async () => {
      const request = indexedDB.open('broadsheet /');
      const database = await new Promise<IDBDatabase>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      const keys = database.transaction('articles').objectStore('articles').getAllKeys();
      const found = await new Promise<IDBValidKey[]>((resolve) => {
        keys.onsuccess = () => resolve(keys.result);
      });
      database.close();
      return found.length === 1;
    });
    site.faults.set('data/articles/story-5.json', 404);
    await visit(page, 'saved/');
    await page.getByRole('link', { name: 'Story 5', exact: true }).click();
    await page.getByText(readerStrings.saved.withdrawn).waitFor();
    expect(await page.textContent('h1')).toBe('Story 5');
    await page.getByRole('heading', { name: 'What a story may say' }).waitFor();
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    await close();
  });

  test('are marked on the card and the article, by button and by key', async () => {
    const { page, close } = await open();
    await card(page, 'Story 3').getByRole('link', { name: 'Story 3', exact: true }).focus();
    await page.keyboard.press('s');
    await card(page, 'Story 3').locator('.save-tool[aria-pressed=true]').waitFor();
    await card(page, 'Story 3').getByRole('link', { name: 'Story 3', exact: true }).click();
    await page.locator('.article-tools .save-tool[aria-pressed=true]').waitFor();
    await page.keyboard.press('s');
    await page.locator('.article-tools .save-tool[aria-pressed=false]').waitFor();
    await toast(page).getByRole('button', { name: undoStrings.undo }).click();
    await page.locator('.article-tools .save-tool[aria-pressed=true]').waitFor();
    expect(await page.locator('.article-tools .save-tool').textContent()).toBe('Saved');
    await close();
  });
});

describe('read marks', () => {
  test('are set by opening, by key and by menu, and keep their colour and words (READER 15)', async () => {
    const { page, errors, close } = await open();
    const before = await page.locator('.group').first().boundingBox();
    await card(page, 'Story 1').getByRole('link', { name: 'Story 1', exact: true }).click();
    await page.locator('.article').waitFor();
    await page.goBack();
    await card(page, 'Story 1').getByText('Read', { exact: true }).waitFor();
    expect((await page.locator('.group').first().boundingBox())?.height).toBe(before?.height);
    await page.keyboard.press('m');
    await card(page, 'Story 1').locator('.read-mark').waitFor({ state: 'detached' });
    await choose(page, 'Story 3', 'Mark all above as read');
    await toast(page).getByText('Marked 3 stories as read.').waitFor();
    expect(await page.locator('.card[data-read] h3').allTextContents()).toEqual(['Story 0', 'Story 1', 'Story 2']);
    await page.keyboard.press('z');
    await page.locator('.card[data-read]').first().waitFor({ state: 'detached' });
    await page.locator('.mark-group button').first().click();
    await page.locator('.card[data-read]').first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

describe('unread stories only', () => {
  test('are listed and counted; a story that is read keeps its place until the list is left (READER 22)', async () => {
    const { page, errors, close } = await open('topics/culture/');
    await page.locator('.mark-group button').first().waitFor();
    const stories = await page.locator('.stories h3').allTextContents();
    await choose(page, stories[2] ?? '', 'Mark all above as read');
    await waitForStore(page);
    await visit(page, 'topics/culture/?show=unread');
    await page.getByText(`${stories.length - 2} unread of ${stories.length} stories`).waitFor();
    expect((await page.locator('.stories h3').allTextContents())[0]).toBe(stories[2]);
    await page.locator('.card h3 a').first().focus();
    await page.keyboard.press('m');
    await page.locator('.card[data-read]').waitFor();
    expect((await page.locator('.stories h3').allTextContents())[0]).toBe(stories[2]);
    const buttons = page.locator('.mark-group button');
    while ((await buttons.count()) > 0) await buttons.first().click();
    await waitForStore(page);
    await page.reload();
    await page.getByRole('heading', { name: filterStrings.allRead }).waitFor();
    await page.getByRole('link', { name: filterStrings.showRead }).click();
    await card(page, stories[0] ?? '').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('are a choice of the panel, which also has the number of new stories of each topic', async () => {
    const { page, errors, close } = await open('settings/');
    await seed(page, { newestAt: '2026-11-23T01:00:00Z', seenAt: '2026-11-23T06:00:00Z' });
    await visit(page);
    await page.click('.all-topics');
    await page.locator('.filter-row', { hasText: 'Space' }).getByText('2 new').waitFor();
    await page.locator('.filter-row', { hasText: 'Science' }).first().getByText('3 new').waitFor();
    await page.locator('label', { hasText: filterStrings.panel.unread }).getByText('28+').click();
    await page.waitForURL('**/?show=unread');
    await page.getByText('28 unread of 30 stories').waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

describe('hidden stories', () => {
  test('leave the list at once, are counted and shown on demand, and are listed in the settings (READER 22)', async () => {
    const { page, errors, close } = await open();
    await choose(page, 'Story 1', 'Hide stories like this…', 'Hide Culture for good');
    await card(page, 'Story 1').waitFor({ state: 'hidden' });
    expect(await card(page, 'Story 8').isVisible()).toBe(false);
    await page.locator('.hidden-note', { hasText: '5 hidden' }).waitFor({ state: 'attached' });
    await page.locator('.hidden-note').getByRole('button', { name: 'Show' }).click();
    await card(page, 'Story 8').waitFor();
    await waitForStore(page);
    await visit(page, 'topics/culture/');
    await page.getByRole('heading', { name: /^All \d+ stories here are hidden\.$/ }).waitFor();
    await page.getByRole('link', { name: 'What you hide' }).click();
    await page.getByRole('button', { name: readerStrings.hidden.showAgain('Culture') }).click();
    await page.getByRole('heading', { name: readerStrings.hidden.none }).waitFor();
    await page.getByLabel(readerStrings.hidden.word).fill('story 4');
    await page.getByRole('button', { name: readerStrings.hidden.addForAWeek }).click();
    await page.getByText(/^Word, until .*30 November 2026$/).waitFor();
    await waitForStore(page);
    await visit(page);
    await page.locator('.hidden-note', { hasText: '1 hidden' }).waitFor({ state: 'attached' });
    expect(await card(page, 'Story 4').isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await close();
  });
});

test('a word with characters of regular expressions hides titles, and breaks nothing', async () => {
  const { page, errors, close } = await open('settings/hidden/');
  await page.getByLabel(readerStrings.hidden.word).fill('story-4 [a-z]+');
  await page.getByRole('button', { name: readerStrings.hidden.addForever }).click();
  await waitForStore(page);
  await visit(page);
  await card(page, 'Story 4').waitFor();
  expect(errors).toEqual([]);
  await close();
});

test('a list with hidden words is shown, if the code that hides them does not load', async () => {
  const { page, close } = await open('settings/');
  await seed(page, { words: 1 });
  await page.route(/\/tools-[^/]*\.js$/, (route) => route.abort());
  await page.goto(site.url);
  await card(page, 'Story 1').waitFor();
  expect(await page.locator('html[data-filtered]').count()).toBe(0);
  await close();
});

test('a saved story of a hidden topic stays in the list of saved stories', async () => {
  const { page, close } = await open();
  await save(page, 'Story 1');
  await choose(page, 'Story 1', 'Hide stories like this…', 'Hide Culture for good');
  await waitForStore(page);
  await visit(page, 'saved/');
  await card(page, 'Story 1').waitFor();
  expect(await page.locator('.stories h3').allTextContents()).toEqual(['Story 1']);
  await close();
});

test('pictures that an import turns off are not requested any more', async () => {
  const { page, foreignRequests, close } = await open('settings/');
  await page.locator('input[type=file]').setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"broadsheet-reader","version":1,"settings":{"images":[1,"own"]}}'),
  });
  await page.getByRole('button', { name: yourDataStrings.merge }).click();
  await page.locator('meta[content="img-src data: \'self\'"]').waitFor({ state: 'attached' });
  expect(foreignRequests).toEqual([]);
  await close();
});

test('followed topics come first, and their stories are collected', async () => {
  const { page, errors, close } = await open();
  await choose(page, 'Story 5', 'Follow Technology');
  await page.locator('.topic-bar-list li:nth-child(2)', { hasText: 'Technology' }).waitFor();
  await visit(page, 'following/');
  await card(page, 'Story 5').waitFor();
  expect(await page.locator('.stories h3').first().textContent()).toBe('Story 0');
  await page.getByRole('button', { name: readerStrings.following.unfollowTopic('Technology') }).click();
  await page.getByRole('heading', { name: readerStrings.following.none }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

test('the first story that is not new has a mark with the last visit (READER 5)', async () => {
  const { page, close } = await open('settings/');
  await seed(page, { newestAt: '2026-11-23T09:00:00Z', seenAt: '2026-11-23T06:00:00Z' });
  await visit(page);
  const mark = page.locator('.stories > li', { has: page.locator('.new-since') });
  await mark.getByText('2 new above · last visit today at 06:00').waitFor();
  expect(await mark.locator('h3').textContent()).toBe('Story 2');
  await close();
});

describe('two tabs', () => {
  test('stay in step, and both keep what they do at once (READER 24)', async () => {
    const { page, context, errors, close } = await open();
    const other = await openTab(context);
    await Promise.all([save(page, 'Story 1'), save(other, 'Story 2')]);
    for (const tab of [page, other]) {
      await card(tab, 'Story 1').locator('.save-tool[aria-pressed=true]').waitFor();
      await card(tab, 'Story 2').locator('.save-tool[aria-pressed=true]').waitFor();
    }
    await toast(other).getByRole('button', { name: undoStrings.undo }).click();
    await card(page, 'Story 2').locator('.save-tool[aria-pressed=false]').waitFor();
    expect(await card(page, 'Story 1').locator('.save-tool').getAttribute('aria-pressed')).toBe('true');
    expect(errors).toEqual([]);
    await close();
  });

  async function openTab(context: BrowserContext): Promise<Page> {
    const tab = await context.newPage();
    await tab.clock.setFixedTime(NOW);
    await visit(tab);
    await tab.locator('.save-tool').first().waitFor();
    return tab;
  }
});

describe('storage that fails', () => {
  test.each([
    [
      'is blocked',
      () => {
        for (const name of ['localStorage', 'indexedDB']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('blocked', 'SecurityError');
            },
          });
        }
      },
    ],
    [
      'is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'does not answer',
      () => {
        IDBFactory.prototype.open = () => ({ addEventListener() {} }) as unknown as IDBOpenDBRequest;
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
  ])('because it %s: everything works until the page is closed, with one quiet note (READER 24)', async (_, spoil) => {
    const { page, errors, close } = await browser.newPage({ remoteImages: 'plate' });
    await page.addInitScript(spoil);
    await visit(page);
    await save(page, 'Story 1');
    await card(page, 'Story 1').locator('.save-tool[aria-pressed=true]').waitFor();
    await toast(page).getByText(undoStrings.unstored).waitFor();
    await page.getByRole('link', { name: 'Saved 1' }).click();
    await card(page, 'Story 1').waitFor();
    await page.locator('.save-tool').click();
    await page.getByRole('heading', { name: readerStrings.saved.none }).waitFor();
    expect(await toast(page).textContent()).not.toContain(undoStrings.unstored);
    expect(errors).toEqual([]);
    await close();
  });

  test.each([
    'rubbish',
    '[]',
    '{"version":1}',
    '{"version":1,"settings":{"theme":7},"changes":[[],[1,2,3],null],"paint":0}',
  ])('because it holds %s: it is ignored, and replaced', async (stored) => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    await page.addInitScript((text) => {
      if (sessionStorage.length > 0) return;
      sessionStorage.setItem('spoilt', '1');
      localStorage.setItem('broadsheet:reader /', text);
      localStorage.setItem('broadsheet:unstored / x', text);
    }, stored);
    await visit(page);
    await save(page, 'Story 1');
    await waitForStore(page);
    await visit(page, 'saved/');
    await card(page, 'Story 1').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('because it has data of a newer version: that stays as it is, and a sentence says so', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    const newer = '{"version":2,"everything":"else"}';
    await page.addInitScript((text) => localStorage.setItem('broadsheet:reader /', text), newer);
    await visit(page);
    await save(page, 'Story 1');
    await toast(page).getByText(undoStrings.newer).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('broadsheet:reader /'))).toBe(newer);
    expect(errors).toEqual([]);
    await close();
  });
});

describe('export and import', () => {
  test('bring everything to another browser, and an import can be undone', async () => {
    const { page, close } = await open();
    await save(page, 'Story 5');
    await choose(page, 'Story 1', 'Hide stories like this…', 'Hide Culture for good');
    await waitForStore(page);
    await visit(page, 'settings/');
    await page.getByText('Dark', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: yourDataStrings.export }).click(),
    ]);
    const json = readFileSync(await download.path());
    const [bookmarks] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: yourDataStrings.savedAs.bookmarks }).click(),
    ]);
    expect(readFileSync(await bookmarks.path(), 'utf8')).toContain('>Story 5</A>');
    await close();

    const other = await open('settings/');
    await other.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: json });
    await other.page.getByText('The file has 1 saved story, 1 hidden item, and 1 setting.').waitFor();
    await other.page.getByRole('button', { name: yourDataStrings.merge }).click();
    await other.page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
    await other.page.getByRole('link', { name: 'Saved 1' }).waitFor();
    await toast(other.page).getByRole('button', { name: undoStrings.undo }).click();
    await other.page.locator('html:not([data-theme])').waitFor({ state: 'attached' });
    await other.page.getByRole('link', { name: 'Saved', exact: true }).waitFor();
    expect(other.errors).toEqual([]);
    await other.close();
  });

  test.each([
    ['of another program', '{"bookmarks":[]}', yourDataStrings.faults.foreign],
    [
      'cut in the middle',
      '{"format":"broadsheet-reader","version":1,"read":{"a":[1,',
      yourDataStrings.faults.unreadable,
    ],
    ['of a newer version', '{"format":"broadsheet-reader","version":2}', yourDataStrings.faults.newer],
    ['of more than 20 MB', ' '.repeat(20_000_001), yourDataStrings.faults.large],
  ])('refuse a file %s with a sentence', async (_, text, message) => {
    const { page, errors, close } = await open('settings/');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByText(message).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('everything can be forgotten, with undo', async () => {
    const { page, errors, close } = await open();
    await save(page, 'Story 1');
    await waitForStore(page);
    await visit(page, 'settings/');
    await page.getByText('Dark', { exact: true }).click();
    await page.getByRole('button', { name: yourDataStrings.forget }).click();
    await page.locator('html:not([data-theme])').waitFor({ state: 'attached' });
    await toast(page).getByRole('button', { name: undoStrings.undo }).click();
    await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Saved 1' }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});

test.each(['the page is closed at once', 'another tab is open'])(
  'nothing of what is forgotten stays in the database and in local storage, when %s',
  async (situation) => {
    const { page, context, errors, close } = await open('settings/hidden/');
    const other = await context.newPage();
    await visit(other);
    await save(other, 'Story 1');
    await page.getByLabel(readerStrings.hidden.word).fill('zebra');
    await page.getByRole('button', { name: readerStrings.hidden.addForever }).click();
    await other.locator('.hidden-note, .save-tool[aria-pressed=true]').first().waitFor({ state: 'attached' });
    await visit(page, 'settings/');
    await page.clock.install({ time: NOW });
    await page.getByRole('button', { name: yourDataStrings.forget }).click();
    await other.locator('.save-tool[aria-pressed=true]').waitFor({ state: 'detached' });
    if (situation === 'the page is closed at once') {
      await page.evaluate(() => localStorage.setItem('broadsheet:forget /', '1'));
      await visit(page, 'settings/');
    } else await page.clock.runFor(11_000);
    await page.waitForFunction(() => localStorage.getItem('broadsheet:forget /') === null);
    if (situation === 'another tab is open') await save(other, 'Story 2');
    await expect.poll(() => storedText(page)).not.toMatch(/zebra|story-1"/);
    expect(errors).toEqual([]);
    await close();
  },
);

/** All that the database and local storage have. */
const storedText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const database = await done(indexedDB.open('broadsheet /'));
    const stores = [...database.objectStoreNames].map((name) => database.transaction(name).objectStore(name));
    const parts = await Promise.all(
      stores.flatMap((store) => [
        done(store.getAllKeys() as IDBRequest<unknown>),
        done(store.getAll() as IDBRequest<unknown>),
      ]),
    );
    database.close();
    return JSON.stringify([parts, localStorage]);
  });

describe('READER 31: the first paint', () => {
  test.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/Berlin'])(
    'with 5,000 read marks, hidden topics and providers and a last visit shifts nothing in %s',
    async (timezone) => {
      const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate', timezone });
      await visit(page, 'settings/');
      await seed(page, {
        marks: 5_000,
        hidden: { 'topic:culture': [1, { name: 'Culture' }], 'provider:p3.example': [2, { name: 'Paper 3' }] },
        seenAt: '2026-11-22T06:00:00Z',
        newestAt: '2026-11-22T20:00:00Z',
      });
      const shifts = await watchShifts(page);
      await page.goto(site.url, { waitUntil: 'networkidle' });
      await card(page, 'Story 1').waitFor({ state: 'hidden' });
      await page.locator('.card[data-read]').first().waitFor();
      await page.locator('.new-since').first().waitFor();
      await page.locator('.hidden-note button').waitFor();
      expect(await shifts.total()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    },
  );

  test('with 50 hidden words shows no hidden story, and shifts nothing', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    await visit(page, 'settings/');
    await seed(page, { words: 50 });
    const shifts = await watchShifts(page);
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.locator('html:not([data-filtered])').waitFor({ state: 'attached' });
    expect(await card(page, 'Story 4').isVisible()).toBe(false);
    expect(await shifts.total()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});

interface Seed {
  marks?: number;
  words?: number;
  hidden?: object;
  seenAt?: string;
  newestAt?: string;
}

/** Imports read marks, rules that hide stories, and a visit. The page shows the settings. */
async function seed(page: Page, { marks = 0, words = 0, hidden = {}, seenAt, newestAt }: Seed): Promise<void> {
  const entries = (ids: string[], value: unknown) =>
    Object.fromEntries(ids.map((id, index) => [id, [index + 1, value]]));
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
  const wordIds = numbers(words).map((number) => (number === 0 ? 'word:story 4' : `word:word${number}`));
  const json = JSON.stringify({
    format: 'broadsheet-reader',
    version: 1,
    read: {
      slugs: ['story-6', 'story-9', ...numbers(marks).map((number) => `old/${number}`)],
      stamps: numbers(marks + 2).map((number) => number + 1),
    },
    hidden: { ...hidden, ...entries(wordIds, { name: 'Word' }) },
    visits: { current: [1, { seenAt: Date.parse(seenAt ?? NOW), newestAt: newestAt ?? NOW }] },
  });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await page.getByRole('button', { name: yourDataStrings.replace }).click();
  await toast(page).waitFor();
  await waitForStore(page);
}
