import { defined } from '../../../util/defined.ts';
import { describeValue } from './describe-value.ts';

/** Query parameters that only track readers. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|gclsrc|msclkid|mc_cid|mc_eid|igshid|igsh|yclid|twclid|ttclid|li_fat_id|_hsenc|_hsmi|mkt_tok|vero_id|oly_anon_id|oly_enc_id|wickedid|s_kwcid)$/i;

/** A URL without its scheme: a host, with an optional port and path. */
const HOST = /^\s*(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:\/|\s*$)/i;

/** Why a value is not a valid URL, and how to fix it if that is known. */
export interface InvalidUrl {
  reason: string;
  hint?: string;
}

export type UrlResult = { url: string } | InvalidUrl;

/**
 * Normalises an http(s) URL like `URL` and removes tracking parameters. Returns a reason if the value is not a valid one.
 * https://url.spec.whatwg.org/
 */
export function cleanUrl(value: unknown): UrlResult {
  if (typeof value === 'string' && isClean(value)) return { url: value };
  const url = typeof value === 'string' ? parseUrl(value.trim()) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const hint = typeof value === 'string' && HOST.test(value) ? 'Put `https://` before it.' : undefined;
    return { reason: `expected an http or https address, found ${describeValue(value)}`, ...defined('hint', hint) };
  }
  if (url.username !== '' || url.password !== '')
    return { reason: 'expected an address without a user name, found one' };
  if (url.search !== '') url.search = withoutTracking(url.search);
  return { url: url.href };
}

/** Does not use `URL.canParse`: in Node 20, optimised code returns wrong results for hosts with letters such as `ü`. */
export function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** A lower-case ASCII host name whose last label is not a number, and a path. */
const CLEAN = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z-]*\/[\w~/.-]*$/;

/** Whether `URL` would certainly not change a URL. Most URLs are clean, and this check is faster than parsing. */
const isClean = (address: string): boolean =>
  CLEAN.test(address) && !address.includes('/.') && !address.includes('xn--');

/** A key that is equal for URLs of the same page: the URL without its fragment. */
export function urlKey(url: string): string {
  const end = url.indexOf('#');
  return end === -1 ? url : url.slice(0, end);
}

/** Filters the query as text, so that the other parameters keep their spelling. */
const withoutTracking = (search: string): string =>
  search
    .slice(1)
    .split('&')
    .filter((pair) => !TRACKING.test(pair.split('=', 1)[0] ?? ''))
    .join('&');
