import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../support/browser.ts';
import { buildFolder } from '../../support/build-site.ts';
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
