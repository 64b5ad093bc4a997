import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHELL_FILE, WORKER_FILE, type WorkerBuild } from '../../src/model/offline/service-worker.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { exceededBudgets, readBudgets } from '../support/budget.ts';
import { generatedSite, sampleSite } from '../support/budget-sites.ts';
import { type FirstLoad, measureFirstLoads, totalOf } from '../support/first-load.ts';

/** A static import in a bundled file, as the bundler writes it. */
const STATIC_IMPORT = /\bimport(?:[^"'`;()]*from)?"\.\/([^"]+)"/g;

const BUDGETS = readBudgets();
const SITES = { sample: sampleSite, '10,000 articles': () => generatedSite(10_000) };
/** For the pages on which most readers arrive. */
const GOAL_BYTES = 95_000;
const GOAL_BEFORE_FIRST_PAINT = 14_000;
/** At brotli 11. */
const GOAL_SHELL_BYTES = 150_000;

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(Object.entries(SITES))('the first load, %s', (site, build) => {
  let firstLoads: Record<string, FirstLoad>;
  let siteFolder: string;
  beforeAll(async () => {
    const { folder, pages } = await build();
    siteFolder = folder;
    firstLoads = await measureFirstLoads(browser, folder, pages);
  });

  test.each(Object.keys(BUDGETS[site] ?? {}))('of a page is within its budget: %s', (page) => {
    const [budget, measured] = [BUDGETS[site]?.[page], firstLoads[page]];
    if (!budget || !measured) throw new Error(`No such page: ${page}`);
    expect(exceededBudgets(budget, measured)).toEqual([]);
  });

  test.each(['front', 'article'])('of the %s page is within the goal', (page) => {
    const measured = firstLoads[page];
    if (!measured) throw new Error(`No such page: ${page}`);
    expect(totalOf(measured)).toBeLessThanOrEqual(GOAL_BYTES);
    expect(measured.beforeFirstPaint).toBeLessThanOrEqual(GOAL_BEFORE_FIRST_PAINT);
  });

  test('what the service worker keeps of the app is within the goal', () => {
    const [, json = ''] =
      /^const WORKER_BUILD=(.*);$/m.exec(readFileSync(path.join(siteFolder, WORKER_FILE), 'utf8')) ?? [];
    const { files } = JSON.parse(json) as WorkerBuild;
    const sizes = [...files, SHELL_FILE].map(
      (file) => brotliCompressSync(readFileSync(path.join(siteFolder, file))).length,
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(GOAL_SHELL_BYTES);
    const imported = files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [...readFileSync(path.join(siteFolder, file), 'utf8').matchAll(STATIC_IMPORT)])
      .map(([, name]) => `assets/${name}`);
    expect(imported.filter((file) => !files.includes(file))).toEqual([]);
  });
});
