import { createHash } from 'node:crypto';
import type { BuiltEdition } from '../build-edition.ts';
import { articles } from './articles.ts';
import { editionFile } from './edition.ts';
import { feeds } from './feeds.ts';
import type { Output, OutputFile } from './output-file.ts';
import { providers } from './providers.ts';
import { topics } from './topics.ts';

/** Every output, a line each. */
const OUTPUTS: readonly Output[] = [articles, feeds, topics, providers];

/** The data files of an edition, one after the other; `edition.json` comes last, with the hash of all others. */
export function* editionFiles(built: BuiltEdition): Generator<OutputFile> {
  const hash = createHash('sha256');
  for (const output of OUTPUTS) {
    for (const file of output(built)) {
      hash.update(`${file.path} ${file.version}\n`);
      yield file;
    }
  }
  hash.update(JSON.stringify(built.settings.site));
  yield editionFile(built, hash.digest('hex').slice(0, 16));
}
