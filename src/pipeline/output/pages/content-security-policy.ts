import { createHash } from 'node:crypto';
import { TRUSTED_TYPES_POLICY } from '../../../model/offline/service-worker.ts';

/**
 * The Content Security Policy of all pages. Images may come from any host, video players from two hosts.
 * https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/
 */
const DIRECTIVES = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  // Only `src/app/loading/register-worker.ts` uses it, for one address.
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
];

/** The policy with the hashes of the inline scripts in `html`. `hasFonts`: whether the site has fonts of the publisher. */
function contentSecurityPolicy(html: string, hasFonts: boolean): string {
  const hashes = inlineScripts(html).map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  const fonts = hasFonts ? ["font-src 'self'"] : [];
  return [...DIRECTIVES, ...fonts, `script-src 'self'${hashes.join('')}`].join('; ');
}

/** Adds the policy to a page, directly after the charset. The policy does not apply to elements before it. */
export const addPolicy = (html: string, hasFonts: boolean): string =>
  html.replace(
    /<meta charset="[^"]*"\s*\/?>/,
    (charset) =>
      `${charset}<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(html, hasFonts)}">`,
  );

/** The policy for the HTTP header: `frame-ancestors` has no effect in a `<meta>` element. */
export const headerPolicy = (html: string, hasFonts: boolean): string =>
  `${contentSecurityPolicy(html, hasFonts)}; frame-ancestors 'none'`;

const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script>([^<]*)<\/script>/g)].map(([, text = '']) => text);
