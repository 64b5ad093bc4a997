/** What is asked of the bundler about a module. */
interface ModuleGraph {
  getModuleInfo: (
    id: string,
  ) => { importedIds: readonly string[]; importers: readonly string[]; isEntry: boolean } | null;
}

/**
 * Puts all that the first load needs into one chunk. Left alone the bundler makes a chunk of its own for everything
 * that a later page shares with the first one, and four small files compress worse than a large one.
 */
export function nameFirstLoadChunk(): (id: string, graph: ModuleGraph) => string | null {
  const known = new Map<string, boolean>();
  const isFirstLoad = (id: string, graph: ModuleGraph): boolean => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // Breaks circles: a module on the way is not of the first load by way of itself.
    known.set(id, false);
    const info = graph.getModuleInfo(id);
    const isNeeded = info !== null && (info.isEntry || info.importers.some((importer) => isFirstLoad(importer, graph)));
    known.set(id, isNeeded);
    return isNeeded;
  };
  return (id, graph) => (isFirstLoad(id, graph) ? 'reader' : null);
}
