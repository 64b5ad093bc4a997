import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { Output, OutputFile } from '../files/output-file.ts';
import { articles } from './articles.ts';
import { collections } from './collections.ts';
import { days } from './days.ts';
import { edition } from './edition.ts';
import { events } from './events.ts';
import { positions } from './positions.ts';
import { providers } from './providers.ts';
import { top } from './top.ts';
import { topics } from './topics.ts';

/** The outputs whose files have a page each, see `pageGroups`. */
const OF_PAGES: readonly Output[] = [articles, events, collections];

/** The other outputs. `edition.json` comes last, so that the files it refers to exist when it is written. */
const OTHERS: readonly Output[] = [positions, days, topics, providers, top, edition];

/** The data files of an edition. */
export function* editionFiles(built: BuiltEdition): Generator<OutputFile> {
  for (const output of OF_PAGES) yield* output(built);
  yield* filesWithoutPages(built);
}

/** The data files that `pageGroups` does not contain. */
export function* filesWithoutPages(built: BuiltEdition): Generator<OutputFile> {
  for (const output of OTHERS) yield* output(built);
}
