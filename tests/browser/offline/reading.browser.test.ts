import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { strings } from '../../../src/app/i18n/strings.ts';
import { offlineStrings } from '../../../src/app/loading/offline-strings.ts';
import { offlinePageStrings } from '../../../src/app/pages/offline/offline-page-strings.ts';
import { expectInView, expectWholePage, notice, sample, serveFaultyPaper } from '../../support/faults.ts';
import { waitForHydration } from '../../support/hydration.ts';
import { keptFiles, openWithWorker, uncaught, waitUntilKept } from '../../support/offline.ts';
import { settledTop } from '../../support/reader.ts';

/* Pages without a connection, with a slow one, and with a server that fails. `src/app/README.md` has a table of what the reader sees. */

const paper = serveFaultyPaper();

/** The heading of the page, and the first headline or text after it. */
const contentOf = (page: Page) =>
  page.evaluate(() => [document.title, document.querySelector('h1')?.textContent, location.pathname + location.search]);

const SEEN: [name: string, address: string, file: string | undefined][] = [
  ['the front page', '', 'data/feeds/all/head.json'],
  ['a story', 'articles/story-5/', 'data/articles/story-5.json'],
  ['a topic', 'topics/space/', 'data/feeds/topics/space/head.json'],
  ['a provider', 'providers/p1.example/', 'data/feeds/providers/p1.example/head.json'],
  ['an archive page', 'archive/1/', 'data/feeds/all/1.json'],
  ['the settings', 'settings/', undefined],
  ['the saved stories', 'saved/', undefined],
];

describe('without a connection', () => {
  test.each(sample(SEEN))('%s that was seen opens, with its age', async (_, address, file) => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, paper.site.url + address, {
      width: 390,
    });
    if (file !== undefined) await waitUntilKept(page, 'data', file);
    const content = await contentOf(page);
    await context.setOffline(true);
    await page.reload();
    await expect.poll(() => contentOf(page)).toEqual(content);
    await expect.poll(() => page.locator('main').innerText()).not.toBe('');
    await expectWholePage(page);
    if (file !== undefined) {
      await notice(page).getByText('What you see was loaded on').waitFor();
      await expectInView(page, '#notice');
    }
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test('a story that was opened in the app opens as a document, and its list as well', async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, paper.site.url);
    await page.getByRole('link', { name: 'Story 5', exact: true }).click();
    await page.getByText('What a story may say').waitFor();
    await waitUntilKept(page, 'data', 'data/articles/story-5.json');
    await context.setOffline(true);
    await page.reload();
    await page.getByText('What a story may say').waitFor();
    await page.locator('.back-link').first().click();
    await page.getByRole('link', { name: 'Story 3', exact: true }).waitFor();
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test('a story that was never opened shows what a list knows of it, with its source', async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, paper.site.url, { width: 390 });
    await waitUntilKept(page, 'data', 'data/feeds/all/head.json');
    await context.setOffline(true);
    await page.goto(`${paper.site.url}articles/story-4/`);
    await page.locator('.article-headline', { hasText: 'Story 4' }).waitFor();
    await page.getByText('What there is to say about the story of number 4').waitFor();
    expect(await page.locator('.source-links a, .article-bar a.button-primary').first().getAttribute('href')).toBe(
      'https://www.p0.example/4',
    );
    await page.getByRole('alert').getByText(strings.failed.story).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(uncaught(errors)).toEqual([]);
    await context.setOffline(false);
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await close();
  });

  test('a page that was never seen lists what is on the device', async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, `${paper.site.url}articles/story-5/`, {
      width: 390,
    });
    await waitUntilKept(page, 'data', 'data/articles/story-5.json');
    await context.setOffline(true);
    await page.goto(`${paper.site.url}topics/culture/`);
    const list = page.getByRole('region', { name: offlinePageStrings.keptStories });
    await list.getByRole('link', { name: 'Story 5', exact: true }).waitFor();
    expect(await page.locator('h1').innerText()).toBe('Culture');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await list.getByRole('link', { name: 'Story 5', exact: true }).click();
    await page.getByText('What a story may say').waitFor();
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test('the copies are replaced when the line is back, and the note goes', async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, `${paper.site.url}articles/story-5/`);
    await waitUntilKept(page, 'data', 'data/articles/story-5.json');
    await context.setOffline(true);
    await page.reload();
    await notice(page).getByText('What you see was loaded on').waitFor();
    paper.site.faults.set('data/articles/story-5.json', {
      replace: (body: string) => body.replace('"title":"Story 5"', '"title":"Story 5, corrected"'),
    });
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Story 5, corrected' }).waitFor();
    await expect.poll(() => notice(page).textContent()).toBe('');
    expect(uncaught(errors)).toEqual([]);
    await close();
  });
});

