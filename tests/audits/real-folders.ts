import { existsSync } from 'node:fs';
import { findBrowser } from '../support/find-browser.ts';
import { REAL, SEED } from './real-folders/shared.ts';
import { runVitest } from './run-vitest.ts';

/** Which folders of real content, which are not in the repository, or whether a browser is missing. */
export async function lacksRealFolders(): Promise<string | undefined> {
  const missing = [REAL, SEED].filter((folder) => !existsSync(folder));
  if (missing.length > 0) return missing.join(', ');
  return findBrowser().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

export async function checkRealFolders(): Promise<string | undefined> {
  const { isGood, output } = await runVitest(['--config', 'tests/audits/real-folders/vitest.config.ts']);
  if (!isGood) return output;
  console.log(`        ${/Tests\s+(.*)/.exec(output)?.[1] ?? ''}`);
  return undefined;
}
