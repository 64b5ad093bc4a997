import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { Output, OutputFile } from '../files/output-file.ts';
import { articles } from './articles.ts';
import { collections } from './collections.ts';
import { days } from './days.ts';
import { edition } from './edition.ts';
import { positions } from './positions.ts';
import { providers } from './providers.ts';
import { topics } from './topics.ts';

/** Every output, a line each. `edition.json` comes last: who reads it finds all that it speaks of. */
const OUTPUTS: readonly Output[] = [articles, collections, positions, days, topics, providers, edition];

/** The data files of an edition, one after the other. */
export function* editionFiles(built: BuiltEdition): Generator<OutputFile> {
  for (const output of OUTPUTS) yield* output(built);
}
