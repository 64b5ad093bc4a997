import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder, buildInto } from '../support/build-site.ts';
import { COLOR_RULES, findViolations } from '../support/find-violations.ts';
import { woff2 } from '../support/font-files.ts';
import { openHydrated, waitForHydration } from '../support/hydration.ts';
import { svg } from '../support/image-files.ts';
import { isSameDocument, markDocument } from '../support/reader.ts';
import { startDev } from '../support/start-server.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { NOW, paperFiles } from '../support/test-paper.ts';

/* The publisher's own style rules. */

const SECTION = /^### Your own styles\n(.*?)^### /ms.exec(readFileSync('content/README.md', 'utf8'))?.[1] ?? '';
const EXAMPLE = /```css\n(.*?)```/s.exec(SECTION)?.[1] ?? '';

/**
 * Without the layers, rules of the app that are more specific or load later would win over these. They leave the contrast
 * of the example as it is.
 */
const RULES = `
@font-face { font-family: Boxes; src: url("/boxes.woff2") }
.headline { margin-top: 9px; font-family: Boxes }
.settings-head { border-bottom-color: rgb(4, 5, 6) }
.filter-panel { padding-bottom: 77px }
.nameplate::after { content: url("/images/größe.svg") }
.page-footer::after { content: "</style><script>document.title = 'broken'</script>" }
`;
/** `--color-ink`, of headlines without rules of the publisher. */
const INK = 'rgb(20, 24, 26)';
/** `--color-paper` of the example. */
const PAPER = { light: 'rgb(255, 248, 231)', dark: 'rgb(27, 23, 18)' };

const contentWith = (theme: string, stories: number): string =>
  writeContent({
    ...paperFiles(stories),
    'theme.css': theme,
    'public/images/größe.svg': svg(40, 40),
    'public/boxes.woff2': woff2(),
  });

const styleOf = (page: Page, selector: string, property: string, pseudo?: '::after'): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name), [
      property,
      pseudo,
    ] as const);

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a site with theme.css', () => {
  let folder: string;
  let site: StaticServer;
  beforeAll(async () => {
    folder = await buildFolder({ CONTENT_DIR: contentWith(EXAMPLE + RULES, 40), ADDRESS: '/paper/' });
    site = await serveFolder(folder, { basePath: '/paper/' });
  });
  afterAll(() => site.close());

  const htmlOf = (page: string): string => readFileSync(path.join(folder, page, 'index.html'), 'utf8');

  test('has its rules in the one style sheet that every page loads, and nowhere else', () => {
    expect(existsSync(path.join(folder, 'theme.css'))).toBe(false);
    const sheets = readdirSync(path.join(folder, 'assets')).filter((name) => name.endsWith('.css'));
    const withRules = sheets.filter((name) =>
      readFileSync(path.join(folder, 'assets', name), 'utf8').includes('@layer publisher'),
    );
    expect(withRules).toHaveLength(1);
    expect(htmlOf('')).toContain(`<link rel="stylesheet" href="/paper/assets/${withRules[0]}">`);
    expect(htmlOf('') + htmlOf('articles/story-5')).not.toContain('broken');
  });

  test('has its rules also in lazy parts, and loads images and fonts of public/', async () => {
    const { page, errors, close } = await openHydrated(browser, site.url);
    await page.waitForFunction(() =>
      [...document.fonts].some((font) => font.family === 'Boxes' && font.status === 'loaded'),
    );
    expect(readFileSync(path.join(folder, '_headers'), 'utf8')).toContain("font-src 'self'");
    expect(await styleOf(page, '.card .headline', 'margin-top')).toBe('9px');
    const image = `${site.url}images/gr%C3%B6%C3%9Fe.svg`;
    expect(await styleOf(page, '.nameplate', 'content', '::after')).toBe(`url("${image}")`);
    await expect
      .poll(() => site.requests.filter(({ path: name }) => name.endsWith('.svg')).map(({ status }) => status))
      .toContain(200);
    expect(await page.title()).toBe('The Test Paper');
    await page.locator('.all-topics').click();
    expect(await styleOf(page, '.filter-panel', 'padding-bottom')).toBe('77px');
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    expect(await styleOf(page, '.settings-head', 'border-bottom-color')).toBe('rgb(4, 5, 6)');
    expect(errors).toEqual([]);
    await close();
  });

  test.each([undefined, 'light', 'dark'] as const)('has the colours of the theme of the reader: %s', async (chosen) => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    await page.addInitScript((theme) => theme && localStorage.setItem('broadsheet:theme', theme), chosen);
    await page.goto(site.url);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await styleOf(page, 'body', 'background-color'), colorScheme).toBe(PAPER[chosen ?? colorScheme]);
    }
    expect(errors).toEqual([]);
    await close();
  });

  test('is accessible with the example of the documentation, in both themes', async () => {
    const { page, close } = await browser.newPage({ now: NOW, remoteImages: 'plate', reducedMotion: 'reduce' });
    for (const address of ['', 'articles/story-5/', 'settings/']) {
      await page.goto(site.url + address);
      await waitForHydration(page);
      expect(await styleOf(page, 'body', 'background-color')).toBe(PAPER.light);
      expect(await findViolations(page), address).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await styleOf(page, 'body', 'background-color')).toBe(PAPER.dark);
      expect(await findViolations(page, COLOR_RULES), `${address}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await close();
  });

  test('has the classes that the documentation names', () => {
    const classes = [...SECTION.matchAll(/^\| (`\.[^|]*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`\.([\w-]+)`/g)].map(([, name = '']) => name),
    );
    expect(classes.length).toBeGreaterThan(12);
    const html = htmlOf('') + htmlOf('articles/story-5');
    const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' ')));
    expect(classes.filter((name) => !used.has(name))).toEqual([]);
  });
});

