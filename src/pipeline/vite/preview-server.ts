import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PreviewServer } from 'vite';
import { HEADERS_FILE } from '../../model/addresses/site-files.ts';
import type { Edition } from '../../model/edition.ts';
import { EDITION_FILE } from '../../model/edition-files.ts';
import { isUnchanged, type StaticResponse, staticResponse } from './static-response.ts';

/**
 * Serves the built site like a static host. It replaces Vite's own file server, which does not decode `%23`, `%26`,
 * `%2B` and others, so it does not find files with `#`, `&` or `+` in their names.
 */
export function servePreview({ middlewares, config }: PreviewServer): void {
  const folder = path.resolve(config.root, config.build.outDir);
  const siteHeaders = Object.entries({ ...config.preview.headers, ...headersOf(path.join(folder, HEADERS_FILE)) });
  middlewares.use((request, response, next) => {
    const url = request.url ?? '';
    // Outside the base path, Vite answers with a link to the site.
    if (!`${url.split('?')[0]}/`.startsWith(config.base)) return next();
    for (const [name, value = ''] of siteHeaders) response.setHeader(name, value);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead) send(request, response, staticResponse(url, { folder, basePath: config.base }));
    else response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  });
}

/** The base path with which a site was built into a folder. `undefined` if there is no site. */
export function builtBasePath(folder: string): string | undefined {
  try {
    const { site } = JSON.parse(readFileSync(path.join(folder, EDITION_FILE), 'utf8')) as Pick<Edition, 'site'>;
    return site.basePath;
  } catch {
    return undefined;
  }
}

/** The headers that the file `_headers` sets for every address. */
function headersOf(file: string): Record<string, string> {
  const [, all = ''] = existsSync(file) ? readFileSync(file, 'utf8').split(/^\S.*$/m) : [];
  return Object.fromEntries([...all.matchAll(/^ +([^:]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}

function send(request: IncomingMessage, response: ServerResponse, staticFile: StaticResponse): void {
  const { status, headers, body = Buffer.alloc(0) } = staticFile;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isUnchanged(staticFile, request.headers['if-none-match'])) {
    response.writeHead(304).end();
    return;
  }
  const sent = compress(request, response, body);
  response.writeHead(status, { 'Content-Length': sent.length });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

const COMPRESSED_TYPES = /^text\/|json|xml/;
/** Shorter bodies are sent uncompressed: they would hardly become smaller. */
const MIN_COMPRESSED_BYTES = 1024;

function compress(request: IncomingMessage, response: ServerResponse, body: Buffer): Buffer {
  if (!COMPRESSED_TYPES.test(String(response.getHeader('Content-Type')))) return body;
  response.setHeader('Vary', 'Accept-Encoding');
  const isAccepted = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  if (!isAccepted || body.length < MIN_COMPRESSED_BYTES) return body;
  response.setHeader('Content-Encoding', 'gzip');
  return gzipSync(body);
}
