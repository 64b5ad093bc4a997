import { EDITION_FORMAT } from '../../model/edition.ts';
import { EDITION_FILE } from '../../model/edition-files.ts';
import { withBasePath } from './base-path.ts';

const TIMEOUT_MS = 20_000;

/** Why a file of the edition could not be used. */
export type FetchErrorReason = 'missing' | 'unreachable' | 'offline' | 'unreadable' | 'newer-format';

export class FetchError extends Error {
  override name = 'FetchError';
  readonly reason: FetchErrorReason;
  readonly path: string;

  constructor(reason: FetchErrorReason, path: string) {
    super(`${path}: ${reason}`);
    this.reason = reason;
    this.path = path;
  }
}

interface FetchOptions<T> {
  /** Whether a parsed value is the expected file. A host may answer with something else. */
  isValid: (value: unknown) => value is T;
  signal: AbortSignal;
  /** Revalidates the browser's cached copy. For files that change with every edition. */
  noCache?: boolean;
  /** The default is 20 seconds. */
  timeoutMs?: number;
}

/**
 * Fetches a JSON file of the edition by its percent-encoded path below the base path.
 * Throws a `FetchError`, or the abort of `signal`.
 */
export async function fetchJson<T>(path: string, options: FetchOptions<T>): Promise<T> {
  const { isValid, signal, noCache, timeoutMs } = options;
  const text = await fetchText(path, signal, noCache ? 'no-cache' : 'default', timeoutMs);
  const value = parse(text);
  if (!isValid(value)) throw new FetchError((await isNewerFormat(signal)) ? 'newer-format' : 'unreadable', path);
  return value;
}

/** Whether the host has an edition in a format that this version of the app cannot read. */
async function isNewerFormat(signal: AbortSignal): Promise<boolean> {
  const edition = parse(await fetchText(EDITION_FILE, signal, 'no-cache').catch(() => ''));
  const isEdition = typeof edition === 'object' && edition !== null && 'format' in edition;
  return isEdition && typeof edition.format === 'number' && edition.format !== EDITION_FORMAT;
}

async function fetchText(
  path: string,
  signal: AbortSignal,
  cache: RequestCache,
  timeoutMs = TIMEOUT_MS,
): Promise<string> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(withBasePath(path), {
      cache,
      signal: AbortSignal.any([signal, timeout]),
    });
    if (response.status === 404 || response.status === 410) throw new FetchError('missing', path);
    if (!response.ok) throw new FetchError('unreachable', path);
    return await response.text();
  } catch (error) {
    if (error instanceof FetchError || signal.aborted) throw error;
    throw new FetchError(navigator.onLine ? 'unreachable' : 'offline', path);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
