/** The part of the bundler's API that is used here. */
interface ModuleGraph {
  getModuleInfo: (
    id: string,
  ) => { importedIds: readonly string[]; importers: readonly string[]; isEntry: boolean } | null;
}

/**
 * Returns a function that puts all modules of the first load into one chunk. By default the bundler creates extra chunks
 * for modules that lazy pages share with the first load, and several small files compress worse than a large one.
 */
export function nameFirstLoadChunk(): (id: string, graph: ModuleGraph) => string | null {
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
