import type { Plugin } from 'vite';

/**
 * Stubs for modules of TanStack Query that its client imports, but that the app does not need: mutations, infinite
 * queries, the removal of unused data, refetching on focus and reconnection, other timers, suspense and error boundaries
 * of queries, restoring.
 */
const STUBS: Record<string, string> = {
  mutationCache:
    'export class MutationCache { clear() {} findAll() { return []; } resumePausedMutations() { return Promise.resolve(); } }',
  infiniteQueryBehavior:
    'export const infiniteQueryBehavior = () => ({}), hasNextPage = () => false, hasPreviousPage = () => false;',
  focusManager:
    'export class FocusManager {} export const focusManager = { isFocused: () => true, subscribe: () => () => {} };',
  onlineManager:
    'export class OnlineManager {} export const onlineManager = { isOnline: () => true, subscribe: () => () => {} };',
  timeoutManager: `export class TimeoutManager {}
    export const defaultTimeoutProvider = {}, systemSetTimeoutZero = (callback) => void setTimeout(callback, 0);
    export const timeoutManager = {
      setTimeout: (callback, delay) => setTimeout(callback, delay),
      setInterval: (callback, delay) => setInterval(callback, delay),
      clearTimeout: (id) => clearTimeout(id),
      clearInterval: (id) => clearInterval(id),
    };`,
  removable: `export class Removable {
      destroy() {} scheduleGc() {} updateGcTime() {} clearGcTimeout() {}
    }`,
  suspense: `export const defaultThrowOnError = () => false, ensureSuspenseTimers = () => {}, shouldSuspend = () => false;
    export const fetchOptimistic = () => {};`,
  errorBoundaryUtils: `export const ensurePreventErrorBoundaryRetry = () => {}, getHasError = () => false;
    export const useClearResetErrorBoundary = () => {};`,
  QueryErrorResetBoundary: 'export const QueryErrorResetBoundary = () => {}, useQueryErrorResetBoundary = () => {};',
  IsRestoringProvider: 'export const IsRestoringProvider = () => {}, useIsRestoring = () => false;',
};

/**
 * What Vite calls around each `import()`: loads the style sheets of the module, and its other chunks at the same time. Vite's
 * own helper also handles nonces, other origins and events.
 */
const PRELOAD_HELPER = `const seen = new Set();
  export const __vitePreload = (load, files = []) =>
    Promise.all(files.map((file) => {
      const href = import.meta.env.BASE_URL + file, isStyle = file.endsWith('.css');
      if (seen.has(href) || document.querySelector(\`link[href="\${CSS.escape(href)}"]\`)) return;
      seen.add(href);
      const link = document.createElement('link');
      link.rel = isStyle ? 'stylesheet' : 'modulepreload';
      link.href = href;
      document.head.append(link);
      return isStyle && new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
      });
    })).then(load);`;

const MODULE = /[\\/]@tanstack[\\/](?:query-core|react-query)[\\/].*[\\/](\w+)\.js$/;

/**
 * A Vite plugin that removes unused parts of TanStack Query from the client bundle, and styles from the server bundle,
 * where they would be compiled for nothing.
 */
export const stubUnusedModules = (): Plugin => ({
  name: 'broadsheet:stub-unused-modules',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (this.environment.name === 'client')
      return id.endsWith('vite/preload-helper.js') ? PRELOAD_HELPER : STUBS[MODULE.exec(id)?.[1] ?? ''];
    return id.endsWith('.css') ? '' : undefined;
  },
});
