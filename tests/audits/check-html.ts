import { readdirSync } from 'node:fs';
import path from 'node:path';
import { serveFolder } from '../support/static-server.ts';
import { buildLocalSite, PAGES } from './local-site.ts';
import { npx } from './npx.ts';

/** Has every page of the sample checked by Nu. https://validator.github.io/validator/ */
export async function checkHtml(): Promise<string | undefined> {
  const folder = await buildLocalSite();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const { isGood, output } = await npx('vnu', ['--errors-only', ...files.map((file) => path.join(folder, file))]);
  console.log(`        ${files.length} pages`);
  return isGood ? undefined : output;
}

/** Has what pages say of themselves checked, as search engines and link previews read it. */
export async function checkStructuredData(): Promise<string | undefined> {
  const site = await serveFolder(await buildLocalSite());
  const faults: string[] = [];
  for (const [name, address] of Object.entries(PAGES)) {
    const { isGood, output } = await npx('sdtt', ['--url', site.url + address, '--presets', 'Google,Facebook']);
    console.log(`        ${name}: ${/Passed: +\d+/.exec(output)?.[0].toLowerCase().replace(/\s+/, ' ')}`);
    if (!isGood) faults.push(`${name}:\n${output}`);
  }
  await site.close();
  return faults.length === 0 ? undefined : faults.join('\n');
}
