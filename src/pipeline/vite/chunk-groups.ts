/**
 * The chunks that are not left to the bundler. It creates a chunk for each set of modules that the same pages share, and
 * many small files compress worse than a large one, and take more requests.
 */
export const chunkGroups = () => [
  { name: nameFirstLoadChunk(), debugName: 'first load' },
  {
    name: 'search',
    test: /\/app\/(?:search\/(?:index|matching|run-search)|filter\/matching\/(?:search|narrow)|pages\/search\/results\/(?:start|result-range))|\/model\/(?:search\/(?:search-index|body-text)|text\/edit)/,
  },
  {
    name: 'filter',
    test: /\/app\/(?:filter\/(?:address|matching|results|filter-strings)|search\/query|ui\/(?:after-paint|icon\.))|\/model\/search\/(?:fold|terms)/,
  },
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
  return (id, graph) => (isFirstLoad(id, graph) ? 'reader' : null);
}
