import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchBrowser } from './support/browser.ts';
import { BUDGETS_FILE, type Budgets } from './support/budget.ts';
import { generatedSite, sampleSite } from './support/budget-sites.ts';
import { measureFirstLoads, total, totalOf } from './support/first-load.ts';

/*
 * Prints the size of the first load of pages, for the sample and for 10,000 generated articles. `--write` makes that
 * the budget. Arguments such as `100:12:8` measure generated sites with that number of articles, topics and providers.
 */

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const sites = {
  ...(positionals.length > 0 ? {} : { sample: sampleSite, '10,000 articles': () => generatedSite(10_000) }),
  ...Object.fromEntries(positionals.map((size) => [size, () => siteOf(size)])),
};
const browser = await launchBrowser();
const budgets: Budgets = {};
for (const [site, build] of Object.entries(sites)) {
  const { folder, pages } = await build();
  const firstLoads = await measureFirstLoads(browser, folder, pages);
  budgets[site] = firstLoads;
  for (const [page, measured] of Object.entries(firstLoads)) {
    const kinds = Object.entries(measured.bytes).map(([kind, files]) => `${kind} ${total(files)}`);
    const sum = `${totalOf(measured)} bytes in ${measured.requests} requests`;
    console.log(`${site}, ${page}: ${sum} (${kinds.join(', ')}), before first paint ${measured.beforeFirstPaint}`);
  }
}
await browser.close();
if (values.write) writeFileSync(BUDGETS_FILE, `${JSON.stringify(budgets, null, 2)}\n`);

function siteOf(size: string) {
  const [files = 0, topics = 12, providers = 8] = size.split(':').map(Number);
  return generatedSite(files, { topics, providers });
}
