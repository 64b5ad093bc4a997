import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import germanTexts from '../../src/app/i18n/languages/de.ts';
import { notFoundStrings } from '../../src/app/states/not-found-strings.ts';
import { accentPalette } from '../../src/pipeline/settings/look/accent-palette.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { DRAFT } from '../support/fixtures.ts';
import { woff2 } from '../support/font-files.ts';
import { SHOWN_STORIES, writeKindsContent } from '../support/kinds-paper.ts';
import { isSameDocument, markDocument, settledTop } from '../support/reader.ts';
import { expectDraftInDev } from '../support/site-expectations.ts';
import { startDev, type ViteServer } from '../support/start-server.ts';
import { writeContent } from '../support/temp-content.ts';
import { NOW } from '../support/test-paper.ts';
import { WAIT_TIMEOUT } from '../support/timeouts.ts';
import { plainStories, topFiles } from '../support/top-paper.ts';

const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const ROOT = path.resolve(import.meta.dirname, '../..');

let browser: TestBrowser;
let dev: ViteServer | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await dev?.stop();
  dev = undefined;
});
afterAll(() => browser.close());

test('an edited content file is shown without a reload, at the same scroll position', async () => {
  const content = writeKindsContent();
  dev = await startDev({ CONTENT_DIR: content });
  const { page, close } = await browser.newPage({ width: 390, height: 844, now: NOW });
  await page.goto(dev.url);
  const headline = page.locator('h3 a', { hasText: 'Story 24' });
  await headline.waitFor();
  await markDocument(page);
  await headline.scrollIntoViewIfNeeded();
  const before = await settledTop(headline);
  const file = path.join(content, 'story-24.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Story 24', 'It is another'));
  const changed = page.locator('h3 a', { hasText: 'It is another' });
  await changed.waitFor();
  expect(await isSameDocument(page)).toBe(true);
  expect(Math.abs((await settledTop(changed)) - before)).toBeLessThan(2);
  await close();
});

