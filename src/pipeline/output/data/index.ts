import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { Output, OutputFile } from '../files/output-file.ts';
import { articles } from './articles.ts';
import { collections } from './collections.ts';
import { days } from './days.ts';
import { edition } from './edition.ts';
import { positions } from './positions.ts';
import { providers } from './providers.ts';
import { topics } from './topics.ts';

/** All data outputs. `edition.json` comes last, so that the files it refers to exist when it is written. */
const OUTPUTS: readonly Output[] = [articles, collections, positions, days, topics, providers, edition];

/** The data files of an edition. */
export function* editionFiles(built: BuiltEdition): Generator<OutputFile> {
  for (const output of OUTPUTS) yield* output(built);
}
