import type { Loader } from './create-loader.ts';

/** The loaders of lazy components, by the names of their modules. */
const loaders = new Map<string, Loader<unknown>>();

export const addLoader = (module: string, loader: Loader<unknown>): void => void loaders.set(module, loader);

/**
 * Preloads a lazy component by its module name. For folders that the folder of the component imports. Resolves to
 * whether it has loaded.
 */
export const preloadComponent = (module: string): Promise<boolean> | undefined => loaders.get(module)?.load();

/** The same for several modules, one after the other: the first may add the others. Rejects if one does not load. */
export async function requireComponents(modules: readonly string[]): Promise<true> {
  for (const module of modules) {
    const loader = loaders.get(module);
    if (loader && !(await loader.load())) throw loader.error() ?? new Error(module);
  }
  return true;
}