test('an edited report is shown among the top stories and on the page of its event', async () => {
  const report = (domain: string) => ({ event: 'Fire', domain, title: `Fire, says ${domain}` });
  const content = writeContent({
    'site.yaml': 'order: top\n',
    ...topFiles({ a: report('a.example'), b: report('b.example'), c: report('c.example'), ...plainStories(3) }),
  });
  dev = await startDev({ CONTENT_DIR: content });
  const { page, close } = await browser.newPage({ now: NOW });
  const edit = (from: string, to: string): void => {
    const file = path.join(content, 'c.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  await page.goto(dev.url);
  await page.locator('.top-stories h3 a', { hasText: 'Fire, says c.example' }).waitFor();
  await markDocument(page);
  edit('Fire, says c.example', 'A second title');
  await page.locator('.top-stories h3 a', { hasText: 'A second title' }).waitFor();
  await page.locator('.event-more').click();
  await page.getByRole('heading', { level: 1, name: 'A second title' }).waitFor();
  edit('A second title', 'A third title');
  await page.getByRole('heading', { level: 1, name: 'A third title' }).waitFor();
  expect(await isSameDocument(page)).toBe(true);
  await close();
});

test('an open article whose file is deleted or rejected is withdrawn, and comes back with its file', async () => {
  const content = writeKindsContent();
  const file = path.join(content, 'story-24.md');
  const good = readFileSync(file, 'utf8');
  dev = await startDev({ CONTENT_DIR: content });
  const { page, close } = await browser.newPage({ now: NOW });
  await page.goto(new URL('articles/story-24/', dev.url).href);
  const headline = page.locator('h1', { hasText: 'Story 24' });
  const withdrawn = page.getByRole('heading', { name: notFoundStrings.withdrawn });
  await headline.waitFor();
  await markDocument(page);
  const changes = [
    () => rmSync(file),
    () => writeFileSync(file, good.replace(/^publishedDateTime.*$/m, 'date: never')),
  ];
  for (const withdraw of changes) {
    withdraw();
    await withdrawn.waitFor();
    expect(await headline.count()).toBe(0);
    writeFileSync(file, good);
    await headline.waitFor();
  }
  expect(await isSameDocument(page)).toBe(true);
  await close();
});

test('drafts are shown, and errors are reported while all other files are served', async () => {
  const content = writeKindsContent();
  writeFileSync(path.join(content, 'broken.md'), '---\ntitle: "x\n---\n');
  dev = await startDev({ CONTENT_DIR: content });
  const { page, close } = await browser.newPage({ now: NOW });
  await page.goto(dev.url);
  await page.locator('.badge', { hasText: 'Draft' }).waitFor();
  expect(dev.output()).toContain('broken.md:2');
  expect(dev.output()).toContain(
    `${SHOWN_STORIES + 2} files: ${SHOWN_STORIES} articles, 1 draft shown, 0 duplicates, 1 rejected`,
  );
  await close();
});

test('errors are shown in an overlay, also on a page that opens later, until they are fixed', async () => {
  const content = writeKindsContent();
  const file = path.join(content, 'story-24.md');
  const good = readFileSync(file, 'utf8');
  dev = await startDev({ CONTENT_DIR: content });
  const { page, close } = await browser.newPage({ now: NOW });
  await page.goto(dev.url);
  await page.locator('h3 a').first().waitFor();
  await markDocument(page);
  const overlay = page.locator('vite-error-overlay');
  expect(await overlay.count()).toBe(0);

  writeFileSync(
    file,
    good.replace('title:', 'titel:').replace(/^publishedDateTime.*$/m, 'publishedDateTime: 2026-11-31'),
  );
  await overlay.getByText('story-24.md:2:1 error titel:').waitFor();
  await overlay.getByText('found `2026-11-31`').waitFor();
  const later = await browser.newPage({ now: NOW });
  await later.page.goto(dev.url);
  await later.page.locator('vite-error-overlay').getByText('found `2026-11-31`').waitFor();
  await later.close();

  writeFileSync(file, good);
  await overlay.waitFor({ state: 'detached' });
  expect(await isSameDocument(page)).toBe(true);
  await close();
});

test('feeds and the API are served, with the current content', async () => {
  const content = writeContent({
    'a.md': '---\ntitle: One\npublishedDateTime: 2024-01-01\n---\nWords.\n',
    'site.yaml': 'outputs: [atom, api]\naddress: https://paper.example/news/\n',
  });
  dev = await startDev({ CONTENT_DIR: content });
  const read = async (file: string): Promise<string> => (await fetch(new URL(file, dev?.url))).text();
  expect(await read('atom.xml')).toContain('<title>One</title>');
  expect(await read('api/news/index.json')).toContain('"title":"One"');
  writeFileSync(path.join(content, 'a.md'), '---\ntitle: Two\npublishedDateTime: 2024-01-01\n---\nWords.\n');
  await vi.waitFor(async () => expect(await read('atom.xml')).toContain('<title>Two</title>'), {
    timeout: WAIT_TIMEOUT,
  });
});

describe('writes in quick succession', () => {
  const story = (title: string, body: string): string =>
    `---\ntitle: ${title}\npublishedDateTime: 2024-01-01\n---\n${body}\n`;
  const ROUNDS = 3;

  test.each([8, 20, 40])('%i ms apart: the last one is served and shown', async (gap) => {
    const content = writeContent({ 'a.md': story('At first', 'Words.') });
    dev = await startDev({ CONTENT_DIR: content });
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(dev.url);
    await page.locator('h3 a', { hasText: 'At first' }).waitFor();
    await markDocument(page);
    for (let round = 0; round < ROUNDS; round += 1) {
      writeFileSync(path.join(content, 'a.md'), story(`Round ${round}, once`, 'Words.'));
      await setTimeout(gap);
      writeFileSync(path.join(content, 'a.md'), story(`Round ${round}, twice`, 'Words.'));
      await page.locator('h3 a', { hasText: `Round ${round}, twice` }).waitFor();
    }
    expect(await isSameDocument(page)).toBe(true);
    await close();
  });

  test('a file that is written in two parts is served completely', async () => {
    const content = writeContent({ 'a.md': story('At first', 'Words.') });
    dev = await startDev({ CONTENT_DIR: content });
    const read = async (): Promise<string> => (await fetch(new URL('data/articles/a.json', dev?.url))).text();
    for (let round = 0; round < ROUNDS; round += 1) {
      const file = openSync(path.join(content, 'a.md'), 'w');
      writeSync(file, story('In parts', `First part ${round}.`));
      await setTimeout(30);
      writeSync(file, `\nSecond part ${round}.\n`);
      closeSync(file);
      await vi.waitFor(async () => expect(await read()).toContain(`Second part ${round}.`), { timeout: 10_000 });
    }
  });
});

test('the page of parts shows them in both themes, in the look of the paper', async () => {
  const content = writeContent({
    'site.yaml':
      'title: Look\naccent: gold\naddress: /paper/\nicon: icon.svg\ntypefaces:\n  headlines: Head line.woff2\n',
    'icon.svg': ICON,
    'Head line.woff2': woff2({ weight: 800 }),
  });
  dev = await startDev({ CONTENT_DIR: content });
  const { page, errors, close } = await browser.newPage({ now: NOW });
  await page.goto(new URL('__parts/', dev.url).href);
  for (const [index, color] of [
    accentPalette('#ffd700').light.accent,
    accentPalette('#ffd700').dark.accent,
  ].entries()) {
    const frame = page.locator('iframe').nth(index).contentFrame();
    const link = frame.locator('.prose a').first();
    await link.waitFor();
    const channels = await link.evaluate((element) => getComputedStyle(element).color.match(/\d+/g)?.map(Number));
    expect(channels).toEqual([1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16)));
    expect(await frame.locator('p.nameplate, h1.nameplate').textContent()).toBe('Look');
    expect(await frame.locator('.card').count()).toBeGreaterThan(3);
    await expect.poll(() => frame.locator('html').evaluate(loadedFamilies)).toEqual(['Paper Headlines']);
  }
  const icon = await fetch(new URL('icon.svg', dev.url));
  expect(await icon.text()).toBe(ICON);
  expect(errors).toEqual([]);
  await close();
});

/** The families of the fonts that the page of an element has loaded. Runs in the browser. */
const loadedFamilies = ({ ownerDocument }: Element): string[] =>
  [...ownerDocument.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);

test('a changed accent, language or layout is shown after a restart of its own', async () => {
  const content = writeContent({
    'site.yaml': 'title: Look\n',
    'a.md': '---\ntitle: A\ndate: 2026-11-01\n---\nText.\n',
  });
  dev = await startDev({ CONTENT_DIR: content });
  const { page, close } = await browser.newPage({ now: NOW });
  await page.goto(dev.url);
  await page.getByRole('link', { name: 'A', exact: true }).waitFor();
  writeFileSync(path.join(content, 'site.yaml'), 'title: Look\nlanguage: de\nlayout: list\naccent: gold\n');
  await page.locator('html[data-density="list"]').waitFor();
  await page.getByText(germanTexts.common.settings).first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  const accent = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--color-accent'));
  await expect.poll(accent).toBe(accentPalette('#ffd700').light.accent);
  await close();
});

test('raw content files are refused', async () => {
  dev = await startDev();
  const [found = ''] = readdirSync(path.join(ROOT, 'content'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const file = `content/${found.replaceAll(path.sep, '/')}`;
  const navigationHooks = [
    `/${file}`,
    `/${file}?raw`,
    `/${file}?import`,
    `/@fs${ROOT.replaceAll(path.sep, '/')}/${file}`,
  ];
  for (const way of navigationHooks) {
    const response = await fetch(new URL(way, dev.url));
    expect(response.status, way).toBe(403);
    expect(await response.text()).not.toContain('publishedDateTime');
  }
});

test('a draft is shown with a badge, its three related stories, and three links of each', () =>
  expectDraftInDev(browser, DRAFT));
