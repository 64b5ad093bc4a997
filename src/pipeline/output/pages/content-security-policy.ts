import { createHash } from 'node:crypto';

/**
 * What a page of ours may do, and nothing else. Pictures come from anywhere, and a video player after its click.
 * https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/
 */
const DIRECTIVES = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** The policy of pages that hold the same inline scripts as this one. */
function contentSecurityPolicy(html: string): string {
  const hashes = inlineScripts(html).map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [...DIRECTIVES, `script-src 'self'${hashes.join('')}`].join('; ');
}

/** Puts the policy into a page, directly after its charset: what stands before it would not be under it. */
export const addPolicy = (html: string): string =>
  html.replace(
    /<meta charset="[^"]*"\s*\/?>/,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(html)}">`,
  );

/** Who may show a page in a frame can only be said in a header. */
export const headerPolicy = (html: string): string => `${contentSecurityPolicy(html)}; frame-ancestors 'none'`;

const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script>([^<]*)<\/script>/g)].map(([, text = '']) => text);
