import type { Plugin } from 'vite';

/** Stubs for modules of TanStack Query that its client imports, but that the app does not need. */
const STUBS: Record<string, string> = {
  mutationCache:
    'export class MutationCache { clear() {} findAll() { return []; } resumePausedMutations() { return Promise.resolve(); } }',
  infiniteQueryBehavior:
    'export const infiniteQueryBehavior = () => ({}), hasNextPage = () => false, hasPreviousPage = () => false;',
};

const MODULE = /[\\/]@tanstack[\\/]query-core[\\/].*[\\/](\w+)\.js$/;

/**
 * A Vite plugin that removes mutations and infinite queries from the client bundle, as the app uses neither, and styles
 * from the server bundle, where they would be compiled for nothing.
 */
export const stubUnusedModules = (): Plugin => ({
  name: 'broadsheet:stub-unused-modules',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (this.environment.name === 'client') return STUBS[MODULE.exec(id)?.[1] ?? ''];
    return id.endsWith('.css') ? '' : undefined;
  },
});
