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
import { waitForHydration } from '../support/hydration.ts';
import { focusedText } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { copyContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';

/*
 * What an earlier version left behind, in the publisher's folders and in a reader's browser, is taken over by today's
 * code. `tests/fixtures/upgrade/README.md` says what there is and how it was made.
 */

const FIXTURE = path.resolve(import.meta.dirname, '../fixtures/upgrade');
const CACHES = path.resolve(import.meta.dirname, '../../node_modules/.cache/broadsheet');
const ADDRESS = 'https://paper.example/news/';
const NOW = '2024-07-01T08:00:00Z';

const WITHDRAWN = { file: '2024/ferry-timetable', title: 'Ferry timetable changes' };
const RENAMED = { from: '2024/new-lighthouse', to: '2024/lighthouse-opens' };
const ADDED = '2024/breakwater';
/** Files that the publisher has put into the folder of the site. */
const FOREIGN = ['CNAME', 'articles/notes.txt'];
/** Files of the old site for which the new one has no use, besides scripts and styles. */
const GONE = [
  `articles/${WITHDRAWN.file}/index.html`,
  'assets/content/ferry-c80c1832.svg',
  `data/articles/${WITHDRAWN.file}.json`,
  `data/articles/${RENAMED.from}.json`,
];

interface Profile {
  localStorage: Record<string, string>;
  sessionStorage: Record<string, string>;
  /** The entries of the tab's history, and what the reader saw there. */
  history: Entry[];
}

interface Entry {
  address: string;
  state: unknown;
  /** The first story in view, its distance from the top of the window, and the number of stories in the list. */
  seen?: { story: string; top: number; stories: number };
}

const textOf = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');
const profile = JSON.parse(textOf(FIXTURE, 'profile.json')) as Profile;
const oldFiles = JSON.parse(textOf(FIXTURE, 'site/.broadsheet-manifest.json')) as string[];
const oldPages = oldFiles.filter((file) => file.endsWith('.html'));

let content: string;
let folder: string;
let fresh: string;
let site: StaticServer;
let browser: TestBrowser;

beforeAll(async () => {
  content = copyContent(path.join(FIXTURE, 'content'));
  folder = layOutOldSite();
  placeOldCaches();
  changeContent();
  fresh = createTempFolder('site');
  // No cache knows anything of a copy of the content.
  await Promise.all([build(folder, content), build(fresh, copyContent(content))]);
  [site, browser] = await Promise.all([serveFolder(folder, { basePath: '/news/' }), launchBrowser()]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

async function build(outDir: string, contentDir: string): Promise<void> {
  const { exitCode, stderr } = await buildInto(outDir, { CONTENT_DIR: contentDir });
  if (exitCode !== 0) throw new Error(stderr);
}

/**
 * Makes the folder of the old site. Most files are stand-ins, as long and as old as the stamps say: where the stamps are
 * trusted, the stand-ins stay.
 */
function layOutOldSite(): string {
  const root = createTempFolder('site');
  const [, json = ''] = textOf(FIXTURE, 'cache/outputs').split('\n');
  const stamps = JSON.parse(json) as Record<string, string>;
  for (const file of oldFiles) {
    const [, size = '30', time = Date.parse(NOW)] = stamps[file]?.split(' ') ?? [];
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, 'From the old build.\n'.padEnd(Number(size)));
    utimesSync(target, new Date(Number(time)), new Date(Number(time)));
  }
  cpSync(path.join(FIXTURE, 'site'), root, { recursive: true });
  for (const file of FOREIGN) writeFileSync(path.join(root, file), 'Not ours');
  return root;
}

/** Under the names that the old version looks for, for the folders of this run. */
function placeOldCaches(): void {
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

/** All files of a folder, by their paths. */
function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** The files that differ from those of a fresh build. Only `data/build.json` holds the time of the build. */
function unlikeFresh(): string[] {
  const names = new Set([...filesIn(folder), ...filesIn(fresh)]);
  const isSame = (file: string): boolean =>
    [folder, fresh].every((root) => existsSync(path.join(root, file))) &&
    readFileSync(path.join(folder, file)).equals(readFileSync(path.join(fresh, file)));
  return [...names].filter((file) => file !== 'data/build.json' && !isSame(file)).sort();
}

describe('UPGRADE: a site that an earlier version has built', () => {
  test('becomes what a fresh build makes, beside what the publisher has put there', () => {
    expect(unlikeFresh()).toEqual(FOREIGN);
  });

  test('keeps the address of every file but those of what is withdrawn, and of scripts and styles', () => {
    const isCode = (file: string): boolean => /^assets\/[^/]+$/.test(file);
    const missing = oldFiles.filter((file) => !isCode(file) && !existsSync(path.join(fresh, file)));
    expect(missing).toEqual(GONE);
  });

  test('answers at the address of every old page, as sitemaps and browsers spell it', async () => {
    const spelled = [...textOf(FIXTURE, 'site/sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) =>
      url.slice(ADDRESS.length),
    );
    expect(spelled.length).toBeGreaterThan(40);
    const asPages = oldPages.map((file) =>
      file
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
        .join('/'),
    );
    const addresses = [...new Set([...spelled, ...asPages])];
    const answers = await Promise.all(addresses.map((address) => fetch(site.url + address)));
    const dead = addresses.filter((_, index) => answers[index]?.status !== 200);
    expect(dead).toEqual([`articles/${WITHDRAWN.file}/`]);
  });

  test('names in its sitemap what the old one named, and the new address of what is renamed', () => {
    const urls = (text: string): string[] => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url).sort();
    const expected = urls(textOf(FIXTURE, 'site/sitemap.xml'))
      .filter((url) => !url.includes(WITHDRAWN.file))
      .map((url) => url.replace(RENAMED.from, RENAMED.to))
      .concat(`${ADDRESS}articles/${ADDED}/`);
    expect(urls(textOf(folder, 'sitemap.xml'))).toEqual(expected.sort());
  });

  test('leads from the old address of a renamed article to the new one', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    await page.goto(`${site.url}articles/${RENAMED.from}/`);
    await page.waitForURL(`**/articles/${RENAMED.to}/`);
    expect(await page.locator('h1').textContent()).toBe('The new lighthouse is lit');
    await close();
  });

  test.each(['atom.xml', 'archive/1/atom.xml', 'rss.xml', 'feed.json'])('keeps the ids of entries: %s', (file) => {
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

  test('is mended where a file has changed and the caches that would hide it are damaged', async () => {
    const [page, stamps, articles] = ['settings/index.html', cacheOf('outputs', folder), cacheOf('articles', content)];
    // The stamps are changed to match a page that someone has changed.
    const before = String(statSync(path.join(folder, page)).mtimeMs);
    const known = readFileSync(stamps, 'utf8');
    writeFileSync(path.join(folder, page), 'Changed'.padEnd(statSync(path.join(folder, page)).size));
    utimesSync(path.join(folder, page), new Date(NOW), new Date(NOW));
    const stamp = new RegExp(`("${page}":"\\S+ \\d+ )${before}"`);
    expect(known).toMatch(stamp);
    writeFileSync(stamps, known.replace(stamp, `$1${Date.parse(NOW)}"`));
    // In the cache every title is another, as long as before, and the version is one that does not exist yet.
    const cache = readFileSync(articles, 'utf8');
    expect(cache).toContain('"title":"T');
    writeFileSync(articles, cache.replaceAll('"title":"T', '"title":"X').replace(/broadsheet-1\n$/, 'broadsheet-2\n'));
    await build(folder, content);
    expect(unlikeFresh()).toEqual(FOREIGN);
  });
});

/** The id of a feed, where its format has one, and those of its entries by their titles. */
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

describe('UPGRADE: a browser that has read with an earlier version', () => {
  const [front, topic, article] = profile.history;

  test('loads a list anew as it was: its place, its length, the read marks, and all settings', async () => {
    const { page, policyReports, foreignRequests, close } = await openWith([front]);
    await expectPlace(page, front);
    await page.locator('html[data-theme=dark][data-text-size=large][data-density=list]').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 21, 23)');
    // The original stays where there is no AMP page.
    const sourceLink = (title: string) => card(page, title).locator('.source-link').getAttribute('href');
    expect(await sourceLink('Bicycles on deck')).toBe('https://www.harbour.example/8');
    expect(await sourceLink('The new lighthouse is lit')).toBe('https://amp.raeder.example/6');
    const read = await page.locator('.card[data-read] h3').allTextContents();
    expect(read).toEqual(['A class in C# on the pier', 'Oyster beds are back']);
    // Pictures of other hosts are named, and none is asked for.
    await page.locator('.card', { hasText: 'Bicycles on deck' }).locator('.picture').waitFor({ state: 'attached' });
    expect(foreignRequests).toEqual([]);
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    for (const [name, index] of [
      ['link', 1],
      ['theme', 2],
      ['list-layout', 1],
      ['text-size', 2],
      ['data-saver', 1],
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
    // Single keys are off, so this opens no help that Escape would close instead of going back.
    await page.keyboard.press('?');
    await page.keyboard.press('Escape');
    await expectPlace(page, topic);
    // A link would have made another entry in the history.
    expect(await page.evaluate(() => history.state as unknown)).toEqual(topic?.state);
    expect(await focusedText(page)).toBe('Oyster beds are back');
    await page.goBack();
    await expectPlace(page, front);
    policyReports.length = 0;
    await close();
  });

  test('finds at the addresses of filters the same stories', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    const stories = page.locator('.stories h3');
    // Without any of its parts this one would find others, or in another order.
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

/** Loads the last of these entries anew in a browser of the old profile, as a tab does that has been left open. */
async function openWith(entries: (Entry | undefined)[]) {
  const reader = await browser.newPage({ now: NOW, remoteImages: 'plate' });
  const { page } = reader;
  page.setDefaultTimeout(10_000);
  // A file of the same host, in which no code of ours runs.
  await page.goto(`${site.url}data/build.json`);
  await page.evaluate(
    ({ local, session, history: kept }) => {
      for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
      for (const [key, value] of Object.entries(session)) sessionStorage.setItem(key, value);
      for (const [index, { address, state }] of kept.entries()) {
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

/** Waits until a page is at an entry's address and shows as many stories as then, the one in view where it was. */
async function expectPlace(page: Page, entry: Entry | undefined): Promise<void> {
  expect(entry?.seen).toBeDefined();
  await page.waitForFunction(
    ({ address, seen }) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('.stories h3 a')];
      const link = links.find(({ pathname }) => pathname === seen?.story);
      const top = link?.closest('li')?.getBoundingClientRect().top ?? Number.NaN;
      const isHere = location.pathname === address && links.length === seen?.stories;
      return isHere && Math.abs(top - seen.top) <= 2;
    },
    { address: entry?.address, seen: entry?.seen },
  );
}
