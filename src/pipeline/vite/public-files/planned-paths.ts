import { HEADERS_FILE, MANIFEST_FILE } from '../../../model/addresses/site-files.ts';
import { BUILD_FILE } from '../../../model/edition-files.ts';
import { PACKS_FILE } from '../../../model/offline/packs.ts';
import { WORKER_FILE } from '../../../model/offline/service-worker.ts';
import { SEARCH_MANIFEST_FILE } from '../../../model/search/search-index.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import { editionFiles } from '../../output/data/index.ts';
import { packFiles } from '../../output/offline/pack-files.ts';
import { pageGroups } from '../../output/pages/page-files.ts';
import { redirectFiles } from '../../output/pages/redirect-files.ts';
import { openSearchFiles } from '../../output/search/open-search-file.ts';
import { syndicationFiles } from '../../output/syndication/index.ts';

/**
 * The paths of the files that a build writes, before it has written one. `appFiles` are those of the app. It lacks what
 * only writing shows: the parts of the search index, and pages of former events.
 */
export function* plannedPaths(built: BuiltEdition, appFiles: Iterable<string>): Generator<string> {
  yield* appFiles;
  yield* [BUILD_FILE, HEADERS_FILE, MANIFEST_FILE, WORKER_FILE];
  for (const { output } of built.localImages) yield output;
  for (const { path } of editionFiles(built)) yield path;
  for (const group of pageGroups(built, '')) for (const { path } of group) if (path !== undefined) yield path;
  for (const { path } of openSearchFiles(built.settings.site)) yield path;
  for (const { path } of redirectFiles(built)) yield path;
  for (const { path } of syndicationFiles(built)) yield path;
  if (built.settings.search !== false) yield SEARCH_MANIFEST_FILE;
  if (built.settings.offline === 'off') return;
  for (const { path } of packFiles(built)) yield path;
  yield PACKS_FILE;
}
