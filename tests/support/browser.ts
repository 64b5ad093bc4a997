import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { remoteImage } from './remote-image.ts';
import { WAIT_TIMEOUT } from './timeouts.ts';

export interface TestBrowser {
  newPage: (options?: PageOptions) => Promise<ReaderPage>;
  close: () => Promise<void>;
}

export interface PageOptions {
  /** In CSS pixels; 1280 x 800 by default. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  javaScriptEnabled?: boolean;
  /** IANA name. `null`: that of the system, which a test may override. */
  timezone?: string | null;
  /** BCP 47. */
  locale?: string;
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  /** Emulates a phone: touch, and the viewport of a mobile browser. */
  isMobile?: boolean;
  /** The current time of the page. The clock does not advance; timers run. */
  now?: string;
  /** The factor by which the CPU is slowed down. */
  cpuSlowdown?: number;
  /** Service workers are blocked by default. */
  serviceWorkers?: 'allow' | 'block';
  /** Images of other hosts fail, or are replaced by a grey image. */
  remoteImages?: 'fail' | 'plate';
  /**
   * Takes the page that a test before has closed, with its process and its caches, which takes a third of the time. Its
   * storage and its history are empty. Not for tests that leave the context changed (its clock, routes, connection) or
   * scripts for each document, end on another site, or have no JavaScript.
   */
  isWarm?: boolean;
}

/** A page with its errors since it was opened. */
interface ReaderPage {
  page: Page;
  context: BrowserContext;
  /** Console errors and uncaught errors, with their source. */
  errors: string[];
  /** The URLs of all requests to other hosts. */
  foreignRequests: string[];
  /** Violations of the page's policy. `close` throws if there are any left. */
  policyReports: string[];
  close: () => Promise<void>;
}

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Tests never use the network: other hosts do not resolve.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  '--no-proxy-server',
];

/** Starts a browser with a new profile that can reach only this machine. One per test file is enough. */
export async function launchBrowser(): Promise<TestBrowser> {
  const browser = await launch(await findBrowser());
  const open = async (options: PageOptions): Promise<ReaderPage> =>
    openPage(await browser.newContext(contextOptions(options)), options);
  /** Closed pages by the options of their context. */
  const warm = new Map<string, ReaderPage[]>();
  const openWarm = async (options: PageOptions): Promise<ReaderPage> => {
    const key = JSON.stringify(options, (name, value: unknown) => (OPTIONS_OF_PAGE.has(name) ? undefined : value));
    const closed = warm.get(key) ?? [];
    warm.set(key, closed);
    const reader = closed.pop() ?? (await open(options));
    await resetPage(reader, options);
    const close = async (): Promise<void> => {
      await closeWarmPage(reader);
      closed.push(reader);
    };
    return { ...reader, close };
  };
  return {
    newPage: (options = {}) => (options.isWarm ? openWarm(options) : open(options)),
    close: () => browser.close(),
  };
}

/** Options that can be set for a page that is open. */
const OPTIONS_OF_PAGE = new Set(['width', 'height', 'colorScheme', 'reducedMotion', 'forcedColors']);

/** The sandbox does not work for root, nor on systems that restrict it (Ubuntu 24.04, many containers). */
async function launch(executablePath: string): Promise<Browser> {
  const options = { executablePath, args: FLAGS };
  if (process.getuid?.() === 0) return chromium.launch({ ...options, chromiumSandbox: false });
  try {
    return await chromium.launch({ ...options, chromiumSandbox: true });
  } catch {
    return chromium.launch({ ...options, chromiumSandbox: false });
  }
}

function contextOptions(options: PageOptions) {
  const { width = 1280, height = 800, timezone = 'UTC', locale, isMobile = false } = options;
  return {
    viewport: { width, height },
    colorScheme: options.colorScheme ?? 'light',
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    reducedMotion: options.reducedMotion ?? 'no-preference',
    forcedColors: options.forcedColors ?? 'none',
    serviceWorkers: options.serviceWorkers ?? 'block',
    isMobile,
    hasTouch: isMobile,
    locale: locale ?? 'en-GB',
    ...(timezone !== null && { timezoneId: timezone }),
  } satisfies BrowserContextOptions;
}

async function openPage(context: BrowserContext, options: PageOptions): Promise<ReaderPage> {
  const { now, cpuSlowdown, remoteImages = 'fail' } = options;
  if (now !== undefined) await fixTime(context, now);
  if (remoteImages === 'plate') await answerRemoteImages(context);
  context.setDefaultTimeout(WAIT_TIMEOUT);
  const policyReports = await collectPolicyReports(context);
  const page = await context.newPage();
  if (options.javaScriptEnabled !== false) waitForPageOfUrl(page);
  if (cpuSlowdown !== undefined) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  }
  const close = async (): Promise<void> => {
    await context.close();
    requireNone(policyReports);
  };
  return { page, context, ...listen(context), policyReports, close };
}

