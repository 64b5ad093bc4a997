import { readKeptArticles } from '../actions/kept-articles.ts';
import { serializeReader } from '../document/serialize-reader.ts';
import { allChanges } from '../store/all-changes.ts';
import { openStore } from '../store/reader-store.ts';

/** Everything that the reader owns, as the text of one JSON file. `parseReaderFile` reads it. */
export async function exportReader(): Promise<string> {
  await openStore();
  return serializeReader(allChanges(), await readKeptArticles());
}