describe('with a slow connection', () => {
  test('a copy is shown after three seconds, and the list does not move when there are new stories', async () => {
    const { page, errors, close } = await openWithWorker(paper.browser, paper.site.url, { width: 390 });
    await waitUntilKept(page, 'data', 'data/feeds/all/head.json');
    const release = holdBack();
    await page.reload({ waitUntil: 'commit' });
    await notice(page).getByText(offlineStrings.late).waitFor();
    const story = page.locator('h3 a').nth(3);
    await story.scrollIntoViewIfNeeded();
    await settledTop(story);
    const before = await placeOf(page);
    paper.site.faults.set('data/feeds/all/head.json', {
      replace: (body: string) => body.replaceAll('story-0', 'story-new').replaceAll('Story 0', 'Brand new'),
    });
    release();
    await page.getByRole('button', { name: '1 new story' }).waitFor();
    expect(await placeOf(page)).toEqual(before);
    await expect.poll(() => notice(page).textContent()).toBe('');
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test.each(sample(['story'], 0))('a %s is replaced when it comes', async () => {
    const { page, errors, close } = await openWithWorker(paper.browser, `${paper.site.url}articles/story-5/`);
    await waitUntilKept(page, 'data', 'data/articles/story-5.json');
    const release = holdBack();
    await page.reload({ waitUntil: 'commit' });
    await notice(page).getByText(offlineStrings.late).waitFor();
    paper.site.faults.set('data/articles/story-5.json', {
      replace: (body: string) => body.replace('"title":"Story 5"', '"title":"Story 5, corrected"'),
    });
    release();
    await page.getByRole('heading', { name: 'Story 5, corrected' }).waitFor();
    await expect.poll(() => notice(page).textContent()).toBe('');
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test.each(sample(['page'], 0))('a %s that was never seen is waited for', async () => {
    const { page, close } = await openWithWorker(paper.browser, paper.site.url);
    const release = holdBack();
    const opened = page.goto(`${paper.site.url}topics/culture/`);
    await page.waitForRequest(/topics\/culture/);
    release();
    await opened;
    await waitForHydration(page);
    expect(await page.locator('html').getAttribute('lang')).not.toBeNull();
    expect(await page.locator('h3 a').count()).toBeGreaterThan(0);
    await close();
  });
});

describe('with a server that fails', () => {
  test.each(sample([500, 'html', 'truncated', 'front-page'] as const))('%s: the copy is shown', async (fault) => {
    const { page, errors, close } = await openWithWorker(paper.browser, `${paper.site.url}articles/story-5/`);
    await waitUntilKept(page, 'data', 'data/articles/story-5.json');
    await page.goto(`${paper.site.url}settings/`);
    paper.site.faults.set('data/articles/story-5.json', fault);
    paper.site.faults.set('articles/story-5/', 500);
    await page.goto(`${paper.site.url}articles/story-5/`);
    await page.getByText('What a story may say').waitFor();
    await notice(page).getByText(offlineStrings.bad).waitFor();
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test('a withdrawn story is deleted', async () => {
    const { page, context, errors, close } = await openWithWorker(paper.browser, `${paper.site.url}articles/story-5/`);
    await waitUntilKept(page, 'data', 'data/articles/story-5.json');
    await page.goto(`${paper.site.url}saved/`);
    paper.site.faults.set('data/articles/story-5.json', 404);
    paper.site.faults.set('articles/story-5/', 404);
    await page.evaluate(() => fetch('../data/articles/story-5.json'));
    await expect.poll(() => keptFiles(page, 'data')).not.toContain('data/articles/story-5.json');
    await context.setOffline(true);
    await page.goto(`${paper.site.url}articles/story-5/`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('What a story may say').count()).toBe(0);
    expect(uncaught(errors)).toEqual([]);
    await close();
  });

  test('files of other kinds and addresses of other sites pass', async () => {
    const { page, context, close } = await openWithWorker(paper.browser, paper.site.url);
    await context.setOffline(true);
    const outcomes = [];
    for (const address of ['atom.xml', 'other/articles/story-5/', 'imprint/'])
      outcomes.push(await page.goto(paper.site.url + address).catch(String));
    await close();
    expect(outcomes).toEqual(Array(3).fill(expect.stringContaining('ERR_INTERNET_DISCONNECTED')));
  });

  test.each(sample([300], 0))('at most %i files are kept', async (count) => {
    const { page, close } = await openWithWorker(paper.browser, paper.site.url);
    await page.evaluate(async () => {
      await Promise.all(Array.from({ length: 310 }, (_, number) => fetch(`data/edition.json?${number}`)));
    });
    const editions = async () => (await keptFiles(page, 'data')).filter((file) => file.endsWith('.json'));
    await expect.poll(async () => (await editions()).length).toBe(count);
    await close();
  });
});

/** Where the first card in view is. */
const placeOf = (page: Page) =>
  page.evaluate(() => {
    const card = [...document.querySelectorAll('.card')].find((each) => each.getBoundingClientRect().top >= 0);
    return [card?.querySelector('h3')?.textContent, Math.round(card?.getBoundingClientRect().top ?? -1)];
  });

/** Lets the answers of the server wait. Returns a function that sends them. */
function holdBack(): () => void {
  let release = (): void => {};
  paper.site.held = new Promise((resolve) => {
    release = resolve;
  });
  return () => {
    paper.site.held = undefined;
    release();
  };
}
