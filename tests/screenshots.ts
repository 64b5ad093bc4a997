import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, type TestBrowser } from './support/browser.ts';
import { buildFolder } from './support/build-site.ts';
import { importReader, readerFile } from './support/reader-file.ts';
import { type StaticServer, serveFolder } from './support/static-server.ts';

interface CapturedPage {
  /** Of the sample site. */
  address: string;
  /** To wait for. */
  selector: string;
  /** Whether the reader has saved, read, hidden and followed something. */
  isUsed?: boolean;
  /** A link that is clicked on the page. */
  click?: string;
}

const PAGES: Record<string, CapturedPage> = {
  front: { address: '', selector: '.card' },
  topic: { address: 'topics/science/', selector: '.card h3' },
  provider: { address: 'providers/nobelprize.org/', selector: '.card h3' },
  article: { address: 'articles/2021/05/harris-visit-to-mexico-and-guatemala/', selector: '.related' },
  body: { address: 'articles/2022/06/http-3-goes-over-quic/', selector: '.prose' },
  arabic: { address: 'articles/2025/10/chemistry-frameworks-with-room-inside/', selector: '.related' },
  video: { address: 'articles/2005/04/me-at-the-zoo/', selector: '.video' },
  archive: { address: 'archive/1/', selector: 'article.card' },
  settings: { address: 'settings/', selector: '.segmented-control' },
  'settings-sheet': {
    address: '',
    selector: '.settings-sheet .button',
    click: ':is(.masthead, .bottom-bar) a[href$="/settings/"]:visible',
  },
  used: { address: '', selector: '.card[data-read]', isUsed: true },
  saved: { address: 'saved/', selector: '.card', isUsed: true },
  hidden: { address: 'settings/hidden/', selector: '.reader-rows', isUsed: true },
  following: { address: 'following/', selector: '.reader-rows', isUsed: true },
  'not-found': { address: 'nowhere/', selector: 'main h1' },
  failed: { address: 'topics/society/', selector: '[role=alert]' },
};
const WIDTHS = [390, 768, 1280, 1600];
const THEMES = ['light', 'dark'] as const;
const FOLDER = 'screenshots';

/** Arguments select what to capture: `front 390` takes the front page at 390 px in both themes. */
const args = process.argv.slice(2);
const isSelected = (all: readonly string[], name: string): boolean =>
  !all.some((each) => args.includes(each)) || args.includes(name);

mkdirSync(FOLDER, { recursive: true });
const folder = await buildFolder();
const [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
site.faults.set('data/feeds/topics/society/head.json', 'truncated');
for (const name of Object.keys(PAGES).filter((page) => isSelected(Object.keys(PAGES), page))) {
  for (const width of WIDTHS.filter((one) => isSelected(WIDTHS.map(String), String(one)))) {
    for (const theme of THEMES.filter((one) => isSelected(THEMES, one)))
      await capture(browser, site, { name, width, theme });
  }
}
await Promise.all([browser.close(), site.close()]);

interface Screenshot {
  name: string;
  width: number;
  theme: (typeof THEMES)[number];
}

async function capture(from: TestBrowser, server: StaticServer, { name, width, theme }: Screenshot): Promise<void> {
  const { address, selector, isUsed, click } = PAGES[name] ?? { address: '', selector: 'body' };
  const { page, close } = await from.newPage({
    width,
    height: width < 500 ? 844 : 900,
    colorScheme: theme,
    remoteImages: 'plate',
  });
  if (isUsed) {
    await page.goto(`${server.url}settings/`);
    await importReader(page, await readerFile(server.url));
  }
  // The error appears only if the page is opened by a link: its pre-rendered HTML has the data.
  await page.goto(server.url + (name === 'failed' ? '' : address), { waitUntil: 'networkidle' });
  if (name === 'failed') {
    // On phones the topics of the footer are behind a disclosure.
    await page.locator(`.footer-topics a[href$="/${address}"]`).evaluate((link: HTMLElement) => link.click());
  }
  if (click) {
    await page.mouse.move(1, 1);
    // The code for clicks loads after the first interaction.
    await page.locator('.undo-toast').waitFor({ state: 'attached' });
    await page.locator(click).first().click();
  }
  await page.locator(selector).first().waitFor();
  // A full-page screenshot does not scroll, so lazy images would not load, and groups out of view would be empty.
  await page.evaluate(() => {
    for (const image of document.querySelectorAll('img')) image.loading = 'eager';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.group { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(sheet);
  });
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const file = path.join(FOLDER, `${name}-${width}-${theme}.png`);
  await page.screenshot({ path: file, fullPage: !click });
  console.log(file);
  await close();
}
