import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What may go wrong with a file: a status, half of its body, a page in its place, or no answer at all. */
export type Fault = 404 | 500 | 'truncated' | 'html' | 'silent';

export interface StaticServer {
  /** Where the site begins, with a slash at its end. */
  url: string;
  /** By file path below the site's folder, as `model/edition-files.ts` names them. Set and deleted at will. */
  faults: Map<string, Fault>;
  /** What was asked for since the start, or since the list was last emptied. */
  requests: ServedRequest[];
  close: () => Promise<void>;
}

interface ServedRequest {
  /** The path in the address, without the query, as it was asked for. */
  path: string;
  status: number;
  /** Length of the body as it was sent. */
  bytes: number;
  /** When it was answered, as `performance.now()` counts. */
  at: number;
}

export interface ServeOptions {
  /** Begins and ends with a slash. */
  basePath?: string;
  /** Compresses text as hard as can be, as a CDN does: brotli 11 or gzip 9. */
  encoding?: 'br' | 'gzip';
}

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer;
}

/** Serves a built folder as a plain static host does, and fails where it is told to. */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { basePath = '/', encoding } = options;
  const faults = new Map<string, Fault>();
  const requests: ServedRequest[] = [];
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const requested = new URL(request.url ?? '/', 'http://host').pathname;
    const answer = answerTo(requested, { folder, basePath, faults });
    if (!answer) return;
    if (encoding) compress(answer, encoding, compressed);
    send(request, response, answer);
    requests.push({
      path: requested,
      status: response.statusCode,
      bytes: Number(response.getHeader('Content-Length')),
      at: performance.now(),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${basePath}`, faults, requests, close };

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

interface Site {
  folder: string;
  basePath: string;
  faults: Map<string, Fault>;
}

/** `undefined` means that no answer is to be given. */
function answerTo(requested: string, { folder, basePath, faults }: Site): Answer | undefined {
  if (requested === basePath.slice(0, -1)) return { status: 301, headers: { Location: basePath } };
  const file = decode(requested);
  if (!requested.startsWith(basePath) || file === undefined) return { status: 404 };
  const relative = file.slice(basePath.length);
  const failure = faults.get(relative);
  return failure === undefined ? answerFile(folder, relative, requested) : answerFault(failure, folder, relative);
}

function decode(requested: string): string | undefined {
  try {
    return decodeURIComponent(requested);
  } catch {
    return undefined;
  }
}

function answerFile(folder: string, relative: string, requested: string): Answer {
  const isFolder = relative === '' || relative.endsWith('/');
  const found = read(folder, isFolder ? `${relative}index.html` : relative);
  if (found) return found;
  if (!isFolder && read(folder, `${relative}/index.html`)) {
    return { status: 301, headers: { Location: `${requested}/` } };
  }
  return { ...read(folder, '404.html'), status: 404 };
}

function read(folder: string, relative: string): Answer | undefined {
  const file = path.join(folder, relative);
  if (!file.startsWith(folder + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const type = CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  return { status: 200, headers: { 'Content-Type': type }, body: readFileSync(file) };
}

function answerFault(failure: Fault, folder: string, relative: string): Answer | undefined {
  if (failure === 'silent') return undefined;
  if (failure === 'html') return html(200);
  if (failure !== 'truncated') return html(failure);
  const whole = read(folder, relative);
  if (!whole?.body) throw new Error(`There is no ${relative} to be cut.`);
  return { ...whole, body: whole.body.subarray(0, Math.floor(whole.body.length / 2)) };
}

const html = (status: number): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: Buffer.from('<!doctype html><html lang="en"><title>Sign in to this network</title><h1>Sign in</h1></html>'),
});

function compress(answer: Answer, encoding: 'br' | 'gzip', done: Map<string, Buffer>): void {
  const { headers, body } = answer;
  if (!headers || !body || !/^(text|application)\/|svg/.test(headers['Content-Type'] ?? '')) return;
  const key = hash(body);
  const smaller = done.get(key) ?? (encoding === 'br' ? brotliCompressSync(body) : gzipSync(body, { level: 9 }));
  done.set(key, smaller);
  answer.body = smaller;
  headers['Content-Encoding'] = encoding;
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const etag = body && `"${hash(body)}"`;
  const isUnchanged = status === 200 && etag !== undefined && request.headers['if-none-match'] === etag;
  const sent = isUnchanged ? undefined : body;
  if (etag) response.setHeader('ETag', etag);
  response.setHeader('Content-Length', sent?.length ?? 0);
  response.writeHead(isUnchanged ? 304 : status, headers);
  response.end(request.method === 'HEAD' ? undefined : sent);
}

const hash = (body: Buffer): string => createHash('sha1').update(body).digest('base64url');
