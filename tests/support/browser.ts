import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { findBrowser } from './find-browser.ts';

const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page with what went wrong in it. */
export interface WatchedPage {
  page: Page;
  /** Errors of scripts and of the console, but for requests to other hosts: those are refused. */
  errors: string[];
  /** Paths of the requests to our own host, as they were made. */
  requests: string[];
  /** Hosts of the requests to other hosts. */
  foreignHosts: Set<string>;
}

let launched: Promise<Browser> | undefined;

export async function launchBrowser(): Promise<Browser> {
  const flags = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return chromium.launch({ executablePath: findBrowser(), args: flags });
}

/** A page in a profile of its own. Tests never touch the network: requests to other hosts than ours fail. */
export async function openPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  launched ??= launchBrowser();
  const browser = await launched;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  return watch(await context.newPage(), context);
}

/** Closes the browser when the tests of a file are over. Called once in each file. */
export function closeBrowserAfterAll(): void {
  afterAll(async () => (await launched)?.close());
}

export async function watch(page: Page, context: BrowserContext): Promise<WatchedPage> {
  const watched: WatchedPage = { page, errors: [], requests: [], foreignHosts: new Set() };
  const isOurs = (url: URL): boolean => url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  await context.route((url) => !isOurs(url), (route) => route.abort());
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (isOurs(url)) watched.requests.push(url.pathname);
    else if (url.protocol.startsWith('http')) watched.foreignHosts.add(url.host);
  });
  page.on('pageerror', (error) => watched.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) watched.errors.push(message.text());
  });
  return watched;
}
