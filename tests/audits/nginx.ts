import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { launchBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { KINDS, writeKindsContent } from '../support/kinds-paper.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { NOW } from '../support/test-paper.ts';
import { type NginxServer, startNginx } from './nginx-server.ts';

const run = promisify(execFile);

/** Serves a site with nginx at the root of a host and below a base path, and sends 100,000 requests. */
export async function checkNginx(): Promise<string | undefined> {
  const failures: string[] = [];
  for (const base of ['', '/paper']) {
    const root = await createSite(base);
    const server = await startNginx(root, base);
    try {
      const checked = await checkAnswers(server.origin, base, root);
      const seen = await checkInBrowser(server.origin, base);
      const loaded = base === '' ? await load(server.origin, root) : [];
      failures.push(...[...checked, ...seen, ...loaded].map((failure) => `${base}/: ${failure}`));
    } finally {
      failures.push(...(await stopServer(server, base)));
    }
  }
  return failures.length === 0 ? undefined : failures.join('\n');
}

async function stopServer(server: NginxServer, base: string): Promise<string[]> {
  const { statuses, warnings } = await server.stop();
  const all = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  const shares = [...statuses].map(([status, count]) => `${status}: ${count}`).sort();
  print(`${base}/: ${all.toLocaleString('en')} responses (${shares.join(', ')})`);
  return warnings;
}

/** Files that a site may have, and an SVG with a script. */
const EXTRAS: Record<string, string> = {
  'drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg"><script>window.wasRun = true</script></svg>`,
  'api/news/a.json': '{}',
  '.well-known/security.txt': 'Contact: mailto:desk@paper.example',
  '.secret/a.txt': 'hidden',
  'assets-of-ours/a.txt': 'changes',
  'data/articles/assets/a.json': '{}',
};

/** Creates a folder with a site below a base path. */
async function createSite(base: string): Promise<string> {
  const built = await buildFolder({ CONTENT_DIR: writeKindsContent(), ADDRESS: `https://paper.example${base}/` });
  const root = createTempFolder('served');
  const site = path.join(root, base);
  cpSync(built, site, { recursive: true });
  const front = readFileSync(path.join(site, 'index.html'), 'utf8');
  const pages = {
    'injected/index.html': front.replace('<main', '<script>window.wasRun = true</script><main'),
    'framing/index.html': `<!doctype html><title>Framed</title><iframe src="${base}/"></iframe>`,
  };
  for (const [name, text] of Object.entries({ ...EXTRAS, ...pages })) {
    mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    writeFileSync(path.join(site, name), text);
  }
  return root;
}

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'access-control-allow-origin': '*',
};
const POLICY = "frame-ancestors 'none'";
const NO_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
const NO_CACHE = 'no-cache';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const HTML = 'text/html; charset=utf-8';

interface Expected {
  status?: number;
  type?: string;
  cache?: string;
  policy?: string;
  location?: string;
}

/** Requests a URL and compares the response. Returns the differences. */
async function checkResponse(url: string, expected: Expected, headers: Record<string, string> = {}): Promise<string[]> {
  const { status = 200, type, cache = NO_CACHE, policy = POLICY, location } = expected;
  const response = await fetch(url, { redirect: 'manual', headers });
  await response.arrayBuffer();
  const wanted: Record<string, string | number | null | undefined> = {
    ...COMMON,
    server: 'nginx',
    'cache-control': cache,
    'content-security-policy': policy,
    ...(type === undefined ? {} : { 'content-type': type }),
    ...(location === undefined ? {} : { location }),
  };
  const found = [
    ['status', response.status, status],
    ...Object.entries(wanted).map(([name, value]) => [name, response.headers.get(name), value]),
  ];
  return found
    .filter(([, actual, wantedValue]) => actual !== wantedValue)
    .map(
      ([name, actual, wantedValue]) => `${url} ${JSON.stringify(headers)}: ${name} is ${actual}, not ${wantedValue}`,
    );
}

