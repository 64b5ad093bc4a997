import path from 'node:path';
import { type Plugin, parseSync } from 'vite';

/**
 * Stubs for modules of TanStack Query that its client imports, but that the app does not need: mutations, infinite
 * queries, the removal of unused data, refetching on focus and reconnection, other timers, suspense and error boundaries
 * of queries, restoring, and retries: `fetchJson` has its own.
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
  retryer: `export const canFetch = () => true, isCancelledError = (error) => error instanceof CancelledError;
    export class CancelledError extends Error {
      constructor(options) {
        super('CancelledError');
        Object.assign(this, options);
      }
    }
    export function createRetryer({ fn, onCancel }) {
      let status = 'pending', settle;
      const cancelled = new Promise((_, reject) => settle = reject);
      const promise = Promise.race([cancelled, Promise.resolve().then(fn)]);
      promise.then(() => status = 'resolved', () => status = 'rejected');
      return {
        promise,
        status: () => status,
        cancel: (options) => {
          if (status !== 'pending') return;
          const error = new CancelledError(options);
          status = 'rejected';
          settle(error);
          onCancel(error);
        },
        start: () => promise,
        canStart: () => true, continue: () => promise, cancelRetry: () => {}, continueRetry: () => {},
      };
    }`,
  notifyManager: `let queue = [], depth = 0;
    const later = (callbacks) => void setTimeout(() => callbacks.forEach((callback) => callback()), 0);
    const schedule = (callback) => void (depth ? queue.push(callback) : later([callback]));
    export const defaultScheduler = later;
    export const notifyManager = {
      schedule,
      batchCalls: (callback) => (...values) => schedule(() => callback(...values)),
      batch: (callback) => {
        depth++;
        try {
          return callback();
        } finally {
          if (!--depth) {
            later(queue);
            queue = [];
          }
        }
      },
    };`,
  suspense: `export const defaultThrowOnError = () => false, ensureSuspenseTimers = () => {}, shouldSuspend = () => false;
    export const fetchOptimistic = () => {};`,
  errorBoundaryUtils: `export const ensurePreventErrorBoundaryRetry = () => {}, getHasError = () => false;
    export const useClearResetErrorBoundary = () => {};`,
  QueryErrorResetBoundary: 'export const QueryErrorResetBoundary = () => {}, useQueryErrorResetBoundary = () => {};',
  IsRestoringProvider: 'export const IsRestoringProvider = () => {}, useIsRestoring = () => false;',
};

/** Methods that nothing calls. Bundlers keep all methods of a class. */
const UNUSED_METHODS: Record<string, string> = {
  queryClient: `isFetching isMutating setQueriesData getQueryState ensureQueryData resetQueries clear fetchQuery
    prefetchQuery infiniteQuery fetchInfiniteQuery prefetchInfiniteQuery ensureInfiniteQueryData resumePausedMutations
    getMutationCache getDefaultOptions setDefaultOptions setQueryDefaults setMutationDefaults getMutationDefaults
    defaultMutationOptions`,
  query: 'queryType promise optionalRemove resetState reset onFocus onOnline',
  queryCache: 'find clear onFocus onOnline',
  queryObserver: 'fetchOptimistic getCurrentQuery shouldFetchOnReconnect shouldFetchOnWindowFocus',
};

/** Methods and functions that can do less. The keys of our queries are lists of texts and numbers. */
const SHORTER: Record<string, Record<string, string>> = {
  'react-dom-client': {
    // Of the elements that React moves into the head, the app renders titles only.
    getResource: 'function getResource() { return null; }',
    waitForCommitToBeReady: 'function waitForCommitToBeReady() { return null; }',
    // Names of components in the stacks of errors. They are minified.
    getStackByFiberInDevAndProd: "function getStackByFiberInDevAndProd() { return ''; }",
  },
  queryClient: {
    mount: 'mount() {}',
    unmount: 'unmount() {}',
    getQueryDefaults: 'getQueryDefaults() {}',
  },
  utils: {
    hashKey: 'function hashKey(key) { return JSON.stringify(key); }',
    partialMatchKey:
      'function partialMatchKey(key, start) { return start.every((part, index) => part === key[index]); }',
    replaceData: 'function replaceData(_, data) { return data; }',
  },
};

