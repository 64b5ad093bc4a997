import { rmSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';
import { createTempFolder, TEMP_ROOT } from './temp-folder.ts';

/** Once per run: finds the browser, and creates a temporary folder, which is deleted at the end. */
export default async function setup(): Promise<() => void> {
  process.env.CHROME_PATH = await findBrowser();
  const folder = createTempFolder('run');
  process.env[TEMP_ROOT] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
