import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
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
  /** IANA name. */
  timezone?: string;
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
  return {
    newPage: async (options = {}) => openPage(await browser.newContext(contextOptions(options)), options),
    close: () => browser.close(),
  };
}

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

function contextOptions(options: PageOptions): BrowserContextOptions {
  const { width = 1280, height = 800, timezone, locale, isMobile = false } = options;
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
    timezoneId: timezone ?? 'UTC',
  };
}

async function openPage(context: BrowserContext, options: PageOptions): Promise<ReaderPage> {
  const { now, cpuSlowdown, remoteImages = 'fail' } = options;
  if (now !== undefined) await context.clock.setFixedTime(now);
  if (remoteImages === 'plate') await answerRemoteImages(context);
  context.setDefaultTimeout(WAIT_TIMEOUT);
  const policyReports = await collectPolicyReports(context);
  const page = await context.newPage();
  if (cpuSlowdown !== undefined) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  }
  const close = async (): Promise<void> => {
    await context.close();
    if (policyReports.length > 0) throw new Error(`The policy was broken:\n${policyReports.join('\n')}`);
  };
  return { page, context, ...listen(context), policyReports, close };
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
    if (message.type() === 'error' && !isForeign(url)) errors.push(`${message.text()} (${url})`);
  });
  context.on('weberror', (event) => errors.push(String(event.error().stack)));
  return { errors, foreignRequests };
}

function isForeign(url: string): boolean {
  return /^(https?|wss?):/.test(url) && !['127.0.0.1', 'localhost'].includes(new URL(url).hostname);
}

/** A route on a context disables its HTTP cache, so it is added only if a test needs it. */
async function answerRemoteImages(context: BrowserContext): Promise<void> {
  const body =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="1600" height="900"><rect width="16" height="9" fill="#8a8f94"/></svg>';
  await context.route(
    (url) => isForeign(url.href),
    (route) =>
      route.request().resourceType() === 'image'
        ? route.fulfill({ contentType: 'image/svg+xml', body })
        : route.abort(),
  );
}
