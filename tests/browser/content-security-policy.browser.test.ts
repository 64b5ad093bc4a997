import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsStrings } from '../../src/app/pages/settings/settings-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { buildKindsPaper, KINDS, SHOWN_STORIES } from '../support/kinds-paper.ts';
import { startPreview } from '../support/start-server.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { NOW } from '../support/test-paper.ts';

let folder: string;
let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  folder = await buildKindsPaper();
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const pagesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

/** Injects HTML into the front page, as an attacker would. */
async function inject(page: Page, html: string): Promise<void> {
  await page.route(site.url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<main', () => `${html}<main`) });
  });
}

/** https://www.w3.org/TR/trusted-types/#trusted-type-policy-factory */
interface TrustedTypesWindow {
  trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
}

describe('the Content-Security-Policy', () => {
  test('is in every page, before anything that it applies to', () => {
    const pages = pagesOf(folder);
    expect(pages.length).toBeGreaterThan(SHOWN_STORIES);
    for (const file of pages) {
      const html = readFileSync(path.join(folder, file), 'utf8');
      expect(html, file).toMatch(
        /^<!doctype html><html [^>]*><head><meta charset="[^"]*"><meta http-equiv="Content-Sec/,
      );
      expect(html.match(/ style="| on\w+="|<style/g), file).toBeNull();
      expect(html.match(/<script>/g), file).toHaveLength(1);
      for (const [, url = ''] of html.matchAll(
        /<(?:script|iframe|link rel="(?:stylesheet|modulepreload)")[^>]* (?:src|href)="([^"]*)"/g,
      ))
        expect(url, file).toMatch(/^\/assets\//);
    }
  });

  test.each([
    ['an inline script', '<script>window.wasRun = true</script>', 'script-src-elem'],
    ['a handler', '<img src="data:," onerror="window.wasRun = true">', 'script-src-attr'],
    ['a foreign script', '<script src="https://evil.example/x.js"></script>', 'script-src-elem'],
    ['an inline style', '<p style="color: red">', 'style-src-attr'],
    ['a frame', '<iframe src="https://evil.example/"></iframe>', 'frame-src'],
    ['another base', '<base href="https://evil.example/">', 'base-uri'],
  ])('blocks %s', async (_, html, directive) => {
    const { page, policyReports, close } = await browser.newPage({ now: NOW });
    await inject(page, html);
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await expect.poll(() => policyReports.join('\n')).toContain(directive);
    policyReports.length = 0;
    expect(await page.evaluate(() => 'wasRun' in window)).toBe(false);
    await close();
  });

  test('blocks turning text into markup or code', async () => {
    const { page, policyReports, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url, { waitUntil: 'networkidle' });
    const outcomes = await page.evaluate(() => {
      const sinks = [
        () => (document.body.innerHTML = '<b>x</b>'),
        () => (document.createElement('script').text = 'window.wasRun = true'),
        () => document.createRange().createContextualFragment('<b>x</b>'),
        () => (window as unknown as TrustedTypesWindow).trustedTypes.createPolicy('any', {}),
      ];
      return sinks.map((sink) => {
        try {
          sink();
          return 'allowed';
        } catch {
          return 'refused';
        }
      });
    });
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
    await expect.poll(() => policyReports.some((report) => report.startsWith('trusted-types'))).toBe(true);
    policyReports.length = 0;
    await close();
  });

  test('allows a video to play after a click', async () => {
    const { page, foreignRequests, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url + KINDS.video, { waitUntil: 'networkidle' });
    await waitForHydration(page);
    const hosts = () => new Set(foreignRequests.map((url) => new URL(url).host));
    expect([...hosts()]).toEqual(['images.example']);
    await page.getByRole('button', { name: 'Play the video' }).click();
    await page.locator('iframe').waitFor();
    await expect.poll(() => [...hosts()]).toEqual(['images.example', 'www.youtube-nocookie.com']);
    await close();
  });

  test('is in the headers too, with `frame-ancestors`', async () => {
    const headers = readFileSync(path.join(folder, '_headers'), 'utf8');
    expect(headers).toMatch(/^\/\*\n {2}Content-Security-Policy: default-src 'none'; .*frame-ancestors 'none'\n/);
    const [, hash = 'none'] = /script-src 'self' '(sha256-[^']+)'/.exec(headers) ?? [];
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain(hash);
    const preview = await startPreview(folder);
    const response = await fetch(preview.url);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const { page, errors, close } = await browser.newPage({ now: NOW });
    await page.goto(preview.url, { waitUntil: 'networkidle' });
    await waitForHydration(page);
    expect(errors).toEqual([]);
    await close();
    await preview.stop();
  });
});

describe('other hosts', () => {
  test('get no Referer header', async () => {
    const { page, close } = await browser.newPage({ now: NOW });
    const referrers: (string | undefined)[] = [];
    await page.route(/^https?:\/\/(?!127)/, (route) => {
      referrers.push(route.request().headers().referer);
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>There</title>' });
    });
    await page.goto(site.url + KINDS.article, { waitUntil: 'networkidle' });
    await page.locator('.source-link-list a').first().click();
    await page.waitForFunction(() => document.title === 'There');
    expect(referrers.length).toBeGreaterThan(1);
    expect(referrers.every((referrer) => referrer === undefined)).toBe(true);
    await close();
  });

  test('get no request if their images are not loaded (READER 28)', async () => {
    const { page, foreignRequests, policyReports, close } = await browser.newPage({ now: NOW });
    await page.goto(site.url + KINDS.settings);
    await waitForHydration(page);
    const own = page.getByText(settingsStrings.settings.images.options.own, { exact: true });
    await Promise.all([page.waitForEvent('load'), own.click()]);
    await page.waitForFunction(() => document.querySelectorAll('[http-equiv]').length === 2);
    for (const address of [KINDS.front, KINDS.article, KINDS.topic]) {
      await page.goto(site.url + address, { waitUntil: 'networkidle' });
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await page.waitForLoadState('networkidle');
    }
    expect(foreignRequests).toEqual([]);
    expect(policyReports.splice(0).every((report) => report.startsWith('img-src'))).toBe(true);
    await close();
  });
});
