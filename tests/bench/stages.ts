import { rmSync } from 'node:fs';
import { assembleEdition, readContent } from '../../src/pipeline/build-edition.ts';
import { editionFiles } from '../../src/pipeline/outputs/index.ts';
import { readSettings } from '../../src/pipeline/settings.ts';
import { createArticleStore } from '../../src/pipeline/store/article-store.ts';
import { createOutputWriter } from '../../src/pipeline/write-outputs.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { generateCorpus } from './generate.ts';

/** What the stages of a build cost, in seconds of CPU. */
export interface StageCost {
  files: number;
  /** From files to articles. */
  read: number;
  /** From articles to feeds. */
  relate: number;
  /** From feeds to files. */
  write: number;
}

/*
 * Run as a script with a number of files, prints its `StageCost`: each size gets a process of its own, so that none
 * finds the code of another warm.
 */
const root = createTempFolder('bench-content');
const outDir = createTempFolder('bench-site');
const files = Number(process.argv[2]);
generateCorpus({ dir: root, files });
const { settings } = readSettings({ root, env: {}, mode: 'build' });
const [read, content] = costOf(() => readContent({ root, settings, store: createArticleStore({ root }) }));
const [relate, built] = costOf(() => assembleEdition(content));
const [write] = costOf(() => {
  const writer = createOutputWriter(outDir);
  for (const file of editionFiles(built)) writer.write(file);
  writer.finish();
});
for (const dir of [root, outDir]) rmSync(dir, { recursive: true, force: true });
console.log(JSON.stringify({ files, read, relate, write } satisfies StageCost));

function costOf<T>(work: () => T): [seconds: number, result: T] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, result];
}
