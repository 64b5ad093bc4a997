/** The engine, and what starts a search. The search page loads it. */
const SEARCH = [
  'app/search/index/',
  'app/search/matching/correct-query.',
  'app/search/matching/rank-stories.',
  'app/search/matching/word-',
  'app/search/run-search.',
  'app/filter/matching/search',
  'app/filter/matching/narrow-by-operators.',
  'app/pages/search/results/start-search.',
  'app/pages/search/results/result-range.',
  'model/search/search-index.',
  'model/search/body-text.',
  'model/text/edit-distance.',
];

/** What the pages of filters, of searches and of saved stories and the filter panel share. */
const FILTER = [
  'app/filter/address/',
  'app/filter/matching/',
  'app/filter/results/',
  'app/filter/filter-strings.',
  'app/search/query/',
  'app/search/matching/mark-text.',
  'app/search/matching/story-test.',
  'app/ui/after-paint.',
  'app/ui/icon.',
  'model/search/fold.',
  'model/search/terms.',
];

/** In the first load although it does not use them: each would be a request of its own for half a kilobyte. */
const SMALL = ['app/i18n/fill-elements.', 'app/i18n/format-list.', 'app/i18n/list-elements.'];

const isIn =
  (paths: readonly string[]) =>
  (id: string): boolean =>
    paths.some((path) => id.replaceAll('\\', '/').includes(`/src/${path}`));

/**
 * The chunks that are not left to the bundler. It creates a chunk for each set of modules that the same pages share, and
 * many small files compress worse than a large one, and take more requests.
 */
export const chunkGroups = () => [
  { name: nameFirstLoadChunk(), debugName: 'first load' },
  { name: 'search', test: isIn(SEARCH) },
  { name: 'filter', test: isIn(FILTER) },
];

/** The part of the bundler's API that is used here. */
interface ModuleGraph {
  getModuleInfo: (
    id: string,
  ) => { importedIds: readonly string[]; importers: readonly string[]; isEntry: boolean } | null;
}

/**
 * Returns a function that puts all modules of the first load into one chunk, also those that lazy pages share with it.
 */
function nameFirstLoadChunk(): (id: string, graph: ModuleGraph) => string | null {
  const cache = new Map<string, boolean>();
  const isFirstLoad = (id: string, graph: ModuleGraph): boolean => {
    const cached = cache.get(id);
    if (cached !== undefined) return cached;
    // Breaks import cycles: while a module is being visited, it does not count as an importer.
    cache.set(id, false);
    const info = graph.getModuleInfo(id);
    const isNeeded = info !== null && (info.isEntry || info.importers.some((importer) => isFirstLoad(importer, graph)));
    cache.set(id, isNeeded);
    return isNeeded;
  };
  return (id, graph) => (isFirstLoad(id, graph) || isIn(SMALL)(id) ? 'reader' : null);
}