async function checkAnswers(origin: string, base: string, root: string): Promise<string[]> {
  const site = path.join(root, base);
  const at = `${origin}${base}/`;
  const asset = (ending: string): string => `assets/${assetsOf(site).find((name) => name.endsWith(ending))}`;
  const expectations: [string, Expected][] = [
    ...Object.values(KINDS).map((address): [string, Expected] => [address, { type: HTML }]),
    ['?topics=space', { type: HTML }],
    ['data/edition.json', { type: 'application/json' }],
    ['api/news/a.json', { type: 'application/json' }],
    ['data/articles/assets/a.json', { type: 'application/json' }],
    ['atom.xml', { type: 'application/atom+xml; charset=utf-8', policy: NO_PAGE_POLICY }],
    ['topics/technology/rss.xml', { type: 'application/rss+xml; charset=utf-8', policy: NO_PAGE_POLICY }],
    ['feed.json', { type: 'application/feed+json' }],
    ['sitemap.xml', { type: 'text/xml; charset=utf-8', policy: NO_PAGE_POLICY }],
    ['manifest.webmanifest', { type: 'application/manifest+json' }],
    ['icon.svg', { type: 'image/svg+xml', policy: NO_PAGE_POLICY }],
    ['icon-512.png', { type: 'image/png' }],
    ['.well-known/security.txt', { type: 'text/plain; charset=utf-8' }],
    ['assets-of-ours/a.txt', { type: 'text/plain; charset=utf-8' }],
    [asset('.css'), { type: 'text/css; charset=utf-8', cache: IMMUTABLE }],
    [asset('.js'), { type: 'application/javascript; charset=utf-8', cache: IMMUTABLE }],
    [asset('.svg'), { type: 'image/svg+xml', cache: IMMUTABLE, policy: NO_PAGE_POLICY }],
    ...['no/such/page/', 'no-such.json', 'assets/no-such.js', 'assets/', 'data/', 'data/articles/', '_headers']
      .concat('.broadsheet-manifest.json', '.secret/a.txt', '.git/config')
      .map((address): [string, Expected] => [address, { status: 404, type: HTML }]),
    ['articles/report', { status: 301, location: `${base}/articles/report/` }],
    ['topics/technology?sort=oldest', { status: 301, location: `${base}/topics/technology/?sort=oldest` }],
  ];
  const failures: string[] = [];
  for (const [address, expected] of expectations) failures.push(...(await checkResponse(at + address, expected)));
  failures.push(...(await checkResponse(`${origin}/nothing/here`, { status: 404, type: HTML })));
  failures.push(...(await check404(`${at}no/such/page/`, site)));
  if (base !== '') failures.push(...(await checkResponse(origin + base, { status: 301, location: `${base}/` })));
  for (const address of ['', 'data/edition.json', asset('.js'), asset('.css'), 'sitemap.xml'])
    failures.push(...(await checkRevalidation(at + address, path.join(site, address === '' ? 'index.html' : address))));
  print(`${base}/: ${expectations.length} addresses, 5 revalidated`);
  return failures;
}

function assetsOf(site: string): string[] {
  const folder = path.join(site, 'assets');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll(path.sep, '/'));
}

async function check404(url: string, site: string): Promise<string[]> {
  const text = await (await fetch(url)).text();
  return text === readFileSync(path.join(site, '404.html'), 'utf8') ? [] : [`${url} is not the 404 page of the site`];
}

/** Checks revalidation with and without compression: by ETag, by date, and after a change of the file. */
async function checkRevalidation(url: string, file: string): Promise<string[]> {
  const failures: string[] = [];
  const failure = (what: string, isSo: boolean): unknown => isSo || failures.push(`${url}: ${what}`);
  const cache = url.includes('/assets/') ? IMMUTABLE : NO_CACHE;
  const policy = url.endsWith('.xml') ? NO_PAGE_POLICY : POLICY;
  for (const encoding of ['identity', 'gzip']) {
    const accept = { 'Accept-Encoding': encoding };
    const first = await fetch(url, { headers: accept });
    failure(
      `${encoding} was not used`,
      first.headers.get('content-encoding') === (encoding === 'gzip' ? 'gzip' : null),
    );
    failure('Vary is not Accept-Encoding', first.headers.get('vary') === 'Accept-Encoding');
    failure('the text differs from the file', (await first.text()) === readFileSync(file, 'utf8'));
    const tag = first.headers.get('etag') ?? 'none';
    const date = first.headers.get('last-modified') ?? 'none';
    const unchanged = { status: 304, cache, policy };
    failures.push(...(await checkResponse(url, unchanged, { ...accept, 'If-None-Match': tag })));
    failures.push(...(await checkResponse(url, unchanged, { ...accept, 'If-Modified-Since': date })));
    failures.push(...(await checkResponse(url, { cache, policy }, { ...accept, 'If-None-Match': '"another"' })));
    utimesSync(file, new Date(), new Date(Date.parse(date) + 2_000));
    failures.push(...(await checkResponse(url, { cache, policy }, { ...accept, 'If-None-Match': tag })));
  }
  return failures;
}

