import { afterAll, beforeAll } from 'vitest';
import { launchBrowser, type TestBrowser } from './browser.ts';
import { type StaticServer, serveFolder } from './static-server.ts';
import { buildPaper } from './test-paper.ts';

interface ServedPaper {
  browser: TestBrowser;
  site: StaticServer;
}

/** Starts a browser and a server of the test paper for the tests of a file, and closes them after the last one. */
export function serveTestPaper(): ServedPaper {
  const paper = {} as ServedPaper;
  beforeAll(async () => {
    const folder = await buildPaper();
    [paper.browser, paper.site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
  });
  afterAll(() => Promise.all([paper.browser.close(), paper.site.close()]));
  return paper;
}
