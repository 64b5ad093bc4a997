import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, type TestBrowser } from './support/browser.ts';
import { buildFolder } from './support/build-site.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

/** What is pictured, by name: an address of the sample paper, and what must be on the page before the picture is taken. */
const PAGES: Record<string, { address: string; shows: string }> = {
  front: { address: '', shows: '.card' },
  topic: { address: 'topics/science/', shows: '.card h3' },
  provider: { address: 'providers/nobelprize.org/', shows: '.card h3' },
  article: { address: 'articles/2021/05/harris-visit-to-mexico-and-guatemala/', shows: '.related' },
  body: { address: 'articles/2022/06/http-3-goes-over-quic/', shows: '.prose' },
  arabic: { address: 'articles/2025/10/chemistry-frameworks-with-room-inside/', shows: '.related' },
  video: { address: 'articles/2005/04/me-at-the-zoo/', shows: '.video' },
  archive: { address: 'archive/1/', shows: 'article.card' },
  settings: { address: 'settings/', shows: '.segmented-control' },
  'not-found': { address: 'nowhere/', shows: 'main h1' },
  failed: { address: 'topics/society/', shows: '[role=alert]' },
};
const WIDTHS = [390, 768, 1280];
const THEMES = ['light', 'dark'] as const;
const FOLDER = 'screenshots';

/** Arguments choose: `front 390` takes the front page at 390 px in both themes. */
const wanted = process.argv.slice(2);
const isWanted = (all: readonly string[], one: string): boolean =>
  !all.some((name) => wanted.includes(name)) || wanted.includes(one);

mkdirSync(FOLDER, { recursive: true });
const folder = await buildFolder();
const [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
site.faults.set('data/feeds/topics/society/head.json', 'truncated');
for (const name of Object.keys(PAGES).filter((page) => isWanted(Object.keys(PAGES), page))) {
  for (const width of WIDTHS.filter((one) => isWanted(WIDTHS.map(String), String(one)))) {
    for (const theme of THEMES.filter((one) => isWanted(THEMES, one)))
      await takePicture(browser, site, { name, width, theme });
  }
}
await Promise.all([browser.close(), site.close()]);

interface Picture {
  name: string;
  width: number;
  theme: (typeof THEMES)[number];
}

async function takePicture(from: TestBrowser, server: StaticServer, { name, width, theme }: Picture): Promise<void> {
  const { address, shows } = PAGES[name] ?? { address: '', shows: 'body' };
  const { page, close } = await from.newPage({
    width,
    height: width < 500 ? 844 : 900,
    colorScheme: theme,
    remoteImages: 'plate',
  });
  // What fails when it is fetched is come to by a link.
  await page.goto(server.url + (name === 'failed' ? '' : address), { waitUntil: 'networkidle' });
  if (name === 'failed') await page.click(`.footer-topics a[href$="/${address}"]`);
  await page.locator(shows).first().waitFor();
  // A picture of the whole page shows what a reader would have scrolled to.
  await page.evaluate(() => document.querySelectorAll('img').forEach((image) => (image.loading = 'eager')));
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const file = path.join(FOLDER, `${name}-${width}-${theme}.png`);
  await page.screenshot({ path: file, fullPage: true });
  console.log(file);
  await close();
}
