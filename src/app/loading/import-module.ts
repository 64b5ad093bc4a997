import { EDITION_FILE } from '../../model/edition-files.ts';
import { withBasePath } from '../data/base-path.ts';
import { FetchError, fetchJson, TIME_LIMIT_MS } from '../data/fetch-json.ts';
import { reloadOnce } from './reload-once.ts';

/** How often each `import()` has failed, by the source of its function, which contains the address of the chunk. */
const failures = new Map<string, number>();
/** More failures than a preload, a click and a first retry cause. */
const MAX_RETRIES = 2;

/**
 * What the build puts around each `import()`. Loads the style sheets of the chunk, then the chunk. Browsers keep the
 * failure of an address, https://html.spec.whatwg.org/multipage/webappapis.html#module-map, so the next attempt has
 * another one: `load` gets its query. Rejects with a `FetchError`. If the chunk is gone because the site has another
 * build of the app, reloads the page.
 */
export async function importModule<T>(load: (query: string) => Promise<T>, files: string[] = []): Promise<T> {
  const key = String(load);
  const failed = failures.get(key) ?? 0;
  const giveUp = (): void => {
    failures.set(key, failed + 1);
    for (const link of files.map(findStyle)) if (!link?.sheet) link?.remove();
  };
  const timer = setTimeout(giveUp, TIME_LIMIT_MS);
  const query = failed ? `?${failed}` : '';
  try {
    await Promise.all(files.map((file) => loadStyle(file, query)));
    return await load(query);
  } catch {
    giveUp();
    throw await explainFailure(failed >= MAX_RETRIES);
  } finally {
    clearTimeout(timer);
  }
}

const findStyle = (file: string): HTMLLinkElement | null =>
  document.querySelector(`link[rel=stylesheet][href^="${CSS.escape(withBasePath(file))}"]`);

/** A link has a `sheet` once that is loaded. */
async function loadStyle(file: string, query: string): Promise<unknown> {
  const known = findStyle(file);
  if (known?.sheet) return undefined;
  const link = known ?? document.createElement('link');
  const loading = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
  });
  if (!known) {
    link.rel = 'stylesheet';
    link.href = withBasePath(file) + query;
    document.head.append(link);
  }
  return loading;
}

/**
 * Why the code of a part did not load. `isRepeated`: also from other addresses, so the failure of one of its imports may
 * be what the browser keeps.
 */
async function explainFailure(isRepeated: boolean): Promise<unknown> {
  try {
    const app = await fetchJson(EDITION_FILE, { parse: appOf, cache: 'no-store' });
    if (!app || isRunning(app)) return new FetchError(isRepeated ? 'stuck' : 'missing', '');
    if (reloadOnce(app)) await new Promise(() => {});
    return new FetchError('outdated', '');
  } catch (error) {
    return error;
  }
}

/** The build of the app in an edition. Empty if it has none. */
function appOf(edition: unknown): string | undefined {
  if (typeof edition !== 'object' || edition === null) return undefined;
  return 'app' in edition && typeof edition.app === 'string' ? edition.app : '';
}

/** Whether this document runs that build of the app: the name of its first script. */
export const isRunning = (app: string): boolean => [...document.scripts].some(({ src }) => src.endsWith(`/${app}`));
