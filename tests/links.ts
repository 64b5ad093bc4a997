import path from 'node:path';
import type { Article } from '../src/model/article.ts';
import { createArticleStore } from '../src/pipeline/content/cache/article-store.ts';
import { buildEdition } from '../src/pipeline/edition/build-edition.ts';
import { readSettings } from '../src/pipeline/settings/read-settings.ts';

/** Checks that every URL of the sample content answers. Needs a network, so it is not part of `npm test`. */

const CONCURRENCY = 4;
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
const failures: string[] = [];
await Promise.all(Array.from({ length: CONCURRENCY }, checkWaiting));
for (const failure of failures.sort()) console.log(failure);
console.log(`${files.size} URLs, ${failures.length} failed`);
if (failures.length === files.size) console.log('None answered: there seems to be no network.');
process.exitCode = failures.length > 0 ? 1 : 0;

async function checkWaiting(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [url, file] = next;
    const failure = (await request(url, 'HEAD')) && (await request(url, 'GET'));
    if (failure) failures.push(`${file}: ${url}: ${failure}`);
  }
}

/** The reason of the failure, if it fails. Some hosts refuse HEAD. */
async function request(url: string, method: 'HEAD' | 'GET'): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(url, { method, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return ok ? undefined : `status ${status}`;
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer';
  }
}
