import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { createTempFolder } from '../support/temp-folder.ts';

// Tests of the helpers for browser tests: a server with faults, and a browser that records what a page does.

let browser: TestBrowser;
let server: StaticServer;

beforeAll(async () => {
  const folder = createTempFolder('support');
  mkdirSync(path.join(folder, 'about'));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  write(
    'index.html',
    '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Front</title><h1>Front</h1></html>',
  );
  write('about/index.html', '<!doctype html><html lang="en"><title>About</title><h1>About</h1></html>');
  write('404.html', '<!doctype html><html lang="en"><title>Nothing</title><h1>Nothing</h1></html>');
  write('news.json', '{"news":["one","two"]}');
  server = await serveFolder(folder, { basePath: '/paper/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('the server answers a folder with its index.html, and a missing file with 404.html', async () => {
  expect(await (await fetch(`${server.url}about/`)).text()).toContain('About');
  const redirected = await fetch(`${server.url}about`);
  expect(redirected.url).toBe(`${server.url}about/`);
  const missing = await fetch(`${server.url}none/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain('Nothing');
  expect((await fetch(new URL('/elsewhere', server.url))).status).toBe(404);
  expect((await fetch(`${server.url}..%2f..%2fetc/passwd`)).status).toBe(404);
});

test('the server answers 304 if a file has not changed', async () => {
  const first = await fetch(`${server.url}news.json`);
  const etag = first.headers.get('etag') ?? '';
  const again = await fetch(`${server.url}news.json`, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
});

test('the server fails as configured, for each file', async () => {
  const url = `${server.url}news.json`;
  server.faults.set('news.json', 500);
  expect((await fetch(url)).status).toBe(500);
  server.faults.set('news.json', 'html');
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
  server.faults.set('news.json', 'truncated');
  await expect((await fetch(url)).json()).rejects.toThrow(SyntaxError);
  server.faults.set('news.json', 'silent');
  await expect(fetch(url, { signal: AbortSignal.timeout(200) })).rejects.toThrow('timeout');
  server.faults.clear();
  expect(await (await fetch(url)).json()).toEqual({ news: ['one', 'two'] });
});

test('a page reaches no other host, and every request to one is recorded', async () => {
  const { page, errors, foreignRequests, close } = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate(async () => {
    const requests = ['https://example.com/a', 'https://8.8.8.8/b'].map((url) => fetch(url).catch(() => 'failed'));
    return Promise.all(requests);
  });
  expect(foreignRequests).toEqual(['https://example.com/a', 'https://8.8.8.8/b']);
  expect(errors).toEqual([]);
  await close();
});

test('a page has the requested size, theme, time zone and clock, and its errors are recorded', async () => {
  const { page, errors, close } = await browser.newPage({
    width: 390,
    colorScheme: 'dark',
    timezone: 'Asia/Kathmandu',
    now: '2031-05-06T00:00:00Z',
  });
  await page.goto(server.url);
  const environment = await page.evaluate(() => {
    console.error('one');
    setTimeout(() => {
      throw new Error('two');
    });
    return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, new Date().toString()];
  });
  expect(environment).toEqual([390, true, expect.stringContaining('Tue May 06 2031 05:45:00')]);
  await expect.poll(() => errors).toEqual([expect.stringContaining('one'), expect.stringContaining('two')]);
  await close();
});

test('a warm page has nothing of the test before but its process', async () => {
  const before = await browser.newPage({ isWarm: true, width: 390, colorScheme: 'dark' });
  const { page } = before;
  await page.goto(`${server.url}?before`);
  await page.goto(server.url);
  await page.evaluate(() => {
    localStorage.setItem('a', '1');
    sessionStorage.setItem('a', '1');
    indexedDB.open('a');
    console.error('one');
  });
  await page.route(server.url, (route) => route.abort());
  await page.emulateMedia({ media: 'print' });
  await page.context().newPage();
  await before.close();

  const { page: warm, context, errors, close } = await browser.newPage({ isWarm: true });
  expect(warm).toBe(page);
  expect(context.pages()).toEqual([page]);
  await warm.goto(server.url);
  const state = await warm.evaluate(async () => [
    [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, history.length],
    [innerWidth, ...['print', '(prefers-color-scheme: dark)'].map((query) => matchMedia(query).matches)],
  ]);
  expect(state).toEqual([
    [0, 0, 0, 2],
    [1280, false, false],
  ]);
  expect(errors).toEqual([]);
  await close();
});
