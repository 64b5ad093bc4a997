import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../support/browser.ts';
import { startDev } from '../support/start-server.ts';
import { median } from './cost.ts';

const EDITS = 15;

/**
 * Measures the time in milliseconds from writing the title of the newest article until an open front page shows it, as
 * the median of several edits. `file` is the path of that article, relative to the content folder.
 */
export async function measureDevEdit(content: string, file: string): Promise<number> {
  const dev = await startDev({ CONTENT_DIR: content });
  const browser = await launchBrowser();
  const { page } = await browser.newPage();
  await page.goto(dev.url);
  await page.locator('h3 a').first().waitFor();
  const source = path.join(content, file);
  const text = readFileSync(source, 'utf8');
  const times: number[] = [];
  for (let edit = 0; edit <= EDITS; edit += 1) {
    const title = `Edited for the ${edit}th time`;
    const shown = page.evaluate(seeText, title);
    // Once the page has responded, the observer is active.
    await page.evaluate(() => undefined);
    const written = Date.now();
    writeFileSync(source, text.replace(/^title: .*$/m, `title: "${title}"`));
    times.push((await shown) - written);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  }
  writeFileSync(source, text);
  await browser.close();
  await dev.stop();
  // The first edit is a warm-up.
  return median(times.slice(1));
}

/** Runs in the page: the time at which a text is painted, by the system clock. */
function seeText(text: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.body.textContent.includes(text)) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(Date.now()));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
