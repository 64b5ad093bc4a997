import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './support/browser.ts';
import { buildFolder } from './support/build-site.ts';
import { waitForHydration } from './support/hydration.ts';
import { serveFolder } from './support/static-server.ts';

/* Takes the pictures of the table in `content/README.md` that shows what publishers can change. `npm run look-pictures` */

interface Picture {
  /** In `tests/fixtures/papers/`. */
  paper: 'town' | 'gulf' | 'links';
  address?: string;
  /** The part of the page that is shown, at most as high as the window. */
  selector: string;
  theme?: 'dark';
  width?: number;
}

const PICTURES: Record<string, Picture> = {
  language: { paper: 'gulf', selector: '.topic-bar', width: 900 },
  nameplate: { paper: 'links', selector: '.masthead' },
  accent: { paper: 'town', selector: '.card:has(.source-link)' },
  typefaces: { paper: 'links', selector: '.stories', theme: 'dark' },
  layout: { paper: 'gulf', selector: '.stories' },
  pages: { paper: 'town', address: 'impressum/', selector: '.article' },
  footer: { paper: 'town', address: 'impressum/', selector: '.page-footer' },
  theme: { paper: 'links', address: 'articles/2026/reading-list/', selector: '.article' },
};
const BASE_PATHS = { town: '/zeitung/', gulf: '/', links: '/' };
const FOLDER = '.github/look';
const WIDTH = 480;
const HEIGHT = 300;

mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser();
for (const paper of ['town', 'gulf', 'links'] as const) {
  const folder = await buildFolder({ CONTENT_DIR: path.resolve('tests/fixtures/papers', paper) });
  const site = await serveFolder(folder, { basePath: BASE_PATHS[paper] });
  for (const [name, picture] of Object.entries(PICTURES).filter(([, each]) => each.paper === paper)) {
    const { address = '', selector, theme = 'light', width = WIDTH } = picture;
    const { page, close } = await browser.newPage({ width, height: 900, colorScheme: theme });
    await page.goto(site.url + address);
    await waitForHydration(page);
    await page.evaluate(() => document.fonts.ready);
    const part = page.locator(selector).first();
    await part.scrollIntoViewIfNeeded();
    const box = await part.boundingBox();
    if (!box) throw new Error(`${name}: there is no ${selector}`);
    const clip = { x: 0, y: Math.max(box.y - 8, 0), width, height: Math.min(box.height + 16, HEIGHT) };
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`), clip });
    await close();
  }
  await site.close();
}
await browser.close();
