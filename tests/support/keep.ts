import type { Locator, Page } from 'playwright-core';
import { keepButtonStrings } from '../../src/app/offline/view/keep-button-strings.ts';
import { keepStrings as words } from '../../src/app/offline/view/keep-strings.ts';

/** The sheet in which a collection is kept for offline. */
export const keepSheet = (page: Page): Locator => page.locator('dialog.keep-sheet');

/** Opens the sheet for the collection of the page. */
export async function openKeepSheet(page: Page): Promise<Locator> {
  // The button comes with the code for what a reader does.
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.locator('main').getByRole('button', { name: keepButtonStrings.title }).click();
  await keepSheet(page).waitFor();
  return keepSheet(page);
}

/** Starts to keep what the sheet is about. */
export const startKeeping = (page: Page): Promise<void> =>
  keepSheet(page).getByRole('button', { name: keepButtonStrings.title }).click();

/** Keeps the collection of the page for offline. */
export async function keepCollection(page: Page): Promise<void> {
  await openKeepSheet(page);
  await startKeeping(page);
  await keepSheet(page).getByRole('button', { name: words.remove }).waitFor();
  await page.keyboard.press('Escape');
}
