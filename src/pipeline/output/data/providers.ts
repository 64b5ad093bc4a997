import { PROVIDERS_FILE } from '../../../model/edition-files.ts';
import { jsonFile, type Output } from '../files/output-file.ts';

/** `data/providers.json`: every provider that has a page, sorted by number of articles, largest first. */
export const providers: Output = (built) => [jsonFile(PROVIDERS_FILE, built.providers)];
