import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { strings } from '../../../src/app/i18n/strings.ts';
import { keepButtonStrings } from '../../../src/app/offline/view/keep-button-strings.ts';
import { keepStrings as words } from '../../../src/app/offline/view/keep-strings.ts';
import type { PackList } from '../../../src/model/offline/packs.ts';
import { interact, sample, serveFaultyPaper } from '../../support/faults.ts';
import { waitForHydration } from '../../support/hydration.ts';
import { keepCollection, keepSheet, openKeepSheet, startKeeping } from '../../support/keep.ts';
import { keptFiles, openWithWorker, uncaught } from '../../support/offline.ts';
import { importReader, readerFile } from '../../support/reader-file.ts';
import { buildNextPaper, buildPaper } from '../../support/test-paper.ts';

/* Collections that the reader keeps for offline. `src/app/offline/` stores them. */

const paper = serveFaultyPaper();
afterEach(async () => {
  paper.site.folder = await buildPaper();
});

const open = async (address: string, options = {}) => {
  const opened = await openWithWorker(paper.browser, paper.site.url + address, options);
  await interact(opened.page);
  return opened;
};

/** The slugs of the kept articles. */
const keptSlugs = async (page: Page): Promise<string[]> =>
  (await keptFiles(page, 'kept')).flatMap((file) => /^data\/articles\/(.+)\.json$/.exec(file)?.[1] ?? []).sort();

const packsIn = (requests: { path: string }[]): string[] =>
  requests.map(({ path: file }) => file).filter((file) => /\/offline\/\d+\.json$/.test(file));

const slugsOf = (numbers: readonly number[]): string[] => numbers.map((number) => `story-${number}`).sort();
const SPACE = Array.from({ length: 100 }, (_, index) => index * 2);

