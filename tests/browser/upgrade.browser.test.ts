import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildInto } from '../support/build-site.ts';
import { waitForEffects, waitForHydration } from '../support/hydration.ts';
import { focusedText } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { copyContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';

/*
 * Files of an earlier version, in the publisher's folders and in a reader's browser, still work with the current code.
 * `tests/fixtures/upgrade/README.md` says what they are and how they were made.
 */

const FIXTURE = path.resolve(import.meta.dirname, '../fixtures/upgrade');
const CACHES = path.resolve(import.meta.dirname, '../../node_modules/.cache/broadsheet');
const ADDRESS = 'https://paper.example/news/';
const NOW = '2024-07-01T08:00:00Z';

const WITHDRAWN = { file: '2024/ferry-timetable', title: 'Ferry timetable changes' };
const RENAMED = { from: '2024/new-lighthouse', to: '2024/lighthouse-opens' };
const ADDED = '2024/breakwater';
/** Files that the publisher has added to the output folder. */
const ADDED_BY_PUBLISHER = ['CNAME', 'articles/notes.txt'];
/** Files of the old site that the new one does not have, apart from scripts and styles. */
const REMOVED = [
  `articles/${WITHDRAWN.file}/index.html`,
  'assets/content/ferry-c80c1832.svg',
  `data/articles/${WITHDRAWN.file}.json`,
  `data/articles/${RENAMED.from}.json`,
];

interface Profile {
  localStorage: Record<string, string>;
  sessionStorage: Record<string, string>;
  /** The history entries of the tab, and what was in view. */
  history: Entry[];
}

interface Entry {
  address: string;
  state: unknown;
  /** The first story in view, its distance from the top of the viewport, and the number of stories in the list. */
  seen?: { story: string; top: number; stories: number };
}

const textOf = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');
const profile = JSON.parse(textOf(FIXTURE, 'profile.json')) as Profile;
const oldFiles = JSON.parse(textOf(FIXTURE, 'site/.broadsheet-manifest.json')) as string[];
const oldPages = oldFiles.filter((file) => file.endsWith('.html'));

let content: string;
let folder: string;
let freshFolder: string;
let site: StaticServer;
let browser: TestBrowser;

beforeAll(async () => {
  content = copyContent(path.join(FIXTURE, 'content'));
  folder = writeOldSite();
  writeOldCaches();
  changeContent();
  freshFolder = createTempFolder('site');
  // Caches are by folder, so the copy of the content has none.
  await Promise.all([build(folder, content), build(freshFolder, copyContent(content))]);
  [site, browser] = await Promise.all([serveFolder(folder, { basePath: '/news/' }), launchBrowser()]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

async function build(outDir: string, contentDir: string): Promise<void> {
  const { exitCode, stderr } = await buildInto(outDir, { CONTENT_DIR: contentDir });
  if (exitCode !== 0) throw new Error(stderr);
}

/**
 * Writes the output folder of the old site. Most files are placeholders with the size and time of the old manifest: if
 * the new build trusted that manifest, the placeholders would stay.
 */
function writeOldSite(): string {
  const root = createTempFolder('site');
  const [, json = ''] = textOf(FIXTURE, 'cache/outputs').split('\n');
  const manifest = JSON.parse(json) as Record<string, string>;
  for (const file of oldFiles) {
    const [, size = '30', time = Date.parse(NOW)] = manifest[file]?.split(' ') ?? [];
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, 'From the old build.\n'.padEnd(Number(size)));
    utimesSync(target, new Date(Number(time)), new Date(Number(time)));
  }
  cpSync(path.join(FIXTURE, 'site'), root, { recursive: true });
  for (const file of ADDED_BY_PUBLISHER) writeFileSync(path.join(root, file), 'By the publisher');
  return root;
}

/** Under the names that the old version uses for the folders of this run. */
function writeOldCaches(): void {
  mkdirSync(CACHES, { recursive: true });
  writeFileSync(cacheOf('articles', content), readFileSync(path.join(FIXTURE, 'cache/articles')));
  writeFileSync(cacheOf('outputs', folder), readFileSync(path.join(FIXTURE, 'cache/outputs')));
}

function cacheOf(kind: 'articles' | 'outputs', of: string): string {
  return path.join(CACHES, `${kind}-${createHash('sha256').update(of).digest('base64url').slice(0, 16)}`);
}

function changeContent(): void {
  const fileOf = (slug: string): string => path.join(content, `${slug}.md`);
  rmSync(fileOf(WITHDRAWN.file));
  renameSync(fileOf(RENAMED.from), fileOf(RENAMED.to));
  const text = readFileSync(fileOf(RENAMED.to), 'utf8');
  writeFileSync(fileOf(RENAMED.to), text.replace('---\n', `---\nformerly: /articles/${RENAMED.from}/\n`));
  const added = text.replace(/^title:.*/m, 'title: A breakwater is planned').replace(/\/\d+$/m, '/41');
  writeFileSync(fileOf(ADDED), added.replace(/^(publishedDateTime:).*/m, '$1 2024-07-01T06:00:00Z'));
}

/** The paths of all files of a folder. */
function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** The files that differ from a fresh build, without `data/build.json`, which has the time of the build. */
function differingFiles(): string[] {
  const names = new Set([...filesIn(folder), ...filesIn(freshFolder)]);
  const isSame = (file: string): boolean =>
    [folder, freshFolder].every((root) => existsSync(path.join(root, file))) &&
    readFileSync(path.join(folder, file)).equals(readFileSync(path.join(freshFolder, file)));
  return [...names].filter((file) => file !== 'data/build.json' && !isSame(file)).sort();
}

describe('a site that an earlier version has built', () => {
  test('becomes what a fresh build writes, and keeps the files of the publisher', () => {
    expect(differingFiles()).toEqual(ADDED_BY_PUBLISHER);
  });

  test('keeps the address of every file, except for removed articles, scripts and styles', () => {
    const isCode = (file: string): boolean => /^assets\/[^/]+$/.test(file);
    const missing = oldFiles.filter((file) => !isCode(file) && !existsSync(path.join(freshFolder, file)));
    expect(missing).toEqual(REMOVED);
  });

  test('answers at the address of every old page, as sitemaps and browsers encode it', async () => {
    const inSitemap = [...textOf(FIXTURE, 'site/sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) =>
      url.slice(ADDRESS.length),
    );
    expect(inSitemap.length).toBeGreaterThan(40);
    const asPages = oldPages.map((file) =>
      file
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
        .join('/'),
    );
    const addresses = [...new Set([...inSitemap, ...asPages])];
    const answers = await Promise.all(addresses.map((address) => fetch(site.url + address)));
    const dead = addresses.filter((_, index) => answers[index]?.status !== 200);
    expect(dead).toEqual([`articles/${WITHDRAWN.file}/`]);
  });

  test('has the addresses of the old sitemap, with the new ones of renamed articles', () => {
    const urls = (text: string): string[] => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url).sort();
    const expected = urls(textOf(FIXTURE, 'site/sitemap.xml'))
      .filter((url) => !url.includes(WITHDRAWN.file))
      .map((url) => url.replace(RENAMED.from, RENAMED.to))
      .concat(`${ADDRESS}articles/${ADDED}/`);
    expect(urls(textOf(folder, 'sitemap.xml'))).toEqual(expected.sort());
  });

  test('redirects from the old address of a renamed article to the new one', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(`${site.url}articles/${RENAMED.from}/`);
    await page.waitForURL(`**/articles/${RENAMED.to}/`);
    expect(await page.locator('h1').textContent()).toBe('The new lighthouse is lit');
    await close();
  });

  test.each(['atom.xml', 'archive/1/atom.xml', 'rss.xml', 'feed.json'])('keeps the ids of feed entries: %s', (file) => {
    const [before, now] = [readFeed(file, textOf(FIXTURE, `site/${file}`)), readFeed(file, textOf(folder, file))];
    expect(now.id).toBe(before.id);
    const kept = [...before.ids].filter(([story]) => story !== WITHDRAWN.title);
    expect(kept.length).toBeGreaterThan(20);
    expect([...now.ids]).toEqual(expect.arrayContaining(kept));
  });

  test('gives an article the same id in every feed', () => {
    const known = new Map([
      ...readFeed('atom.xml', textOf(FIXTURE, 'site/archive/1/atom.xml')).ids,
      ...readFeed('atom.xml', textOf(FIXTURE, 'site/atom.xml')).ids,
      ['A breakwater is planned', `${ADDRESS}articles/${ADDED}/`],
    ]);
    const feeds = oldFiles.filter((file) => /(?:atom|rss)\.xml$|feed\.json$/.test(file));
    expect(feeds).toHaveLength(16);
    for (const file of feeds) {
      for (const [story, id] of readFeed(file, textOf(folder, file)).ids)
        expect(id, `${file}: ${story}`).toBe(known.get(story));
    }
  });

  test('is repaired if a file has changed and the caches that would hide it are damaged', async () => {
    const [page, manifest, articles] = [
      'settings/index.html',
      cacheOf('outputs', folder),
      cacheOf('articles', content),
    ];
    // The manifest matches a page that was changed.
    const before = String(statSync(path.join(folder, page)).mtimeMs);
    const known = readFileSync(manifest, 'utf8');
    writeFileSync(path.join(folder, page), 'Changed'.padEnd(statSync(path.join(folder, page)).size));
    utimesSync(path.join(folder, page), new Date(NOW), new Date(NOW));
    const entryPattern = new RegExp(`("${page}":"\\S+ \\d+ )${before}"`);
    expect(known).toMatch(entryPattern);
    writeFileSync(manifest, known.replace(entryPattern, `$1${Date.parse(NOW)}"`));
    // The article cache has other titles of the same length, and a version that does not exist yet.
    const cache = readFileSync(articles, 'utf8');
    expect(cache).toContain('"title":"T');
    writeFileSync(articles, cache.replaceAll('"title":"T', '"title":"X').replace(/broadsheet-1\n$/, 'broadsheet-2\n'));
    await build(folder, content);
    expect(differingFiles()).toEqual(ADDED_BY_PUBLISHER);
  });
});

/** The id of a feed, if its format has one, and the ids of its entries by title. */
function readFeed(file: string, text: string): { id: string | undefined; ids: Map<string, string> } {
  const idsOf = (entries: { id?: unknown; title?: unknown }[] = []): Map<string, string> =>
    new Map(entries.map(({ id, title }) => [String(title), String(id)]));
  if (file.endsWith('.json')) return { id: undefined, ids: idsOf(parseJsonFeed(text).items) };
  if (file.endsWith('rss.xml')) {
    const items = parseRssFeed(text).items?.map(({ guid, title }) => ({ id: guid?.value, title }));
    return { id: undefined, ids: idsOf(items) };
  }
  const { id, entries } = parseAtomFeed(text);
  return { id, ids: idsOf(entries?.map((entry) => ({ id: entry.id, title: entry.title?.value ?? entry.title }))) };
}

describe('a browser that was used with an earlier version', () => {
  const [front, topic, article] = profile.history;

  test('reloads a list with its scroll position, its length, the read marks and all settings', async () => {
    const { page, policyReports, foreignRequests, close } = await openWith([front]);
    await expectRestored(page, front);
    await page.locator('html[data-theme=dark][data-text-size=large][data-density=list]').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 21, 23)');
    // The original stays where there is no AMP page.
    const sourceLink = (title: string) => card(page, title).locator('.source-link').getAttribute('href');
    expect(await sourceLink('Bicycles on deck')).toBe('https://www.harbour.example/8');
    expect(await sourceLink('The new lighthouse is lit')).toBe('https://amp.raeder.example/6');
    // Read marks come with the code of the card's buttons, which loads later.
    await page.locator('.card[data-read]').first().waitFor();
    const read = await page.locator('.card[data-read] h3').allTextContents();
    expect(read).toEqual(['A class in C# on the pier', 'Oyster beds are back']);
    // Images of other hosts are in the page, but not requested.
    await page.locator('.card', { hasText: 'Bicycles on deck' }).locator('.picture').waitFor({ state: 'attached' });
    expect(foreignRequests).toEqual([]);
    await page.goto(`${site.url}settings/`);
    await waitForEffects(page);
    for (const [name, index] of [
      ['link', 1],
      ['theme', 2],
      ['density', 1],
      ['text-size', 2],
      ['images', 1],
      ['keys', 1],
    ] as const)
      expect(await page.locator(`input[name=${name}]`).nth(index).isChecked(), name).toBe(true);
    policyReports.length = 0;
    await close();
  });

  test('goes back from an article to the list that led there, and from that to the front page', async () => {
    const { page, policyReports, close } = await openWith([front, topic, article]);
    const back = page.locator('.back-link');
    await page.waitForFunction(() => document.querySelector('.back-link')?.getAttribute('href') !== '/news/');
    expect(await back.getAttribute('href')).toBe('/news/topics/harbour/');
    expect(await back.textContent()).toContain('Harbour');
    // Single-key shortcuts are off, so this opens no sheet that Escape would close instead of going back.
    await page.keyboard.press('?');
    await page.keyboard.press('Escape');
    await expectRestored(page, topic);
    // A link would have added a history entry.
    expect(await page.evaluate(() => history.state as unknown)).toEqual(topic?.state);
    expect(await focusedText(page)).toBe('Oyster beds are back');
    await page.goBack();
    await expectRestored(page, front);
    policyReports.length = 0;
    await close();
  });

  test('shows the same stories at the addresses of filters', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    const stories = page.locator('.stories h3');
    // Without any one of its parts, this filter would match other stories, or in another order.
    const parts = 'topics=harbour,c-r%C3%A4der&match=all&provider=raeder.example&period=2024-06&sort=oldest';
    await page.goto(`${site.url}?${parts}`);
    await stories.first().waitFor();
    const titles = ['Coal pier becomes a park', 'Storm wall is finished', 'The new lighthouse is lit'];
    expect(await stories.allTextContents()).toEqual(titles);
    await page.goto(`${site.url}topics/c-r%C3%A4der/?not=harbour`);
    await stories.nth(8).waitFor();
    expect(await stories.count()).toBe(9);
    expect(errors).toEqual([]);
    await close();
  });
});

