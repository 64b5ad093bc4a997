import path from 'node:path';
import type { Article } from '../src/model/article.ts';
import { createArticleStore } from '../src/pipeline/content/cache/article-store.ts';
import { buildEdition } from '../src/pipeline/edition/build-edition.ts';
import { readSettings } from '../src/pipeline/settings/read-settings.ts';

/** Asks every address of the sample paper whether it is there. Needs a network, so it is no part of `npm test`. */

const AT_ONCE = 4;
const TIMEOUT_MS = 20_000;

const root = path.resolve('content');
const { settings } = readSettings({ root, env: { UNPUBLISHED: 'show' }, mode: 'build' });
const { articles, serializer } = buildEdition({ root, settings, store: createArticleStore({ root }) });
const files = new Map<string, string>();
for (const record of articles) {
  const article = JSON.parse(serializer.article(record)) as Article;
  for (const { originUrl, ampUrl } of [article, ...article.related]) {
    for (const url of [originUrl, ampUrl]) if (url && !files.has(url)) files.set(url, article.file);
  }
}

const waiting = [...files];
const faults: string[] = [];
await Promise.all(Array.from({ length: AT_ONCE }, askWaiting));
for (const failure of faults.sort()) console.log(failure);
console.log(`${files.size} addresses, ${faults.length} not there`);
if (faults.length === files.size) console.log('None answered: there seems to be no network.');
process.exitCode = faults.length > 0 ? 1 : 0;

async function askWaiting(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [url, file] = next;
    const failure = (await ask(url, 'HEAD')) && (await ask(url, 'GET'));
    if (failure) faults.push(`${file}: ${url}: ${failure}`);
  }
}

/** What is wrong, if anything is. Some hosts refuse HEAD. */
async function ask(url: string, method: 'HEAD' | 'GET'): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(url, { method, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return ok ? undefined : `status ${status}`;
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer';
  }
}
