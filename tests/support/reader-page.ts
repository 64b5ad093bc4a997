import type { Locator, Page } from 'playwright-core';
import { yourDataStrings } from '../../src/app/pages/settings/your-data-strings.ts';
import { waitForHydration } from './hydration.ts';
import { chooseFile } from './reader-file.ts';
import { NOW } from './test-paper.ts';

/* What a reader does on pages of the test paper. */

/** Opens a page, and lets the tools of its cards load. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await waitForHydration(page);
  await interact(page);
}

/** The first interaction with a page loads the tools of its cards. */
export async function interact(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
}

export const card = (page: Page, title: string): Locator =>
  page.locator('article.card', { has: page.getByRole('heading', { name: title, exact: true }) });

export const titles = (page: Page): Promise<string[]> => page.locator('.stories h3').allTextContents();

export const readCards = (page: Page): Promise<string[]> => page.locator('.card[data-read] h3').allTextContents();

export const save = (page: Page, title: string): Promise<void> =>
  card(page, title)
    .getByRole('button', { name: `Save “${title}”` })
    .click();

/** Chooses items of the menu of a card, one after the other. An item acts after the next paint. */
export async function choose(page: Page, title: string, ...items: string[]): Promise<void> {
  await card(page, title).locator('.menu-tool').click();
  for (const item of items) await card(page, title).getByRole('button', { name: item, exact: true }).click();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** The note after an action, with the button to undo it. */
export const toast = (page: Page): Locator => page.locator('.undo-toast');

/** Waits until the database has what the page has. */
export async function waitForStore(page: Page): Promise<void> {
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('broadsheet:unstored')));
}

export interface Seed {
  /** The number of read stories that are not in the paper. Two of the paper are read, too. */
  marks?: number;
  /** The number of hidden words. The first one hides Story 4. */
  words?: number;
  hidden?: object;
  seenAt?: string;
  newestAt?: string;
}

/** Imports read marks, rules that hide stories, and a visit. The page shows the settings. */
export async function seed(page: Page, { marks = 0, words = 0, hidden = {}, seenAt, newestAt }: Seed): Promise<void> {
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
  await chooseFile(page, json);
  await page.getByRole('button', { name: yourDataStrings.replace }).click();
  await toast(page).waitFor();
  await waitForStore(page);
}
