import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readerStrings } from '../../src/app/pages/reader/reader-strings.ts';
import { yourDataStrings } from '../../src/app/pages/settings/your-data-strings.ts';
import { actionStrings } from '../../src/app/reader/actions/action-strings.ts';
import { undoStrings } from '../../src/app/reader/undo/undo-strings.ts';
import { BUILD_FILE } from '../../src/model/edition-files.ts';
import { type PageOptions } from '../support/browser.ts';
import { chooseFile } from '../support/reader-file.ts';
import { card, choose, save, toast, visit, waitForStore } from '../support/reader-page.ts';
import { serveTestPaper } from '../support/serve-test-paper.ts';
import { NOW } from '../support/test-paper.ts';

const paper = serveTestPaper();

async function open(path = '', options: PageOptions = { isWarm: true }) {
  const reader = await paper.browser.newPage({ now: NOW, ...options });
  await visit(reader.page, paper.site.url + path);
  return reader;
}

/** Opens the front page with values in local storage. */
async function openWithStored(values: Record<string, string>) {
  const reader = await paper.browser.newPage({ now: NOW, isWarm: true });
  // A file of the paper.site that does not run the app.
  await reader.page.goto(paper.site.url + BUILD_FILE);
  await reader.page.evaluate((entries) => {
    for (const [key, value] of entries) localStorage.setItem(`broadsheet:${key}`, value);
  }, Object.entries(values));
  await visit(reader.page, paper.site.url);
  return reader;
}

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
    const { page, errors, close } = await paper.browser.newPage({ now: NOW, isWarm: true });
    const script = await page.addInitScript(spoil);
    await visit(page, paper.site.url);
    await save(page, 'Story 1');
    await card(page, 'Story 1').locator('.save-tool[aria-pressed=true]').waitFor();
    await toast(page).getByText(undoStrings.unstored).waitFor();
    await page.getByRole('link', { name: 'Saved 1' }).click();
    await page.getByRole('heading', { name: readerStrings.saved.title, level: 1 }).waitFor();
    await page.locator('.save-tool').click();
    await page.getByRole('heading', { name: readerStrings.saved.none }).waitFor();
    expect(await toast(page).textContent()).not.toContain(undoStrings.unstored);
    expect(errors).toEqual([]);
    await script.dispose();
    await close();
  });

  test.each([
    'rubbish',
    '[]',
    '{"version":1}',
    '{"version":1,"settings":{"theme":7},"changes":[[],[1,2,3],null],"paint":0}',
  ])('because it holds %s: it is ignored, and replaced', async (stored) => {
    const { page, errors, close } = await openWithStored({ 'reader /': stored, 'unstored / x': stored });
    await save(page, 'Story 1');
    await waitForStore(page);
    await visit(page, `${paper.site.url}saved/`);
    await card(page, 'Story 1').waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('because it has data of a newer version: that stays as it is, and a sentence says so', async () => {
    const newer = '{"version":2,"everything":"else"}';
    const { page, errors, close } = await openWithStored({ 'reader /': newer });
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
    await visit(page, `${paper.site.url}settings/`);
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
    await chooseFile(other.page, json);
    await other.page.getByText('The file has 1 saved story, 1 hidden item and 1 setting.').waitFor();
    await other.page.getByRole('button', { name: yourDataStrings.merge }).click();
    await other.page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
    await other.page.getByRole('link', { name: 'Saved 1' }).waitFor();
    await toast(other.page).getByRole('button', { name: undoStrings.undo }).click();
    await other.page.locator('html:not([data-theme])').waitFor({ state: 'attached' });
    await other.page.getByRole('link', { name: 'Saved', exact: true }).waitFor();
    expect(other.errors).toEqual([]);
    await other.close();
  });

  test('refuse a file of another program, cut, of a newer version, or of more than 20 MB with a sentence', async () => {
    const { page, errors, close } = await open('settings/');
    const { foreign, unreadable, newer, large } = yourDataStrings.faults;
    for (const [content, message] of [
      ['{"bookmarks":[]}', foreign],
      ['{"format":"broadsheet-reader","version":1,"read":{"a":[1,', unreadable],
      ['{"format":"broadsheet-reader","version":2}', newer],
    ] as const) {
      await chooseFile(page, content);
      await page.getByText(message).waitFor();
    }
    // Made in the page: the browser would receive so large a file slowly.
    await page.locator('input[type=file]').evaluate((input: HTMLInputElement) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(20_000_001)], 'a.json', { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.getByText(large).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('everything can be forgotten, with undo', async () => {
    const { page, errors, close } = await open();
    await save(page, 'Story 1');
    await waitForStore(page);
    await visit(page, `${paper.site.url}settings/`);
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

test('everything is forgotten, also what the database has not given yet', async () => {
  const { page, errors, close } = await open('', {});
  await save(page, 'Story 1');
  await waitForStore(page);
  await page.addInitScript(openDatabaseAfterClick);
  await visit(page, `${paper.site.url}settings/`);
  await page.getByRole('button', { name: yourDataStrings.forget }).click();
  await toast(page).getByText(actionStrings.forgotten).waitFor();
  await waitForStore(page);
  await visit(page, `${paper.site.url}saved/`);
  await page.locator('h1').click();
  await page.getByRole('heading', { name: readerStrings.saved.none }).waitFor();
  expect(errors).toEqual([]);
  await close();
});

/** Runs in the page: its databases open after the first click, however late that is. */
function openDatabaseAfterClick(): void {
  let isClicked = false;
  const clicked = new Promise((resolve) => document.addEventListener('click', resolve)).then(() => (isClicked = true));
  const open = indexedDB.open.bind(indexedDB);
  IDBFactory.prototype.open = (name, version) => {
    const request = open(name, version);
    request.addEventListener('success', (event) => {
      if (isClicked) return;
      event.stopImmediatePropagation();
      void clicked.then(() => request.dispatchEvent(new Event('success')));
    });
    return request;
  };
  const wait = window.setTimeout;
  const OPEN_TIMEOUT_MS = 2000;
  Object.assign(window, {
    setTimeout: (act: () => void, ms?: number, ...args: unknown[]) =>
      ms === OPEN_TIMEOUT_MS ? 0 : wait(act, ms, ...args),
  });
}

describe('nothing of what is forgotten stays in the database and in local storage', () => {
  test('when the page is closed at once', async () => {
    const { page, other, errors, close } = await openTwoTabs({ isWarm: true });
    await page.getByRole('button', { name: yourDataStrings.forget }).click();
    await other.locator('.save-tool[aria-pressed=true]').waitFor({ state: 'detached' });
    await page.evaluate(() => localStorage.setItem('broadsheet:forget /', '1'));
    await page.evaluate(() => Promise.all([caches.open('broadsheet / data'), caches.open('broadsheet /other/ data')]));
    await visit(page, `${paper.site.url}settings/`);
    await waitUntilForgotten(page);
    await expect.poll(() => storedText(page)).not.toMatch(/zebra|story-1"/);
    // Kept pages say what was read.
    expect(await page.evaluate(() => caches.keys())).toEqual(['broadsheet /other/ data']);
    expect(errors).toEqual([]);
    await page.evaluate(() => caches.delete('broadsheet /other/ data'));
    await close();
  });

  test('when another tab is open', async () => {
    const { page, other, errors, close } = await openTwoTabs({});
    await page.clock.install({ time: NOW });
    await page.getByRole('button', { name: yourDataStrings.forget }).click();
    await other.locator('.save-tool[aria-pressed=true]').waitFor({ state: 'detached' });
    await page.clock.fastForward(11_000);
    await waitUntilForgotten(page);
    await other.bringToFront();
    await save(other, 'Story 2');
    await expect.poll(() => storedText(page)).not.toMatch(/zebra|story-1"/);
    expect(errors).toEqual([]);
    await close();
  });
});

/** Opens the settings and, in another tab, the front page. One story is saved, one word is hidden. */
async function openTwoTabs(options: PageOptions) {
  const reader = await open('settings/hidden/', options);
  const { page, context } = reader;
  const other = await context.newPage();
  await visit(other, paper.site.url);
  await save(other, 'Story 1');
  // Tabs in the background are slow.
  await page.bringToFront();
  await page.getByLabel(readerStrings.hidden.word).fill('zebra');
  await page.getByRole('button', { name: readerStrings.hidden.addForever }).click();
  await other.locator('.hidden-note, .save-tool[aria-pressed=true]').first().waitFor({ state: 'attached' });
  await visit(page, `${paper.site.url}settings/`);
  return { ...reader, other };
}

const waitUntilForgotten = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => localStorage.getItem('broadsheet:forget /') === null);

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

test('pictures that an import turns off are not requested any more', async () => {
  const { page, foreignRequests, close } = await open('settings/');
  await chooseFile(page, '{"format":"broadsheet-reader","version":1,"settings":{"images":[1,"own"]}}');
  await page.getByRole('button', { name: yourDataStrings.merge }).click();
  await page.locator('meta[content="img-src data: \'self\'"]').waitFor({ state: 'attached' });
  expect(foreignRequests).toEqual([]);
  await close();
});
