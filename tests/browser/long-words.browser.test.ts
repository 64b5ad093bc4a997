import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { svg } from '../support/image-files.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

const word = (letter: string): string => letter.repeat(300);

const story = (name: string, lines = ''): string => `---
title: ${name === 'address' ? `https://www.source.example/${word('t')}` : word(name)}
excerpt: ${word('e')}
publishedDateTime: 2026-11-2${name.length % 8}T10:00:00Z
webUrl: https://www.source.example/${word('u')}
ampWebUrl: https://amp.source.example/${word('u')}
topics: [${word('T')}, ${word('S')}, Other]
provider: { name: ${word('P')}, domain: source.example }
images: [{ url: picture.svg, caption: ${word('c')} }]
${lines}
---
${word('b')} \`${word('d')}\` [${word('l')}](https://www.source.example/l)

> ${word('q')}
`;

/** Every text of the site is one word of 300 letters. */
const FILES: Record<string, string> = {
  'site.yaml': `title: ${word('N')}\nlanguage: en-GB\ndescription: ${word('D')}\nrepository: https://github.com/owner/paper\nlinks: { about: "https://paper.example/about" }\n`,
  'picture.svg': svg(1200, 800).toString(),
  'topics/long.yaml': `name: ${word('T')}\nslug: long\norder: 1\n`,
  'topics/sub.yaml': `name: ${word('S')}\nslug: sub\nparent: ${word('T')}\n`,
  'x.md': story(
    'x',
    `related:\n  - title: ${word('r')}\n    webUrl: https://www.other.example/r\n    provider: { name: ${word('R')} }\nauthors: [${word('A')}]`,
  ),
  'address.md': story('address'),
  // Enough for an archive page.
  ...Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`z${index}.md`, story(`z${index}`)])),
};

const PAGES = ['', 'topics/sub/', 'providers/source.example/', 'articles/x/', 'archive/1/', 'settings/', 'nowhere/'];
/** What comes last to a page whose code loads in parts. */
const LAST_TO_LOAD: Record<string, string> = { 'settings/': '.keep-topics' };
const FILTERED = '?topics=long,sub&provider=source.example';
const WIDTHS = [320, 390, 1280];

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const folder = await buildFolder({ CONTENT_DIR: writeContent(FILES) });
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

test('a long word never widens a page', async () => {
  const { page, close } = await browser.newPage({ width: 320, height: 640 });
  const tooWide: string[] = [];
  for (const address of [...PAGES, FILTERED]) {
    await page.goto(site.url + address);
    await page
      .locator(LAST_TO_LOAD[address] ?? 'main :is(h1, h3)')
      .first()
      .waitFor();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 640 });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrollWidth > width) tooWide.push(`/${address} at ${width}: ${scrollWidth}`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
  }
  expect(tooWide).toEqual([]);
  await close();
});
