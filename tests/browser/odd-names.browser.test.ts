import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../support/build-site.ts';
import { crawlSite, type SiteCrawl } from '../support/crawl-site.ts';
import { ODD_NAMES } from '../support/odd-names.ts';
import { startDev, startPreview } from '../support/start-server.ts';
import { serveFolder } from '../support/static-server.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const BASE_PATH = '/news/';

let content: string;
let folder: string;
beforeAll(async () => {
  content = createTempFolder('content');
  mkdirSync(path.join(content, 'topics'));
  writeFileSync(path.join(content, 'site.yaml'), `address: https://paper.example${BASE_PATH}\n`);
  for (const [index, name] of ODD_NAMES.entries()) {
    writeFileSync(
      path.join(content, `${name}.md`),
      `---\ntitle: ${JSON.stringify(`Story ${name}`)}\npublishedDateTime: 2024-01-${10 + index}T08:00:00Z\ntopics: [${JSON.stringify(`Topic ${name}`)}]\nwebUrl: https://p${index}.example/${index}\nprovider: { name: P, domain: p${index % 3}.example }\n---\n`,
    );
  }
  folder = await buildFolder({ CONTENT_DIR: content });
});

interface Server {
  url: string;
  close: () => Promise<void>;
}

async function preview(): Promise<Server> {
  const { url, stop } = await startPreview(folder, { CONTENT_DIR: content });
  return { url, close: stop };
}

describe.each([
  ['the preview server', preview],
  ['the server of the tests', () => serveFolder(folder, { basePath: BASE_PATH })],
])('%s', (_, start) => {
  let server: Server;
  let crawl: SiteCrawl;
  beforeAll(async () => {
    server = await start();
    crawl = await crawlSite(server.url);
  });
  afterAll(() => server.close());

  test('responds to every link of the site and every URL of its data', () => {
    expect(crawl.dead).toEqual([]);
    expect(crawl.pages.size).toBeGreaterThan(2 * ODD_NAMES.length);
  });

  test.each(ODD_NAMES)('shows the page of %s', async (name) => {
    const url = `${server.url}articles/${encodeURIComponent(name)}/`;
    expect(crawl.pages).toContain(url);
    expect(await titleAt(url)).toBe(`Story ${name} · Broadsheet`);
    const data = await fetch(`${server.url}data/articles/${encodeURIComponent(name)}.json`);
    expect([data.status, await data.json()]).toMatchObject([200, { title: `Story ${name}` }]);
  });

  test('responds to unknown URLs with the 404 page, and serves no file outside the folder', async () => {
    for (const address of ['nowhere/', '..%2f..%2fpackage.json', '%', '%00', 'data/articles/nowhere.json']) {
      const response = await fetch(server.url + address);
      expect([address, response.status]).toEqual([address, 404]);
      expect(await response.text()).toContain('<div id="root">');
    }
  });
});

test('the dev server responds to the same URLs', async () => {
  const { url, stop } = await startDev({ CONTENT_DIR: content });
  for (const name of ODD_NAMES) {
    const page = await fetch(`${url}articles/${encodeURIComponent(name)}/`);
    expect([name, page.status, await page.text()]).toMatchObject([name, 200, expect.stringContaining('id="root"')]);
    const data = await fetch(`${url}data/articles/${encodeURIComponent(name)}.json`);
    expect([data.status, await data.json()]).toMatchObject([200, { title: `Story ${name}` }]);
  }
  await stop();
});

async function titleAt(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  const escaped = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  return escaped.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
