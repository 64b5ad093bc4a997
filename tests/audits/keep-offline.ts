import { readdirSync, readFileSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { BUILD_FILE } from '../../src/model/edition-files.ts';
import { PACKS_FILE } from '../../src/model/offline/packs.ts';
import { generateCorpus } from '../bench/generate.ts';
import { launchBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { findBrowser } from '../support/find-browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { keepSheet, openKeepSheet, startKeeping } from '../support/keep.ts';
import { keptFiles, openWithWorker, waitUntilKept } from '../support/offline.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const STORIES = 3000;
const MAX_REQUESTS = 40;
const MAX_BYTES = 20_000_000;
const MAX_TASK_MS = 100;
const MAX_MEMORY = 200_000_000;
const CPU_SLOWDOWN = 4;
const WAIT_MS = 120_000;

/** Keeps a topic of 3,000 stories for offline, whole and with a browser that is killed in between. */
export async function checkKeeping(): Promise<string | undefined> {
  const content = createTempFolder('content');
  generateCorpus({ dir: content, files: STORIES, world: { topics: 1, providers: 8 } });
  const site = await serveFolder(await buildFolder({ CONTENT_DIR: content }));
  try {
    // What else the machine does makes a task longer.
    const isSlow = (failure: string | undefined): boolean => failure?.startsWith('a task') ?? false;
    const first = await keepTopic(site);
    return (isSlow(first) ? await keepTopic(site) : first) ?? (await keepAfterCrash(site));
  } finally {
    await site.close();
  }
}

/** The requests for data, from opening the sheet on. The footer of the page asks for `build.json`. */
const dataIn = ({ requests }: StaticServer): string[] =>
  requests.map(({ path }) => path).filter((path) => path.startsWith('/data/') && path !== `/${BUILD_FILE}`);

async function keepTopic(site: StaticServer): Promise<string | undefined> {
  const browser = await launchBrowser();
  const { page, context, close } = await openWithWorker(browser, `${site.url}topics/topic-1/`, {
    cpuSlowdown: CPU_SLOWDOWN,
  });
  page.setDefaultTimeout(WAIT_MS);
  await waitUntilKept(page, 'data', 'data/offline/checked');
  await page.mouse.move(100, 100);
  site.requests.length = 0;
  await openKeepSheet(page);
  await keepSheet(page).locator('.button-primary').waitFor();
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const session = await context.newCDPSession(page);
  let memory = 0;
  const timer = setInterval(() => {
    session.send('Runtime.getHeapUsage').then(
      ({ usedSize }) => (memory = Math.max(memory, usedSize)),
      () => {},
    );
  }, 100);
  const started = performance.now();
  await startKeeping(page);
  await keepSheet(page).getByText('Remove from').waitFor();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  clearInterval(timer);
  const tasks = await page.evaluate(() => (window as unknown as { durations: number[] }).durations);
  const requests = dataIn(site);
  const bytes = site.requests.reduce((sum, request) => sum + request.bytes, 0);
  const longest = Math.round(Math.max(0, ...tasks));
  const stored = (await keptFiles(page, 'kept')).filter((file) => file.startsWith('data/articles/')).length;
  await close();
  await browser.close();
  console.log(
    `${stored} of ${STORIES} stories in ${seconds} s, CPU ${CPU_SLOWDOWN}x: ${requests.length} requests of data, ` +
      `${(bytes / 1e6).toFixed(1)} MB with the code of the search, longest task ${longest} ms, heap ${(memory / 1e6).toFixed(0)} MB`,
  );
  if (stored !== STORIES) return `${stored} stories are stored`;
  if (requests.length > MAX_REQUESTS) return `${requests.length} requests`;
  if (bytes > MAX_BYTES) return `${bytes} bytes`;
  if (longest > MAX_TASK_MS) return `a task takes ${longest} ms`;
  return memory > MAX_MEMORY ? `${memory} bytes of memory` : undefined;
}

/** Kills the browser with all its processes while packs are being stored. The next one goes on with the same profile. */
async function keepAfterCrash(site: StaticServer): Promise<string | undefined> {
  const profile = createTempFolder('profile');
  site.requests.length = 0;
  const first = await openProfile(profile);
  const page = await openPage(first, `${site.url}topics/topic-1/`);
  await openKeepSheet(page);
  await keepSheet(page).locator('.button-primary').waitFor();
  await startKeeping(page);
  // The packs of a third of the stories.
  await waitFor(async () => (await keptFiles(page, 'kept')).length > STORIES / 3);
  const before = new Set(dataIn(site));
  for (const pid of processesOf(profile)) process.kill(pid, 'SIGKILL');
  await first.close().catch(() => {});

  site.requests.length = 0;
  const second = await openProfile(profile);
  const next = await openPage(second, site.url);
  await waitFor(async () => (await articlesIn(next)).length === STORIES);
  const articles = await articlesIn(next);
  const packs = dataIn(site).filter((path) => path !== `/${PACKS_FILE}` && /\/offline\/\d+\.json$/.test(path));
  const twice = packs.filter((path) => before.has(path));
  await second.close();
  console.log(
    `after the kill: ${packs.length} packs fetched, ${twice.length} of them again (what was being stored), ` +
      `${articles.length} stories, ${articles.length - new Set(articles).size} of them twice`,
  );
  if (new Set(articles).size !== STORIES) return 'stories are stored twice';
  // The pack that was being stored, and those whose receipt was not on the disk yet.
  return twice.length > 2 ? `${twice.join(', ')} were fetched again` : undefined;
}

const articlesIn = async (page: Page): Promise<string[]> =>
  (await keptFiles(page, 'kept')).filter((file) => file.startsWith('data/articles/'));

const openProfile = async (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', '--no-proxy-server'],
  });

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(url);
  await waitForHydration(page);
  await page.mouse.move(100, 100);
  await page.mouse.move(110, 110);
  return page;
}

async function waitFor(isTrue: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + WAIT_MS;
  while (!(await isTrue())) {
    if (performance.now() > until) throw new Error(`${String(isTrue)} is still false`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The processes whose command line names the profile. */
const processesOf = (profile: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandOf(pid).includes(`--user-data-dir=${profile}`));

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