/** Restores the old profile and the history entries, and reloads the last one, like a tab that was left open. */
async function openWith(entries: (Entry | undefined)[]) {
  const reader = await browser.newPage({ now: NOW, remoteImages: 'plate' });
  const { page } = reader;
  page.setDefaultTimeout(10_000);
  // A file of the same origin, in which the app does not run.
  await page.goto(`${site.url}data/build.json`);
  await page.evaluate(
    ({ local, session, history: entriesToRestore }) => {
      for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
      for (const [key, value] of Object.entries(session)) sessionStorage.setItem(key, value);
      for (const [index, { address, state }] of entriesToRestore.entries()) {
        if (index === 0) history.replaceState(state, '', address);
        else history.pushState(state, '', address);
      }
    },
    {
      local: profile.localStorage,
      session: profile.sessionStorage,
      history: entries.filter((entry) => entry !== undefined),
    },
  );
  await page.reload();
  await waitForHydration(page);
  return reader;
}

const card = (page: Page, title: string) =>
  page.locator('article.card', { has: page.getByRole('heading', { name: title, exact: true }) });

/** Waits until the page has the address, the number of stories and the scroll position of an entry. */
async function expectRestored(page: Page, entry: Entry | undefined): Promise<void> {
  expect(entry?.seen).toBeDefined();
  await page.waitForFunction(
    ({ address, seen }) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('.stories h3 a')];
      const link = links.find(({ pathname }) => pathname === seen?.story);
      const top = link?.closest('li')?.getBoundingClientRect().top ?? Number.NaN;
      const isComplete = location.pathname === address && links.length === seen?.stories;
      return isComplete && Math.abs(top - seen.top) <= 2;
    },
    { address: entry?.address, seen: entry?.seen },
  );
}
