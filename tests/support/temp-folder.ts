import { mkdtempSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The environment variable that names the folder which holds all temporary folders of a run. */
export const TEMP_ROOT = 'BROADSHEET_TEMP';

/** Makes an empty folder. During a run of the browser tests it goes when the run ends. */
export function createTempFolder(name: string): string {
  const root = process.env[TEMP_ROOT] ?? realpathSync(os.tmpdir());
  return mkdtempSync(path.join(root, `broadsheet-${name}-`));
}
