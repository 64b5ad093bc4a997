import { mkdtempSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The environment variable for the parent of all temporary folders of a run. */
export const TEMP_ROOT = 'BROADSHEET_TEMP';

/** Creates an empty folder. The browser tests delete theirs at the end of a run. */
export function createTempFolder(name: string): string {
  const root = process.env[TEMP_ROOT] ?? realpathSync(os.tmpdir());
  return mkdtempSync(path.join(root, `broadsheet-${name}-`));
}
