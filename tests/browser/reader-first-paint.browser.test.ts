import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchShifts } from '../support/layout-shift.ts';
import { card, type Seed, seed, visit } from '../support/reader-page.ts';
import { serveTestPaper } from '../support/serve-test-paper.ts';
import { NOW } from '../support/test-paper.ts';

const paper = serveTestPaper();

/** Opens a page for a reader who has stored something. Its time zone is not set. */
async function openWith(stored: Seed) {
  const reader = await paper.browser.newPage({ now: NOW, remoteImages: 'plate', timezone: null });
  await visit(reader.page, `${paper.site.url}settings/`);
  await seed(reader.page, stored);
  return { ...reader, shifts: await watchShifts(reader.page) };
}

describe('READER 31: the first paint', () => {
  let reader: Awaited<ReturnType<typeof openWith>>;
  let session: CDPSession;

  beforeAll(async () => {
    reader = await openWith({
      marks: 5_000,
      hidden: { 'topic:culture': [1, { name: 'Culture' }], 'provider:p3.example': [2, { name: 'Paper 3' }] },
      seenAt: '2026-11-22T06:00:00Z',
      newestAt: '2026-11-22T20:00:00Z',
    });
    session = await reader.context.newCDPSession(reader.page);
  });
  afterAll(() => reader.close());

  // A page that is only looked at changes nothing of what is stored.
  test.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/Berlin'])(
    'with 5,000 read marks, hidden topics and providers and a last visit shifts nothing in %s',
    async (timezoneId) => {
      const { page, shifts, errors } = reader;
      await session.send('Emulation.setTimezoneOverride', { timezoneId });
      await page.goto(paper.site.url);
      expect(await page.evaluate(isTimeZone, timezoneId)).toBe(true);
      await card(page, 'Story 1').waitFor({ state: 'hidden' });
      await page.locator('.card[data-read]').first().waitFor();
      await page.locator('.new-since').first().waitFor();
      await page.locator('.hidden-note button').waitFor();
      expect(await shifts.total()).toBe(0);
      expect(errors).toEqual([]);
    },
  );

  test.each([
    ['50 hidden words', {}],
    ['50 hidden words, of which one hides the lead', { 'word:story 0': [100, { name: 'Story 0' }] }],
  ])('with %s shows no hidden story, and shifts nothing', async (_, hidden) => {
    const { page, shifts, errors, close } = await openWith({ words: 50, hidden });
    await page.goto(paper.site.url);
    await page.locator('html:not([data-filtered])').waitFor({ state: 'attached' });
    await page.locator('.hidden-note button').waitFor();
    expect(await card(page, 'Story 4').isVisible()).toBe(false);
    expect(await shifts.total()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});

/** Runs in the browser. */
const isTimeZone = (timeZone: string): boolean =>
  new Date().toLocaleString('en') === new Date().toLocaleString('en', { timeZone });
