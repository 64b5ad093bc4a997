import { defined } from '../../../util/defined.ts';
import { describeValue } from './describe-value.ts';

/** Parameters that follow readers around and change nothing about the page. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|gclsrc|msclkid|mc_cid|mc_eid|igshid|igsh|yclid|twclid|ttclid|li_fat_id|_hsenc|_hsmi|mkt_tok|vero_id|oly_anon_id|oly_enc_id|wickedid|s_kwcid)$/i;

/** A host, perhaps with a path, that lacks only its scheme. */
const HOST = /^\s*(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:\/|\s*$)/i;

/** Why something is no address, and how to mend it where that is known. */
export interface InvalidUrl {
  reason: string;
  hint?: string;
}

export type UrlResult = { url: string } | InvalidUrl;

/**
 * A clean http(s) address as the platform's `URL` writes it, without tracking parameters; else the reason why it is
 * none. https://url.spec.whatwg.org/
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

/** Not by `URL.canParse`: that of Node 20, once it is optimised, errs about hosts with letters such as `ü`. */
export function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** A name of lower-case ASCII whose last part is no number, and a path. */
const CLEAN = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z-]*\/[\w~/.-]*$/;

/** Whether an address is certainly one that `URL` would leave as it is. Most are. */
const isClean = (address: string): boolean =>
  CLEAN.test(address) && !address.includes('/.') && !address.includes('xn--');

/** The same for addresses of one page: the fragment does not count. */
export const urlKey = (url: string): string => url.split('#', 1)[0] ?? url;

/** Filtered as text, so that what stays is left as it was. */
const withoutTracking = (search: string): string =>
  search
    .slice(1)
    .split('&')
    .filter((pair) => !TRACKING.test(pair.split('=', 1)[0] ?? ''))
    .join('&');