/** Fixes the time. Animation frames stay those of the browser: Playwright's clock calls back after the paint. */
async function fixTime(context: BrowserContext, now: string): Promise<void> {
  await context.addInitScript(() => {
    const realFrames = {
      requestAnimationFrame: window.requestAnimationFrame.bind(window),
      cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
    };
    Object.assign(window, { realFrames });
  });
  await context.clock.setFixedTime(now);
  await context.addInitScript(() => {
    Object.assign(window, (window as unknown as { realFrames: object }).realFrames);
  });
}

/** Makes `waitForURL` also wait for the page of the URL: the app renders it a frame later. */
function waitForPageOfUrl(page: Page): void {
  const waitForUrl = page.waitForURL.bind(page);
  page.waitForURL = async (...args) => {
    await waitForUrl(...args);
    await page.evaluate(async () => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await nextFrame();
      await nextFrame();
    });
  };
}

/** Closes all but the first page, takes the pointer away from it, and goes online. */
async function closeWarmPage({ page, context, policyReports }: ReaderPage): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll();
  await context.setOffline(false);
  await page.mouse.move(-1, -1);
  requireNone(policyReports);
}

/** With an icon: the browser asks for none. */
const EMPTY_PAGE = '<!doctype html><link rel="icon" href="data:,">';

/** Removes what the test before has left, and sets the options of this one. */
async function resetPage(reader: ReaderPage, options: PageOptions): Promise<void> {
  const { page, context, errors, foreignRequests, policyReports } = reader;
  const { viewport, colorScheme, reducedMotion, forcedColors } = contextOptions(options);
  if (page.url() !== 'about:blank') {
    // An empty page of the same origin stays in the same process.
    const url = new URL('/empty', page.url()).href;
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: EMPTY_PAGE }));
    await page.goto(url);
    await page.unrouteAll();
    await page.evaluate(clearStorage);
    const session = await context.newCDPSession(page);
    await session.send('Page.resetNavigationHistory');
    await session.detach();
  }
  await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors });
  for (const list of [errors, foreignRequests, policyReports]) list.length = 0;
}

/** Runs in the browser. */
async function clearStorage(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  }
}

function requireNone(policyReports: readonly string[]): void {
  if (policyReports.length > 0) throw new Error(`The policy was broken:\n${policyReports.join('\n')}`);
}

/** https://www.w3.org/TR/CSP3/#violation-events */
async function collectPolicyReports(context: BrowserContext): Promise<string[]> {
  const reports: string[] = [];
  await context.exposeBinding('reportPolicyViolation', (_source, report: string) => reports.push(report));
  await context.addInitScript(() => {
    const { reportPolicyViolation } = window as unknown as { reportPolicyViolation: (report: string) => void };
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
      reportPolicyViolation(`${effectiveDirective} ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
    });
  });
  return reports;
}

function listen(context: BrowserContext): Pick<ReaderPage, 'errors' | 'foreignRequests'> {
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  context.on('request', (request) => {
    if (isForeign(request.url())) foreignRequests.push(request.url());
  });
  // The browser does not send requests that the page's policy blocks.
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp') return;
    const index = foreignRequests.indexOf(request.url());
    if (index >= 0) foreignRequests.splice(index, 1);
  });
  context.on('console', (message) => {
    const { url } = message.location();
    // Failed requests to other hosts are listed in `foreignRequests` instead.
    // React recovers from a hydration mismatch, and the app warns.
    const isMismatch = message.type() === 'warning' && /React error|ydrat/.test(message.text());
    if ((message.type() === 'error' || isMismatch) && !isForeign(url)) errors.push(`${message.text()} (${url})`);
  });
  context.on('weberror', (event) => errors.push(String(event.error().stack)));
  return { errors, foreignRequests };
}

function isForeign(url: string): boolean {
  return /^(https?|wss?):/.test(url) && !['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
}

/** A route on a context disables its HTTP cache, so it is added only if a test needs it. */
async function answerRemoteImages(context: BrowserContext): Promise<void> {
  const body = remoteImage();
  await context.route(
    (url) => isForeign(url.href),
    (route) =>
      route.request().resourceType() === 'image' ? route.fulfill({ contentType: 'image/png', body }) : route.abort(),
  );
}
