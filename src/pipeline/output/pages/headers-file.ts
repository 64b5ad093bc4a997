import { HEADERS_FILE } from '../../../model/addresses/site-files.ts';
import { EDITION_FILE } from '../../../model/edition-files.ts';
import { WORKER_FILE } from '../../../model/offline/service-worker.ts';
import { hashOf } from '../../util/hash.ts';
import type { OutputFile } from '../files/output-file.ts';
import { headerPolicy } from './content-security-policy.ts';
import type { Template } from './template.ts';

/** The headers of every response. */
const responseHeaders = (html: string, hasFonts: boolean): Record<string, string> => ({
  'Content-Security-Policy': headerPolicy(html, hasFonts),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Other sites may read feeds and JSON files.
  'Access-Control-Allow-Origin': '*',
});

/**
 * The `_headers` file, which Cloudflare and Netlify read. Cloudflare joins the values of a header that matches two rules,
 * so `Cache-Control` is set for some files only. For the others these hosts send `must-revalidate` themselves.
 * https://developers.cloudflare.com/pages/configuration/headers/ and https://docs.netlify.com/manage/routing/headers/
 */
export function headersFile({ html, hasFonts, basePath }: Template): OutputFile {
  const all = Object.entries(responseHeaders(html, hasFonts)).map(([name, value]) => `  ${name}: ${value}`);
  const assets = '  Cache-Control: public, max-age=31536000, immutable';
  const revalidated = [WORKER_FILE, EDITION_FILE].flatMap((file) => [basePath + file, '  Cache-Control: no-cache']);
  const body = ['/*', ...all, `${basePath}assets/*`, assets, ...revalidated, ''].join('\n');
  return { path: HEADERS_FILE, version: hashOf(body), body };
}
