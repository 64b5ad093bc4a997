import { readdirSync } from 'node:fs';
import path from 'node:path';
import { serveFolder } from '../support/static-server.ts';
import { buildLocalSite, PAGES } from './local-site.ts';
import { npx } from './npx.ts';

/** Checks every page of the sample with the Nu HTML Checker. https://validator.github.io/validator/ */
export async function checkHtml(): Promise<string | undefined> {
  const folder = await buildLocalSite();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const { isGood, output } = await npx('vnu', ['--errors-only', ...files.map((file) => path.join(folder, file))]);
  console.log(`        ${files.length} pages`);
  return isGood ? undefined : output;
}

/** Checks the structured data and metadata of pages for search engines and link previews. */
export async function checkStructuredData(): Promise<string | undefined> {
  const site = await serveFolder(await buildLocalSite());
  const failures: string[] = [];
  for (const [name, address] of Object.entries(PAGES)) {
    const { isGood, output } = await npx('sdtt', ['--url', site.url + address, '--presets', 'Google,Facebook']);
    console.log(`        ${name}: ${/Passed: +\d+/.exec(output)?.[0].toLowerCase().replace(/\s+/, ' ')}`);
    if (!isGood) failures.push(`${name}:\n${output}`);
  }
  await site.close();
  return failures.length === 0 ? undefined : failures.join('\n');
}
