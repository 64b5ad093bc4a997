import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { readerStrings } from '../../../src/app/pages/reader/reader-strings.ts';
import { interact, serveFaultyPaper } from '../../support/faults.ts';
import { waitForHydration } from '../../support/hydration.ts';
import { openWithWorker, uncaught, waitUntilKept } from '../../support/offline.ts';
import { save } from '../../support/reader-page.ts';
import { buildNextPaper, buildPaper, NEXT_EDITION } from '../../support/test-paper.ts';

/* What a publisher withdraws, and what then becomes of copies. */

const paper = serveFaultyPaper();
afterEach(async () => {
  paper.site.folder = await buildPaper();
});

const { withdrawn, purged } = NEXT_EDITION;

/** Whether a list or an article in the caches names an article. */
const isNamed = (page: Page, slug: string): Promise<boolean> =>
  page.evaluate(async (name) => {
    for (const cacheName of await caches.keys()) {
      const cache = await caches.open(cacheName);
      for (const request of await cache.keys())
        if (
          /\/data\/(?:feeds|articles)\//.test(request.url) &&
          (await (await cache.match(request))?.text())?.includes(`"${name}"`)
        )
          return true;
    }
    return false;
  }, slug);

test('copies of a withdrawn story are deleted when the device next reaches the site, although nobody asks for them', async () => {
  const { page, context, errors, close } = await openWithWorker(paper.browser, `${paper.site.url}topics/technology/`);
  await page.goto(`${paper.site.url}articles/${withdrawn}/`);
  await waitUntilKept(page, 'data', `data/articles/${withdrawn}.json`);
  await page.goto(paper.site.url);
  await waitUntilKept(page, 'data', 'data/offline/checked');
  expect(await isNamed(page, withdrawn)).toBe(true);
  paper.site.folder = await buildNextPaper();
  await page.goto(paper.site.url);
  await waitForHydration(page);
  await expect.poll(() => isNamed(page, withdrawn)).toBe(false);
  await context.setOffline(true);
  await page.goto(`${paper.site.url}topics/technology/`);
  await page.getByRole('link', { name: 'Story 10', exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'Story 5', exact: true }).count()).toBe(0);
  expect(uncaught(errors)).toEqual([]);
  await close();
});

test('a saved copy of a withdrawn story stays and says so, unless the edition purges it', async () => {
  const { page, errors, close } = await openWithWorker(paper.browser, paper.site.url);
  await interact(page);
  await save(page, 'Story 5');
  await save(page, 'Story 2');
  await page.goto(`${paper.site.url}saved/`);
  await page.getByRole('link', { name: 'Story 2', exact: true }).waitFor();
  paper.site.folder = await buildNextPaper();
  await page.goto(paper.site.url);
  await waitForHydration(page);
  await interact(page);
  await expect.poll(() => isNamed(page, purged)).toBe(false);
  await page.goto(`${paper.site.url}saved/`);
  await page.getByRole('link', { name: 'Story 5', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Story 2', exact: true }).waitFor({ state: 'detached' });
  await page.goto(`${paper.site.url}articles/${withdrawn}/`);
  await page.getByText(readerStrings.saved.withdrawn).waitFor();
  await page.goto(`${paper.site.url}articles/${purged}/?copy`);
  await page.locator('h1').waitFor();
  expect(await page.getByText('number 2,').count()).toBe(0);
  expect(uncaught(errors)).toEqual([]);
  await close();
});