describe('a topic that is kept', () => {
  test('tells its size before, and opens without a connection: lists, stories and the search', async () => {
    const { page, context, errors, close } = await open('topics/space/', { width: 390 });
    paper.site.requests.length = 0;
    const sheet = await openKeepSheet(page);
    const { packs, search } = JSON.parse(
      readFileSync(path.join(paper.site.folder, 'data/offline/packs.json'), 'utf8'),
    ) as PackList;
    const half = packs.reduce((sum, [, bytes]) => sum + bytes, 0) / 2 + search.reduce((sum, bytes) => sum + bytes, 0);
    await sheet.getByText(words.size({ count: 100, size: `${Math.ceil(half / 1000)} kB` })).waitFor();
    expect(packsIn(paper.site.requests)).toEqual([]);
    await startKeeping(page);
    await sheet.getByRole('button', { name: words.remove }).waitFor();
    expect(packsIn(paper.site.requests)).toEqual(['/data/offline/2.json', '/data/offline/1.json']);
    expect(await keptSlugs(page)).toEqual(slugsOf(SPACE));
    await context.setOffline(true);
    await page.goto(`${paper.site.url}topics/space/archive/1/`);
    await page.getByRole('link', { name: 'Story 198', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Story 198' }).waitFor();
    expect(await page.locator('.article-page, article').innerText()).toContain('the story of number 198');
    await page.goto(`${paper.site.url}search/?q=168`);
    await page.getByRole('link', { name: 'Story 168', exact: true }).waitFor();
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test.each(sample(['button'], 0))('is removed by one %s, with everything that was stored', async () => {
    const { page, close } = await open('topics/space/');
    await keepCollection(page);
    await page.goto(`${paper.site.url}settings/`);
    await page.getByRole('button', { name: /Space/ }).click();
    await page.getByRole('button', { name: /Space/ }).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => caches.keys())).not.toContainEqual(expect.stringMatching(/ kept$/));
    await close();
  });

  test('goes on where it was when the page was closed, and stores nothing twice', async () => {
    const { page, context, close } = await open('topics/space/');
    paper.site.faults.set('data/offline/1.json', 'silent');
    await openKeepSheet(page);
    await startKeeping(page);
    await expect.poll(async () => (await keptSlugs(page)).length).toBe(50);
    await expect.poll(() => keptFiles(page, 'kept')).toContain('data/offline/2.json');
    await page.close({ runBeforeUnload: false });
    paper.site.faults.clear();
    paper.site.requests.length = 0;
    const next = await context.newPage();
    await next.goto(paper.site.url);
    await waitForHydration(next);
    await interact(next);
    await expect.poll(() => keptSlugs(next)).toEqual(slugsOf(SPACE));
    expect(packsIn(paper.site.requests)).toEqual(['/data/offline/1.json']);
    const files = await keptFiles(next, 'kept');
    expect(new Set(files).size).toBe(files.length);
    await close();
  });

  test.each(sample(['cancelled'], 0))('is not kept at all if that is %s', async () => {
    const { page, errors, close } = await open('topics/space/');
    paper.site.faults.set('data/offline/1.json', 'silent');
    const sheet = await openKeepSheet(page);
    await startKeeping(page);
    await expect.poll(async () => (await keptSlugs(page)).length).toBe(50);
    await sheet.getByRole('button', { name: words.cancel }).click();
    await sheet.getByRole('button', { name: keepButtonStrings.title }).waitFor();
    await expect.poll(() => page.evaluate(() => caches.keys())).not.toContainEqual(expect.stringMatching(/ kept$/));
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test('follows the next edition: a withdrawn story is deleted, and a new one is there', async () => {
    const { page, context, close } = await open('topics/space/');
    await keepCollection(page);
    paper.site.folder = await buildNextPaper();
    await makeOld(page);
    await page.goto(paper.site.url);
    await waitForHydration(page);
    await interact(page);
    await expect
      .poll(() => keptSlugs(page))
      .toEqual([...slugsOf(SPACE.filter((number) => number !== 2)), 'story-n'].sort());
    await expect.poll(() => isOld(page)).toBe(false);
    await context.setOffline(true);
    await page.goto(`${paper.site.url}topics/space/`);
    await page.getByRole('link', { name: 'Story N', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Story 2', exact: true }).count()).toBe(0);
    await close();
  });

  test.each(sample(['packs'], 0))('is deleted when the paper offers no %s any more', async () => {
    const { page, close } = await open('topics/space/');
    await keepCollection(page);
    paper.site.faults.set('data/offline/packs.json', 404);
    await makeOld(page);
    await page.goto(paper.site.url);
    await waitForHydration(page);
    await interact(page);
    await expect.poll(() => page.evaluate(() => caches.keys())).not.toContainEqual(expect.stringMatching(/ kept$/));
    await close();
  });
});

const SELECTIONS = '/data/offline/selections';

/** Makes what is kept for offline old enough to be brought up to date. */
const makeOld = (page: Page): Promise<void> =>
  page.evaluate(async (address) => {
    const name = (await caches.keys()).find((each) => each.endsWith(' kept')) ?? '';
    const cache = await caches.open(name);
    const text = (await (await cache.match(address))?.text()) ?? '';
    await cache.put(address, new Response(text.replaceAll(/"at":\d+/g, '"at":0')));
  }, SELECTIONS);

/** Whether it has not been brought up to date since. */
const isOld = (page: Page): Promise<boolean> =>
  page.evaluate(
    async (address) => (await (await caches.match(address))?.text())?.includes('"at":0,') ?? true,
    SELECTIONS,
  );

test.each(sample(['days'], 0))('of all stories, those of the last seven %s are kept', async () => {
  const { page, context, close } = await open('');
  await keepCollection(page);
  // 34 stories are not older than the newest by seven calendar days. The page of the list begins with number 49.
  expect(await keptSlugs(page)).toEqual(slugsOf(Array.from({ length: 50 }, (_, number) => number)));
  await context.setOffline(true);
  await page.goto(`${paper.site.url}articles/story-30/`);
  await page.getByRole('heading', { level: 1, name: 'Story 30' }).waitFor();
  await close();
});

test('saved stories are kept with their articles', async () => {
  const { page, context, close } = await open('');
  await page.goto(`${paper.site.url}settings/`);
  await waitForHydration(page);
  await importReader(page, await readerFile(paper.site.url));
  await page.getByRole('button', { name: words.saved }).click();
  await startKeeping(page);
  await keepSheet(page).getByRole('button', { name: words.remove }).waitFor();
  const kept = await keptSlugs(page);
  expect(kept.length).toBeGreaterThan(0);
  await context.setOffline(true);
  await page.goto(`${paper.site.url}articles/${kept[0]}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await close();
});

describe('what goes wrong is said', () => {
  test.each(sample(['cut', 500] as const, 0))(
    'a pack that answers %s, and it goes on when the reader asks',
    async (fault) => {
      const { page, errors, close } = await open('topics/space/', { width: 390 });
      paper.site.faults.set('data/offline/1.json', fault);
      const sheet = await openKeepSheet(page);
      await startKeeping(page);
      await sheet.getByRole('alert').getByText(words.failed).waitFor();
      expect(await sheet.getByRole('alert').innerText()).toContain(strings.failureReasons.unreachable);
      paper.site.faults.clear();
      await sheet.getByRole('button', { name: strings.tryAgain }).click();
      await expect.poll(() => keptSlugs(page)).toEqual(slugsOf(SPACE));
      expect(uncaught(errors)).toEqual([]);
      await close();
    },
  );

  test.each(sample(['packs'], 0))('the size, if the list of %s does not come', async () => {
    const { page, close } = await open('topics/space/', { width: 390 });
    paper.site.faults.set('data/offline/packs.json', 'html');
    const sheet = await openKeepSheet(page);
    await sheet.getByText(words.noSize).waitFor();
    paper.site.faults.clear();
    await sheet.getByRole('button', { name: strings.tryAgain }).click();
    await sheet.getByText('100 stories').waitFor();
    expect(await sheet.getByText(words.noSize).count()).toBe(0);
    await close();
  });

  test('a device without space', async () => {
    const { page, context, close } = await open('topics/space/');
    const session = await context.newCDPSession(page);
    const { origin } = new URL(paper.site.url);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 2000 });
    const sheet = await openKeepSheet(page);
    await startKeeping(page);
    await sheet.getByRole('alert').waitFor();
    expect(await sheet.getByRole('alert').innerText()).toContain(words.failures.full);
    await close();
  });
});
