import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder, buildInto } from '../support/build-site.ts';
import { findViolations } from '../support/find-violations.ts';
import { woff2 } from '../support/font-files.ts';
import { waitForHydration } from '../support/hydration.ts';
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

/** Without the layers, rules of the app that are more specific or load later would win over these. */
const RULES = `
@font-face { font-family: Boxes; src: url("/boxes.woff2") }
.headline { color: rgb(1, 2, 3); font-family: Boxes }
.settings-head { border-bottom-color: rgb(4, 5, 6) }
.filter-panel { padding-bottom: 77px }
.nameplate { background: url("/images/größe.svg") }
.page-footer::after { content: "</style><script>document.title = 'broken'</script>" }
`;
/** `--color-paper` of the example. */
const PAPER = { light: 'rgb(255, 248, 231)', dark: 'rgb(27, 23, 18)' };

const contentWith = (theme: string): string =>
  writeContent({
    ...paperFiles(40),
    'theme.css': theme,
    'public/images/größe.svg': svg(40, 40),
    'public/boxes.woff2': woff2(),
  });

const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a site with theme.css', () => {
  let folder: string;
  let site: StaticServer;
  beforeAll(async () => {
    folder = await buildFolder({ CONTENT_DIR: contentWith(EXAMPLE + RULES), ADDRESS: '/paper/' });
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

  test('may load fonts of public/', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    await page.goto(site.url);
    await page.waitForFunction(() =>
      [...document.fonts].some((font) => font.family === 'Boxes' && font.status === 'loaded'),
    );
    expect(readFileSync(path.join(folder, '_headers'), 'utf8')).toContain("font-src 'self'");
    expect(errors).toEqual([]);
    await close();
  });

  test.each([
    ['the device', 'light', undefined],
    ['the device', 'dark', undefined],
    ['the reader', 'light', 'dark'],
    ['the reader', 'dark', 'light'],
  ] as const)('has its colours and rules, where %s chooses the theme (%s, %s)', async (_, colorScheme, chosen) => {
    const { page, errors, close } = await browser.newPage({ colorScheme, now: NOW, remoteImages: 'plate' });
    await page.addInitScript((theme) => theme && localStorage.setItem('broadsheet:theme', theme), chosen);
    await page.goto(site.url);
    await waitForHydration(page);
    expect(await styleOf(page, 'body', 'background-color')).toBe(PAPER[chosen ?? colorScheme]);
    expect(await styleOf(page, '.card .headline', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf(page, '.nameplate', 'background-image')).toBe(`url("${site.url}images/gr%C3%B6%C3%9Fe.svg")`);
    expect(await page.title()).toBe('The Test Paper');
    await page.locator('.all-topics').click();
    expect(await styleOf(page, '.filter-panel', 'padding-bottom')).toBe('77px');
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    expect(await styleOf(page, '.settings-head', 'border-bottom-color')).toBe('rgb(4, 5, 6)');
    expect(site.requests.some(({ path: name, status }) => name.endsWith('.svg') && status === 200)).toBe(true);
    expect(errors).toEqual([]);
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

test.each(['light', 'dark'] as const)('the example of the documentation is accessible, %s', async (colorScheme) => {
  const site = await serveFolder(await buildFolder({ CONTENT_DIR: contentWith(EXAMPLE) }));
  const { page, close } = await browser.newPage({ colorScheme, now: NOW, remoteImages: 'plate' });
  for (const address of ['', 'articles/story-5/', 'settings/']) {
    await page.goto(site.url + address);
    await waitForHydration(page);
    expect(await styleOf(page, 'body', 'background-color')).toBe(PAPER[colorScheme]);
    expect(await findViolations(page)).toEqual([]);
  }
  await Promise.all([close(), site.close()]);
});

describe('a build', () => {
  test('says by how much theme.css is too large before the first paint, and writes nothing', async () => {
    const folder = createTempFolder('site');
    // Names that do not compress.
    const names = Array.from({ length: 200 }, (_, index) =>
      createHash('sha256').update(`${index}`).digest('base64url'),
    );
    const theme = names.map((name) => `.a${name} { color: red }`).join('\n');
    const { exitCode, stderr } = await buildInto(folder, { CONTENT_DIR: contentWith(theme) });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /theme\.css error Expected pages that load at most 14 KB \(14,336 bytes, compressed\) before they are shown, found \d,\d{3} bytes more\./,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('fails if theme.css has errors, and leaves it out if errors are skipped', async () => {
    const env = { CONTENT_DIR: contentWith('a { color: red }\n.b { background: url(https://cdn.example/a.png) }') };
    const { exitCode, stderr } = await buildInto(createTempFolder('site'), env);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('theme.css:2:18 error Expected a file of the site');
    const skipped = await buildInto(createTempFolder('site'), { ...env, ON_ERROR: 'skip' });
    expect(skipped.exitCode).toBe(0);
    const sheets = readdirSync(path.join(skipped.folder, 'assets')).filter((name) => name.endsWith('.css'));
    expect(sheets.map((name) => readFileSync(path.join(skipped.folder, 'assets', name), 'utf8')).join()).not.toContain(
      'publisher',
    );
  });
});

test('the dev server shows the rules, follows their file, and leaves them out while it has an error', async () => {
  const content = contentWith('.headline { color: rgb(1, 2, 3) }');
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
  writeFileSync(path.join(content, 'public/images/new.svg'), svg(40, 40));
  await waitForColor('rgb(4, 5, 6)');
  await overlay.waitFor({ state: 'detached' });
  expect(await page.evaluate((url) => fetch(url).then(({ status }) => status), '/images/new.svg')).toBe(200);
  rmSync(file);
  await waitForColor('rgb(20, 24, 26)');
  writeFileSync(file, '.headline { color: rgb(7, 8, 9) }');
  await waitForColor('rgb(7, 8, 9)');
  expect(await isSameDocument(page)).toBe(true);
  await Promise.all([close(), dev.stop()]);
});
