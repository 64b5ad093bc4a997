import { findLowContrast, randomColors } from '../support/accent-contrast.ts';
import { launchBrowser } from '../support/browser.ts';
import { waitForHydration } from '../support/hydration.ts';
import { buildKindsPaper, KINDS } from '../support/kinds-paper.ts';
import { serveFolder } from '../support/static-server.ts';

const COLORS = 200;
const PAGES = [KINDS.front, KINDS['article on an event'], KINDS.settings];

/** Every text and control has enough contrast on pages with random accents, in both themes. */
export async function checkAccents(): Promise<string | undefined> {
  const site = await serveFolder(await buildKindsPaper());
  const browser = await launchBrowser();
  const faults: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    for (const address of PAGES) {
      const { page, close } = await browser.newPage({ colorScheme: theme });
      await page.goto(site.url + address);
      await waitForHydration(page);
      for (const color of randomColors(COLORS)) {
        const { texts, controls } = await findLowContrast(page, color, theme);
        faults.push(...[...texts, ...controls].map((fault) => `/${address}, ${color}, ${theme}: ${fault}`));
      }
      await close();
    }
  }
  await Promise.all([browser.close(), site.close()]);
  for (const fault of faults) console.log(`        ${fault}`);
  return faults.length === 0 ? undefined : `${faults.length} faults`;
}
