import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../support/browser.ts';
import {
  countAmpAddresses,
  expectDraftInDev,
  expectDraftIsBuilt,
  expectDraftIsRefused,
  expectHydration,
  expectNoCiphertext,
} from '../../support/site-expectations.ts';
import { ELECTION, POWER_APPS, SEED } from './shared.ts';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('power-apps has no ciphertext in the site or the log', () => expectNoCiphertext(POWER_APPS));

test('power-apps hydrates on every kind of page', () =>
  expectHydration(browser, { content: POWER_APPS, more: ['archive/1/'] }));

test('election is built with its AMP URLs', async () => {
  expect(await countAmpAddresses(ELECTION)).toBeGreaterThan(10);
});

test('the build of the seed, a draft, fails and explains how to include it', () => expectDraftIsRefused(SEED));

test('the seed is built if drafts are shown', () => expectDraftIsBuilt(SEED));

test('the dev server shows the story of the seed with all links', () => expectDraftInDev(browser, SEED));
