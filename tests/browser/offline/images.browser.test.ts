import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepStrings as words } from '../../../src/app/offline/view/keep-strings.ts';
import { launchBrowser, type TestBrowser } from '../../support/browser.ts';
import { buildFolder } from '../../support/build-site.ts';
import { interact } from '../../support/faults.ts';
import { openKeepSheet, startKeeping } from '../../support/keep.ts';
import { keptFiles, openWithWorker, waitUntilKept } from '../../support/offline.ts';
import { type StaticServer, serveFolder } from '../../support/static-server.ts';
import { writeContent } from '../../support/temp-content.ts';

/* Images of the site, and what is given up when there is no space. */

let browser: TestBrowser;
let site: StaticServer;
beforeAll(async () => {
  const content = writeContent({
    'one.md': '---\ntitle: One\ndate: 2026-11-20\nimage: one.svg\n---\nText of the story.\n',
    'one.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400"/></svg>',
  });
  const folder = await buildFolder({ CONTENT_DIR: content });
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(() => Promise.all([browser.close(), site.close()]));

const IMAGE = /^assets\/content\/one-\w+\.svg$/;

test('images of the site are kept with the page on which they were seen, and go first when there is no space', async () => {
  const { page, context, close } = await openWithWorker(browser, `${site.url}articles/one/`);
  await waitUntilKept(page, 'data', 'data/articles/one.json');
  expect((await keptFiles(page, 'images')).filter((file) => IMAGE.test(file))).toHaveLength(1);
  await context.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.figure img')?.naturalWidth === 600);
  await context.setOffline(false);

  const session = await context.newCDPSession(page);
  const origin = new URL(site.url).origin;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage });
  await page.evaluate(() => fetch('../../data/feeds/all/head.json'));
  await expect.poll(() => keptFiles(page, 'images')).toEqual([]);
  await close();
});

test('a collection is kept with the images of the site if the reader wants that, and they go when it is withdrawn', async () => {
  const { page, context, close } = await openWithWorker(browser, site.url);
  await interact(page);
  const sheet = await openKeepSheet(page);
  await sheet.getByRole('checkbox', { name: /^With pictures/ }).check();
  await startKeeping(page);
  await sheet.getByRole('button', { name: words.remove }).waitFor();
  const images = (await keptFiles(page, 'kept')).filter((file) => IMAGE.test(file));
  expect(images).toHaveLength(1);
  await context.setOffline(true);
  await page.goto(`${site.url}articles/one/`);
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.figure img')?.naturalWidth === 600);
  await context.setOffline(false);

  for (const file of ['data/articles/one.json', ...images]) site.faults.set(file, 404);
  await page.evaluate(() => fetch('../../data/articles/one.json'));
  await expect.poll(async () => (await keptFiles(page, 'kept')).filter((file) => file.includes('one'))).toEqual([]);
  expect((await keptFiles(page, 'images')).filter((file) => IMAGE.test(file))).toEqual([]);
  await close();
});