test('a build says by how much theme.css is too large before the first paint, and writes nothing', async () => {
  const folder = createTempFolder('site');
  // Names that do not compress.
  const names = Array.from({ length: 200 }, (_, index) => createHash('sha256').update(`${index}`).digest('base64url'));
  const theme = names.map((name) => `.a${name} { color: red }`).join('\n');
  const { exitCode, stderr } = await buildInto(folder, { CONTENT_DIR: contentWith(theme, 1) });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /theme\.css error Expected pages that load at most 14 KB \(14,336 bytes, compressed\) before they are shown, found \d,\d{3} bytes more\./,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('the dev server shows the rules, follows their file, and leaves them out while it has an error', async () => {
  const content = contentWith('.headline { color: rgb(1, 2, 3) }', 1);
  const file = path.join(content, 'theme.css');
  const dev = await startDev({ CONTENT_DIR: content });
  const { page, close } = await browser.newPage({ now: NOW });
  await page.goto(dev.url);
  await page.locator('.headline').first().waitFor();
  await markDocument(page);
  const waitForColor = (color: string) =>
    page.waitForFunction(
      (expected) => getComputedStyle(document.querySelector('.headline') ?? document.body).color === expected,
      color,
    );
  await waitForColor('rgb(1, 2, 3)');
  const overlay = page.locator('vite-error-overlay');
  writeFileSync(file, '.headline { color: rgb(4, 5, 6); background: url(/images/new.svg) }');
  await overlay.getByText('theme.css:1:46 error').waitFor();
  await waitForColor(INK);
  writeFileSync(path.join(content, 'public/images/new.svg'), svg(40, 40));
  await waitForColor('rgb(4, 5, 6)');
  await overlay.waitFor({ state: 'detached' });
  expect(await page.evaluate((url) => fetch(url).then(({ status }) => status), '/images/new.svg')).toBe(200);
  rmSync(file);
  await waitForColor(INK);
  writeFileSync(file, '.headline { color: rgb(7, 8, 9) }');
  await waitForColor('rgb(7, 8, 9)');
  expect(await isSameDocument(page)).toBe(true);
  await Promise.all([close(), dev.stop()]);
});
