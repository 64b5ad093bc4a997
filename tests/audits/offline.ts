import type { Page } from 'playwright-core';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { openWithWorker, waitUntilKept } from '../support/offline.ts';
import { redeploy } from '../support/redeploy.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { buildPaper } from '../support/test-paper.ts';

const RELOADS = 100;
const MAX_RELOAD_MS = 1000;
const CPU_SLOWDOWN = 4;

/** Reloads seen pages without a connection, and deploys the site again and again under an open tab. */
export async function checkOffline(): Promise<string | undefined> {
  const folder = await buildPaper();
  const browser = await launchBrowser();
  const site = await serveFolder(folder);
  try {
    return (await reloadOffline(browser, site)) ?? (await deployRepeatedly(browser, site, folder));
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What counts is the headline, not the first paint of the shell. */
async function reloadOffline(browser: TestBrowser, site: StaticServer): Promise<string | undefined> {
  const times: number[] = [];
  for (const [address, headline, file] of [
    ['', 'h3 a', 'data/feeds/all/head.json'],
    ['articles/story-5/', '.article-headline', 'data/articles/story-5.json'],
  ] as const) {
    const options = { width: 390, cpuSlowdown: CPU_SLOWDOWN };
    const { page, context, close } = await openWithWorker(browser, site.url + address, options);
    await waitUntilKept(page, 'data', file);
    await context.setOffline(true);
    for (let reload = 0; reload < RELOADS / 2; reload += 1) {
      await page.reload({ waitUntil: 'commit' });
      times.push(await timeOf(page, headline));
    }
    await close();
  }
  times.sort((a, b) => a - b);
  const [median, worst] = [times[RELOADS / 2], times.at(-1)];
  console.log(`${times.length} reloads offline, CPU ${CPU_SLOWDOWN}x: median ${median} ms, worst ${worst} ms`);
  return (worst ?? 0) <= MAX_RELOAD_MS ? undefined : `a reload takes ${worst} ms`;
}

/** The time of the first frame with the element, in milliseconds since the navigation began. */
async function timeOf(page: Page, selector: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => (document.querySelector(wanted) ? Math.round(performance.now()) : 0),
    selector,
  );
  return found.jsonValue();
}

const DEPLOYMENTS = 20;
/** For one part to open. */
const WAIT_MS = 5000;

/**
 * Uses every part of the app that loads later, each after another deployment. Without a service worker: the new ones start
 * while pages reload, where a debugger may stop both.
 */
async function deployRepeatedly(browser: TestBrowser, site: StaticServer, folder: string): Promise<string | undefined> {
  const { page, errors, close } = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(site.url);
  await waitForHydration(page);
  for (let deployment = 0; deployment < DEPLOYMENTS; deployment += 1) {
    const [name, open] = PARTS[deployment % PARTS.length] as Part;
    site.folder = redeploy(folder, VERSIONS.charAt(deployment));
    try {
      // The page may be reloaded, after which a reader does the same again.
      await open(page).catch(() => open(page));
    } catch (error) {
      return `deployment ${deployment + 1}, ${name}: ${String(error).split('\n')[0]}`;
    }
  }
  await close();
  const uncaught = errors.filter((error) => !/^Failed to load|net::ERR/.test(error));
  if (uncaught.length > 0) return uncaught.join('\n');
  console.log(`${DEPLOYMENTS} deployments under an open tab: no dead end`);
  return undefined;
}

const VERSIONS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

type Part = [name: string, open: (page: Page) => Promise<void>];

/** The parts of the app that load later, and how a reader gets to them. Each leaves a list on the page. */
const PARTS: Part[] = [
  [
    'the filter panel',
    async (page) => {
      await page.locator('.all-topics').click();
      await page.locator('.filter-panel input').first().waitFor();
      await page.keyboard.press('Escape');
    },
  ],
  [
    'an article',
    async (page) => {
      await page.getByRole('link', { name: 'Story 5', exact: true }).click();
      await page.getByText('What a story may say').waitFor();
      await goToFront(page);
    },
  ],
  [
    'the keys',
    async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.press('Escape');
    },
  ],
  [
    'the settings',
    async (page) => {
      await page.locator('.page-footer').getByText('Settings').click();
      await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
      await goToFront(page);
    },
  ],
  [
    'the saved stories',
    async (page) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('a[href$="/saved/"]')?.click());
      await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor();
      await goToFront(page);
    },
  ],
  [
    'the search',
    async (page) => {
      await page.keyboard.press('/');
      await page.locator('[type=search]').first().waitFor();
      await page.locator('[type=search]').first().fill('story');
      await page.keyboard.press('Enter');
      await page.locator('h3 a').first().waitFor();
      await goToFront(page);
    },
  ],
  [
    'another order',
    async (page) => {
      await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
      await page.getByRole('heading', { level: 1, name: 'Science' }).waitFor();
      await page.locator('.sort-link').click();
      await page.waitForFunction(() => location.search.includes('sort=oldest'));
      await page.locator('h3 a').first().waitFor();
      await goToFront(page);
    },
  ],
];

/** As a reader would: by the title of the paper. */
async function goToFront(page: Page): Promise<void> {
  await page.locator('.masthead a').first().click();
  await page.getByRole('link', { name: 'Story 5', exact: true }).waitFor();
}