/**
 * Functions of React DOM that only features use which `USED_EXPORTS` leaves out, or that the app does not render: view
 * transitions and refs of fragments; `Suspense`, `SuspenseList` and `Activity`, and what hides and shows their content;
 * actions of forms; style sheets, scripts and custom elements in components. They do nothing.
 */
const UNREACHABLE: Record<string, string> = {
  'react-dom-client': `startViewTransition createViewTransitionInstance trackEnterViewTransitions
    restoreViewTransitionName applyViewTransitionName applyViewTransitionToHostInstances
    applyViewTransitionToHostInstancesRecursive restoreViewTransitionOnHostInstances
    measureViewTransitionHostInstancesRecursive measureNestedViewTransitions commitAppearingPairViewTransitions
    commitEnterViewTransitions commitDeletedPairViewTransitions commitExitViewTransitions commitNestedViewTransitions
    restorePairedViewTransitions restoreEnterOrExitViewTransitions restoreNestedViewTransitions
    scheduleViewTransitionEvent reportViewTransitionError
    commitNewChildToFragmentInstance commitNewChildToFragmentInstances deleteChildFromFragmentInstance
    commitFragmentInstanceInsertionEffects commitFragmentInstanceDeletionEffects validateDocumentPositionWithFiberTree
    updateSuspenseComponent updateDehydratedSuspenseComponent retrySuspenseComponentWithoutHydrating
    updateSuspenseListComponent initSuspenseListRenderState updateActivityComponent mountActivityChildren
    retryActivityComponentWithoutHydrating commitActivityHydrationCallbacks updateOffscreenComponent
    bailoutOffscreenComponent deferHiddenOffscreenComponent hideOrUnhideAllChildren hideOrUnhideAllChildrenOnFiber
    hideOrUnhideDehydratedBoundary hideOrUnhideNearestPortals recursivelyTraverseReappearLayoutEffects
    recursivelyTraverseDisappearLayoutEffects recursivelyTraverseReconnectPassiveEffects
    commitOffscreenPassiveMountEffects retryDehydratedSuspenseBoundary
    mountActionState updateActionState updateActionStateImpl rerenderActionState dispatchActionState
    runActionStateAction actionStateActionEffect dispatchOptimisticSetState updateOptimisticImpl
    defaultOnDefaultTransitionIndicator
    preinitStyle preinitScript preinitModuleScript preloadModule preconnect prefetchDNS preconnectAs acquireResource
    insertStylesheet insertStylesheetIntoRoot insertSuspendedStylesheets preloadStylesheet suspendResource
    adoptPreloadPropsForStylesheet adoptPreloadPropsForScript accumulateSuspenseyCommitOnFiber
    estimateBandwidth setPropOnCustomElement describeNativeComponentFrame describeBuiltInComponentFrame`,
};

/** The exports of React that the app and its libraries use. As it is CommonJS, bundlers keep all of them. */
const USED_EXPORTS: Record<string, string> = {
  react: `Component Fragment StrictMode createContext createElement memo startTransition useCallback useContext
    useDeferredValue useEffect useId useLayoutEffect useMemo useRef useState useSyncExternalStore version
    __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE`,
  'react-dom': 'flushSync preload __DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE',
  scheduler: `unstable_IdlePriority unstable_ImmediatePriority unstable_LowPriority unstable_NormalPriority
    unstable_UserBlockingPriority unstable_cancelCallback unstable_getCurrentPriorityLevel unstable_now
    unstable_requestPaint unstable_scheduleCallback unstable_shouldYield`,
};

