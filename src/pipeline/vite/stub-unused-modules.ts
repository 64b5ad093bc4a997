import type { Plugin } from 'vite';

/** Parts of the query library that a reader never needs, as its client takes them along, and what stands for them. */
const STAND_INS: Record<string, string> = {
  mutationCache:
    'export class MutationCache { clear() {} findAll() { return []; } resumePausedMutations() { return Promise.resolve(); } }',
  infiniteQueryBehavior:
    'export const infiniteQueryBehavior = () => ({}), hasNextPage = () => false, hasPreviousPage = () => false;',
};

const PART = /[\\/]@tanstack[\\/]query-core[\\/].*[\\/](\w+)\.js$/;

/**
 * Leaves mutations and infinite queries out of the browser's bundle: nothing here changes what a host holds, and lists
 * grow by pages of their own.
 */
export const stubUnusedModules = (): Plugin => ({
  name: 'broadsheet:leave-out-of-bundle',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  load: (id) => STAND_INS[PART.exec(id)?.[1] ?? ''],
});
