import { hashOf } from '../../util/hash.ts';
import type { OutputFile } from '../files/output-file.ts';
import { headerPolicy } from './content-security-policy.ts';
import type { Template } from './template.ts';

export const HEADERS_FILE = '_headers';

/** Headers of every answer, besides those of its kind. */
const responseHeaders = (html: string): Record<string, string> => ({
  'Content-Security-Policy': headerPolicy(html),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Feeds and the JSON are for other sites too.
  'Access-Control-Allow-Origin': '*',
});

/**
 * The file with headers, which several hosts read. Where two of its rules name the same header, Cloudflare joins them:
 * so caching is said of the assets alone, and of the rest these hosts say themselves that it is to be asked for again.
 * https://developers.cloudflare.com/pages/configuration/headers/ and https://docs.netlify.com/manage/routing/headers/
 */
export function headersFile({ html, basePath }: Template): OutputFile {
  const all = Object.entries(responseHeaders(html)).map(([name, value]) => `  ${name}: ${value}`);
  const assets = '  Cache-Control: public, max-age=31536000, immutable';
  const body = ['/*', ...all, `${basePath}assets/*`, assets, ''].join('\n');
  return { path: HEADERS_FILE, version: hashOf(body), body };
}