const COMMON_JS = /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]cjs[\\/]([\w.-]+)\.production\.js$/;
const REACT_IMPORT = /\bimport\s*\{([^}]*)\}\s*from\s*['"](react|react-dom)['"]/g;

const MODULE = /[\\/]@tanstack[\\/](?:query-core|react-query)[\\/].*[\\/](\w+)\.js$/;

/**
 * A Vite plugin that removes unused parts of TanStack Query and React from the client bundle. From the server bundle it removes
 * styles, TanStack Query, and the renderer of streams, which would be compiled for nothing.
 */
export const stubUnusedModules = (): Plugin => ({
  name: 'broadsheet:stub-unused-modules',
  apply: 'build',
  enforce: 'pre',
  resolveId(id) {
    if (id !== '@tanstack/react-query' || this.environment.name !== 'ssr') return undefined;
    return path.join(this.environment.config.root, 'src/app/prerender/page-queries.ts');
  },
  load(id) {
    if (this.environment.name === 'client') return STUBS[MODULE.exec(id)?.[1] ?? ''];
    // `react-dom/server` has two renderers: pages are rendered as strings, not as streams.
    return id.endsWith('.css') || COMMON_JS.exec(id)?.[1] === 'react-dom-server.node' ? '' : undefined;
  },
  transform(code, id) {
    if (this.environment.name !== 'client') return undefined;
    const name = MODULE.exec(id)?.[1] ?? COMMON_JS.exec(id)?.[1] ?? '';
    if (/[\\/]src[\\/]app[\\/]/.test(id)) requireExports(code, id);
    const used = USED_EXPORTS[name];
    if (used !== undefined) return removeExports(code, namesIn(used));
    const edits = new Map([
      ...namesIn(UNUSED_METHODS[name]).map((method) => [method, ''] as const),
      ...namesIn(UNREACHABLE[name]).map((unreachable) => [unreachable, `function ${unreachable}() {}`] as const),
      ...Object.entries(SHORTER[name] ?? {}),
    ]);
    if (edits.size === 0) return undefined;
    return replaceFunctions(removeFragmentMethods(code), edits);
  },
});

const namesIn = (list = ''): string[] => list.split(/\s+/).filter(Boolean);

/** Removes the methods of refs of fragments. */
const removeFragmentMethods = (code: string): string =>
  removeStatements(code, (statement) => statement.startsWith('FragmentInstance.prototype.'));

/** Replaces the methods and functions of a module with these names. Throws if one of them is not there. */
function replaceFunctions(code: string, replacements: Map<string, string>): string {
  const left = new Map(replacements);
  const edits: { start: number; end: number; text: string }[] = [];
  visitFunctions(parseSync('module.js', code).program, ({ name, start, end }) => {
    const text = left.get(name);
    if (text !== undefined) edits.push({ start, end, text });
    left.delete(name);
  });
  if (left.size > 0) throw new Error(`TanStack Query or React DOM has no ${[...left.keys()].join(', ')}`);
  return edits.reduceRight((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), code);
}

interface NamedFunction {
  name: string;
  start: number;
  end: number;
}

/** Calls `visit` for the methods and functions of a syntax tree (ESTree), in the order of the code. */
function visitFunctions(node: unknown, visit: (found: NamedFunction) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const { type, key, id, start, end } = node as { type?: string; key?: Named; id?: Named } & NamedFunction;
  if (type === 'MethodDefinition' && key) visit({ name: key.name, start, end });
  else if (type === 'FunctionDeclaration' && id) visit({ name: id.name, start, end });
  else for (const child of Object.values(node)) visitFunctions(child, visit);
}

interface Named {
  name: string;
}

/** Removes the exports of a CommonJS module that are not used. What only they use, the minifier removes. */
function removeExports(code: string, used: readonly string[]): string {
  return removeStatements(code, (statement) => {
    const name = /^exports\.(\w+) =\s/.exec(statement)?.[1];
    return name !== undefined && !used.includes(name);
  });
}

function removeStatements(code: string, isUnused: (statement: string) => boolean): string {
  const unused = parseSync('module.js', code).program.body.filter(({ start, end }) => isUnused(code.slice(start, end)));
  return unused.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
}

/** Throws if a module of the app imports something of React that is removed. */
function requireExports(code: string, id: string): void {
  for (const [, list = '', library = ''] of code.matchAll(REACT_IMPORT)) {
    const used = namesIn(USED_EXPORTS[library]);
    for (const name of list.split(',').map((each) => each.trim().replace(/ as .*/, ''))) {
      if (name === '' || name.startsWith('type ') || used.includes(name)) continue;
      throw new Error(
        `${id} imports ${name} of React. Add it to USED_EXPORTS in stub-unused-modules.ts, and take what it needs out of UNREACHABLE.`,
      );
    }
  }
}
