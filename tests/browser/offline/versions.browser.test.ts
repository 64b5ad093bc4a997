import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { strings } from '../../../src/app/i18n/strings.ts';
import { offlineStrings } from '../../../src/app/loading/offline-strings.ts';
import { removeWorkerFile } from '../../../src/pipeline/vite/bundle/service-worker.ts';
import { interact, notice, sample, serveFaultyPaper } from '../../support/faults.ts';
import { waitForHydration } from '../../support/hydration.ts';
import { appOfWorker, openWithWorker, uncaught, waitUntilKept, waitUntilRemoved } from '../../support/offline.ts';
import { redeploy } from '../../support/redeploy.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { buildPaper } from '../../support/test-paper.ts';

/*
 * Service workers and shells of several builds, and what removes them. `src/worker/README.md` describes them. Tests that replace
 * a worker are not in `npm test`: with a debugger, the browser may stop when a page loads while its new worker starts.
 */

const paper = serveFaultyPaper();
afterEach(async () => {
  paper.site.folder = await buildPaper();
});

/** The name of the first script of the page. */
const appOf = (page: Page) => page.locator('script[type=module][src]').first().getAttribute('src');

const update = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

test.each(sample(['tabs'], 0))(
  'another build of the app is offered in open %s, of which one takes it and the other goes on',
  async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, paper.site.url, { width: 390 });
    await interact(page);
    const other = await context.newPage();
    await other.goto(paper.site.url);
    await waitForHydration(other);
    await interact(other);
    const before = await appOf(page);
    paper.site.folder = redeploy(await buildPaper(), 'B');
    await update(page);
    for (const tab of [page, other]) await notice(tab).getByText(offlineStrings.newVersion).waitFor();
    await notice(page).getByRole('button', { name: strings.reload }).click();
    await expect.poll(() => appOf(page).catch(() => before)).not.toBe(before);
    await waitForHydration(page);
    await interact(page);
    expect(await notice(page).count()).toBe(0);
    // Its code is kept, although the host does not have it any more.
    await other.getByRole('link', { name: 'Story 5', exact: true }).click();
    await other.getByText('What a story may say').waitFor();
    expect(await appOf(other)).toBe(before);
    await notice(other).getByRole('button', { name: strings.reload }).click();
    await expect.poll(() => appOf(other).catch(() => before)).not.toBe(before);
    expect(uncaught(errors)).toEqual([]);
    await close();
  },
);

test.each(sample(['the next visit'], 0))(
  'another build of the app takes over without a word at %s, and opens offline',
  async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, paper.site.url);
    await waitUntilKept(page, 'data', 'data/feeds/all/head.json');
    const before = await page.evaluate(() => caches.keys());
    paper.site.folder = redeploy(await buildPaper(), 'C');
    await page.goto(`${paper.site.url}articles/story-5/`);
    await waitForHydration(page);
    await page.mouse.move(300, 300);
    await page.mouse.move(301, 301);
    await update(page);
    await expect.poll(async () => String(await appOfWorker(page))).toMatch(/C\.js$/);
    expect(await notice(page).count()).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
    await context.setOffline(true);
    await page.goto(paper.site.url);
    await page.getByRole('link', { name: 'Story 3', exact: true }).waitFor();
    expect(await appOf(page)).toMatch(/C\.js$/);
    expect(uncaught(errors)).toEqual([]);
    await close();
  },
);

test.each(sample(['not complete'], 0))(
  'another build of the app that is %s yet is not installed, and the one before goes on',
  async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, paper.site.url);
    await waitUntilKept(page, 'data', 'data/feeds/all/head.json');
    paper.site.folder = redeploy(await buildPaper(), 'D');
    paper.site.failing = (file) => (file.includes('article-page') ? 'html' : undefined);
    await update(page).catch(() => {});
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing?.state))
      .toBeUndefined();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('link', { name: 'Story 3', exact: true }).waitFor();
    expect(await appOf(page)).not.toMatch(/D\.js$/);
    expect(uncaught(errors)).toEqual([]);
    await close();
  },
);

test('a host that redirects the shell has one that opens', async () => {
  paper.site.faults.set('404.html', 'moved');
  const { page, context, errors, close } = await openWithWorker(paper.browser, paper.site.url);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: 'Story 3', exact: true }).waitFor();
  expect(uncaught(errors)).toEqual([]);
  await close();
});

test.each(sample(['worker'], 0))('without the %s the site removes it, and what it has kept', async () => {
  const { page, errors, close } = await openWithWorker(paper.browser, paper.site.url);
  const others = ['broadsheet /other/ data', 'broadsheet-of-another-kind / data', 'photos'];
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), others);
  paper.site.folder = await deployWithWorker((await removeWorkerFile()).body);
  await page.goto(paper.site.url);
  await waitForHydration(page);
  await waitUntilRemoved(page);
  await expect.poll(async () => (await page.evaluate(() => caches.keys())).sort()).toEqual(others.sort());
  await page.goto(`${paper.site.url}articles/story-5/`);
  await page.getByText('What a story may say').waitFor();
  expect(uncaught(errors)).toEqual([]);
  await close();
});

test.each(sample([undefined], 0))('a site whose sw.js is gone is shown by the worker that browsers have', async () => {
  const { page, errors, close } = await openWithWorker(paper.browser, paper.site.url);
  paper.site.folder = await deployWithWorker(undefined);
  const file = path.join(paper.site.folder, 'articles/story-5/index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Story 5', 'Story V'));
  await page.goto(`${paper.site.url}articles/story-5/`);
  await page.getByRole('heading', { level: 1, name: 'Story V' }).waitFor();
  await update(page).catch(() => {});
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Story V' }).waitFor();
  expect(uncaught(errors).filter((error) => !error.includes('sw.js'))).toEqual([]);
  await close();
});

/** A copy of the paper with another `sw.js`, or with none. */
async function deployWithWorker(code: string | undefined): Promise<string> {
  const copy = createTempFolder('worker');
  cpSync(await buildPaper(), copy, { recursive: true });
  const file = path.join(copy, 'sw.js');
  if (code === undefined) rmSync(file);
  else writeFileSync(file, code);
  return copy;
}
