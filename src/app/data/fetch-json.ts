import { EDITION_FORMAT } from '../../model/edition.ts';
import { EDITION_FILE } from '../../model/edition-files.ts';
import { COPY_HEADER } from '../../model/offline/service-worker.ts';
import { withBasePath } from './base-path.ts';
import { reportAnswer, reportLine } from './line.ts';

/** A slow answer is still an answer. What waits for it says so to the reader sooner, see `TIME_LIMIT_MS`. */
const TIMEOUT_MS = 30_000;
/** The waits before an unreachable host is asked again. */
const RETRY_DELAYS_MS = [400, 1200];

/** After this time without an answer a reader is told, and can ask again. */
export const TIME_LIMIT_MS = 10_000;

/**
 * Why a file or a part of the program could not be used. `slow`: it may still come. `stuck`: only a new document asks
 * for it again.
 */
export type FetchErrorReason = 'missing' | 'unreachable' | 'offline' | 'unreadable' | 'slow' | 'outdated' | 'stuck';

export class FetchError extends Error {
  override name = 'FetchError';
  readonly reason: FetchErrorReason;
  /** Of the file, percent-encoded. Empty for code. */
  readonly path: string;

  constructor(reason: FetchErrorReason, path: string) {
    super(`${path}: ${reason}`);
    this.reason = reason;
    this.path = path;
  }
}

interface FetchOptions<T> {
  /** Returns the file, or `undefined` if the parsed value is another one. A host may answer with something else. */
  parse: (value: unknown) => T | undefined | Promise<T | undefined>;
  signal?: AbortSignal;
  /**
   * `no-cache` revalidates the browser's cached copy: for files that change with every edition. `no-store` asks the host
   * even if the service worker has a copy.
   */
  cache?: 'no-cache' | 'no-store';
  /** The default is 30 seconds. */
  timeoutMs?: number;
}

/** Files whose copy in the browser's cache is not complete, or is a page of another site. */
const unusable = new Set<string>();

/**
 * Fetches a JSON file of the edition by its percent-encoded path below the base path.
 * Throws a `FetchError`, or the abort of `signal`.
 */
export async function fetchJson<T>(path: string, options: FetchOptions<T>): Promise<T> {
  const { parse, signal, timeoutMs = TIMEOUT_MS } = options;
  const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
  const cache = unusable.delete(path) ? 'reload' : (options.cache ?? 'default');
  let text: string;
  try {
    text = await fetchText(path, { cache, signal: AbortSignal.any(signals) });
  } catch (error) {
    if (error instanceof FetchError) throw error;
    // The browser would wait for the rest of an answer that has begun.
    unusable.add(path);
    if (signal?.aborted) throw error;
    throw new FetchError(navigator.onLine ? 'unreachable' : 'offline', path);
  }
  const value = await parse(parseJson(text));
  if (value !== undefined) return value;
  unusable.add(path);
  throw new FetchError((await isNewerFormat()) ? 'outdated' : 'unreadable', path);
}

/** Whether the host has an edition in a format that this version of the app cannot read. */
async function isNewerFormat(): Promise<boolean> {
  const edition = parseJson(await fetchText(EDITION_FILE, { cache: 'no-store' }).catch(() => ''));
  const isEdition = typeof edition === 'object' && edition !== null && 'format' in edition;
  return isEdition && typeof edition.format === 'number' && edition.format !== EDITION_FORMAT;
}

async function fetchText(path: string, init: RequestInit, [delay, ...delays] = RETRY_DELAYS_MS): Promise<string> {
  try {
    const response = await fetch(withBasePath(path), init);
    reportAnswer(path, response.headers.get(COPY_HEADER));
    if (response.status === 404 || response.status === 410) throw new FetchError('missing', path);
    if (!response.ok) throw new FetchError('unreachable', path);
    return await response.text();
  } catch (error) {
    const isAnswered = error instanceof FetchError;
    const isLast = delay === undefined || !navigator.onLine || init.signal?.aborted;
    if (isLast && !isAnswered && !init.signal?.aborted) reportLine(false);
    if (isLast || (isAnswered && error.reason === 'missing')) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, delay));
  return fetchText(path, init, delays);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
