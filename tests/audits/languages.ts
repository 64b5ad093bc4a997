import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { INTERFACE_LANGUAGES } from '../../src/pipeline/settings/interface-language.ts';
import { findBrokenWords, findCutText } from '../support/broken-text.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildFolder } from '../support/build-site.ts';
import { findViolations } from '../support/find-violations.ts';
import { waitForHydration } from '../support/hydration.ts';
import { writeKindsContent } from '../support/kinds-paper.ts';
import { serveFolder } from '../support/static-server.ts';

/** Of a site with pages of every kind. `click`: a control that is clicked, at each width the first one that is visible. */
const PAGES: { path: string; click?: string }[] = [
  { path: '' },
  { path: '', click: '.all-topics:visible, .bottom-bar > :visible' },
  { path: '', click: '.card-tool.menu-tool:visible' },
  { path: 'articles/report/' },
  { path: 'articles/fire-council/' },
  { path: 'events/fire-first/' },
  { path: 'settings/' },
  { path: 'settings/hidden/' },
  { path: 'saved/' },
  { path: 'following/' },
  { path: 'search/' },
  { path: '?topics=space,technology&match=all&not=literature' },
  { path: 'nowhere/' },
];
const WIDTHS = [390, 1280];
/** A year after the newest story, so that no date that is rendered is that of the build. */
const YEAR_ON = '2027-11-24T12:00:00Z';

/**
 * Opens pages in each language of the interface: hydration must not recover from an error, no word may be broken and no
 * text cut, nothing may scroll sideways, and axe must find nothing.
 */
export async function checkLanguages(): Promise<string | undefined> {
  const browser = await launchBrowser();
  const faults: string[] = [];
  for (const language of INTERFACE_LANGUAGES) {
    const content = writeKindsContent(`language: ${language}\n`);
    const folder = await buildFolder({ CONTENT_DIR: content });
    const site = await serveFolder(folder);
    const found: string[] = [];
    for (const width of WIDTHS)
      for (const { path: address, click } of PAGES)
        found.push(
          ...(await checkPage(browser, { url: site.url + address, language, width, ...(click && { click }) })).map(
            (fault) => `${language}, ${width} px, /${address}${click ? ', opened' : ''}: ${fault}`,
          ),
        );
    await site.close();
    console.log(`        ${language}: ${scriptBytes(folder)} bytes of scripts, ${found.length} faults`);
    faults.push(...found);
  }
  await browser.close();
  for (const fault of faults) console.log(`        ${fault}`);
  return faults.length === 0 ? undefined : `${faults.length} faults`;
}

interface CheckedPage {
  url: string;
  language: string;
  width: number;
  click?: string;
}

async function checkPage(browser: TestBrowser, { url, language, width, click }: CheckedPage): Promise<string[]> {
  const { page, errors, close } = await browser.newPage({ width, now: YEAR_ON });
  await page.goto(url);
  await waitForHydration(page);
  if (click !== undefined) {
    await page.mouse.move(1, 1);
    await page.mouse.move(2, 2);
    await page.locator(click).first().click();
    await page.locator('dialog[open], .filter-panel, .card-menu').first().waitFor();
  }
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== language) errors.push(`the page is in ${lang}`);
  const faults = [...(await findCutText(page)), ...(await findBrokenWords(page)), ...(await findViolations(page))];
  const serious = errors.filter((error) => !/404 \(Not Found\)/.test(error));
  await close();
  return [...serious, ...faults];
}

/** Of the first load and of all lazy parts. */
const scriptBytes = (folder: string): number =>
  readdirSync(path.join(folder, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + readFileSync(path.join(folder, 'assets', name)).length, 0);