/** Checks the policy in a browser: pages hydrate without errors, other scripts do not run, framing is blocked. */
async function checkInBrowser(origin: string, base: string): Promise<string[]> {
  const failures: string[] = [];
  const browser = await launchBrowser();
  try {
    for (const address of [KINDS.front, KINDS.article]) {
      const { page, errors, policyReports, close } = await browser.newPage({ now: NOW });
      await page.goto(`${origin}${base}/${address}`, { waitUntil: 'networkidle' });
      await waitForHydration(page);
      failures.push(...errors, ...policyReports.splice(0));
      await close();
    }
    for (const address of ['injected/', 'drawing.svg']) {
      const { page, policyReports, close } = await browser.newPage({ now: NOW });
      await page.goto(`${origin}${base}/${address}`, { waitUntil: 'networkidle' });
      const wasRun = await page.evaluate(() => 'wasRun' in window);
      const isReported = policyReports.splice(0).some((report) => report.startsWith('script-src-elem'));
      if (wasRun || !isReported) failures.push(`a script in ${address} ran`);
      await close();
    }

    const framing = await browser.newPage({ now: NOW });
    await framing.page.goto(`${origin}${base}/framing/`, { waitUntil: 'networkidle' });
    const [, frame] = framing.page.frames();
    if (frame === undefined || frame.url().startsWith(origin)) failures.push('the front page was framed');
    if (!framing.errors.join('\n').includes('frame-ancestors')) failures.push('framing was not reported as blocked');
    await framing.close();
  } finally {
    await browser.close();
  }
  print(`${base}/: two pages hydrated; an injected script, one in an SVG and a frame were blocked`);
  return failures;
}

const REQUESTS = 20_000;
const CONCURRENCY = 50;

/** Sends 100,000 requests with keep-alive, uncompressed, because `ab` uses HTTP/1.0. */
async function load(origin: string, root: string): Promise<string[]> {
  const js = assetsOf(root).find((name) => /^index-.*\.js$/.test(name)) ?? assetsOf(root)[0] ?? '';
  const front = await fetch(`${origin}/`);
  await front.arrayBuffer();
  const tag = front.headers.get('etag') ?? '';
  const rounds: { what: string; address: string; headers?: string[]; isUnchanged?: boolean }[] = [
    { what: 'front page', address: '' },
    { what: 'article', address: KINDS.article },
    { what: 'JSON', address: 'data/feeds/all/head.json' },
    { what: 'asset', address: `assets/${js}` },
    { what: 'front page, unchanged', address: '', headers: [`If-None-Match: ${tag}`], isUnchanged: true },
  ];
  const failures: string[] = [];
  for (const { what, address, headers = [], isUnchanged = false } of rounds) {
    const args = [
      '-k',
      '-q',
      '-n',
      String(REQUESTS),
      '-c',
      String(CONCURRENCY),
      ...headers.flatMap((line) => ['-H', line]),
    ];
    const { stdout } = await run('ab', [...args, `${origin}/${address}`]);
    const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1] ?? 0);
    const [complete, failed, others] = ['Complete requests', 'Failed requests', 'Non-2xx responses'].map(figure);
    const rate = Math.round(figure('Requests per second')).toLocaleString('en');
    print(`${what}: ${complete} requests, ${failed} failed, ${others} not 2xx, ${rate} per second`);
    const isGood = complete === REQUESTS && failed === 0 && others === (isUnchanged ? REQUESTS : 0);
    if (!isGood) failures.push(`${what}: ${stdout}`);
  }
  return failures;
}

const print = (line: string): void => console.log(`        ${line}`);
