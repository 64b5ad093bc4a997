import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launchBrowser } from './support/browser.ts';
import { BUDGETS_FILE, type Budgets } from './support/budget.ts';
import { generatedSite, sampleSite } from './support/budget-sites.ts';
import { measureFirstLoads, total, totalOf } from './support/first-load.ts';

/*
 * Prints what the first loads of pages cost, of the sample and of 10,000 generated articles, and with `--write` makes
 * that the budget. Arguments such as `100:12:8` measure other sites: so many articles, topics and providers.
 */

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const sites = {
  ...(positionals.length > 0 ? {} : { sample: sampleSite, '10,000 articles': () => generatedSite(10_000) }),
  ...Object.fromEntries(positionals.map((size) => [size, () => siteOf(size)])),
};
const browser = await launchBrowser();
const budgets: Budgets = {};
for (const [site, make] of Object.entries(sites)) {
  const { folder, pages } = await make();
  const found = await measureFirstLoads(browser, folder, pages);
  budgets[site] = found;
  for (const [page, measured] of Object.entries(found)) {
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
