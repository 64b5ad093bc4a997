import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { hashOf } from '../../src/pipeline/util/hash.ts';
import { requestedPath } from '../../src/pipeline/util/path-to-file.ts';
import {
  fileResponse,
  isUnchanged,
  type SiteFolder,
  type StaticResponse,
  staticResponse,
} from '../../src/pipeline/vite/static-response.ts';

/**
 * What may go wrong with a file: a status, half of its body, a page in its place, the front page in its place, no answer at
 * all, an answer that stops after its first half, a connection that ends without an answer, a redirect to the same file,
 * or an answer in two parts.
 */
export type Fault =
  | 404
  | 500
  | 'truncated'
  | 'html'
  | 'front-page'
  | 'silent'
  | 'stalled'
  | 'cut'
  | 'moved'
  | Replaced
  | InParts;

/** Another body in place of that of the file. */
interface Replaced {
  replace: (body: string) => string;
}

/** The second part comes when the promise resolves. */
interface InParts {
  /** Where the first part ends. */
  splitBefore: string;
  rest: Promise<void>;
}

export interface StaticServer {
  /** Where the site begins, with a slash at its end. */
  url: string;
  /** By file path below the site's folder, as `model/edition-files.ts` names them. Set and deleted at will. */
  faults: Map<string, Fault>;
  /** What goes wrong with the other files. Nothing, if it is not set. */
  failing: ((file: string) => Fault | undefined) | undefined;
  /** Answers wait for it. */
  held: Promise<void> | undefined;
  /** The folder that is served. Another one is a deployment. */
  folder: string;
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

/** Serves a built folder as a plain static host does, and fails where it is told to. */
export async function serveFolder(folder: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { basePath = '/', encoding } = options;
  const requests: ServedRequest[] = [];
  const compressed = new Map<string, Buffer>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    const fault = faultOf(url);
    if (fault === 'silent') return;
    if (fault === 'cut') {
      request.socket.destroy();
      return;
    }
    const site = { folder: served.folder, basePath };
    if (typeof fault === 'object' && 'rest' in fault) {
      sendInParts(response, staticResponse(url, site), fault);
      return;
    }
    const found = fault === undefined ? staticResponse(url, site) : answerFault(fault, url, site);
    if (fault === 'stalled') {
      stall(response, found);
      return;
    }
    if (encoding) compress(found, encoding, compressed);
    send(request, response, found);
    requests.push({
      path: url.replace(/\?.*/, ''),
      status: response.statusCode,
      bytes: Number(response.getHeader('Content-Length')),
      at: performance.now(),
    });
  };
  const server = createServer((request, response) => {
    if (served.held) void served.held.then(() => answer(request, response));
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const served: StaticServer = {
    url: `http://127.0.0.1:${port}${basePath}`,
    faults: new Map(),
    failing: undefined,
    held: undefined,
    folder,
    requests,
    close,
  };
  return served;

  function faultOf(url: string): Fault | undefined {
    const file = requestedPath(url, basePath);
    return file === undefined ? undefined : (served.faults.get(file) ?? served.failing?.(file));
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

function answerFault(fault: Exclude<Fault, 'silent' | 'cut' | InParts>, url: string, site: SiteFolder): StaticResponse {
  if (fault === 'html') return html(200);
  if (typeof fault === 'number') return html(fault);
  if (fault === 'moved') {
    if (url.endsWith('?moved')) return staticResponse(url, site);
    return { status: 302, headers: { Location: `${url}?moved` } };
  }
  const whole = fault === 'front-page' ? fileResponse(site.folder, 'index.html', 200) : staticResponse(url, site);
  if (!whole?.body) throw new Error(`There is no ${url} to be changed.`);
  if (fault === 'front-page' || fault === 'stalled') return whole;
  const body =
    fault === 'truncated'
      ? whole.body.subarray(0, Math.floor(whole.body.length / 2))
      : Buffer.from(fault.replace(whole.body.toString()));
  return { ...whole, headers: { ...whole.headers, ETag: `"${hashOf(body)}"` }, body };
}

/** Sends the first half of an answer, and leaves the connection open. */
function stall(response: ServerResponse, { status, headers, body = Buffer.of() }: StaticResponse): void {
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)));
}

function sendInParts(
  response: ServerResponse,
  { status, headers, body = Buffer.of() }: StaticResponse,
  { splitBefore, rest }: InParts,
): void {
  const end = body.indexOf(splitBefore);
  if (end < 0) throw new Error(`There is no ${splitBefore} in the answer.`);
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  response.write(body.subarray(0, end));
  void rest.then(() => response.end(body.subarray(end)));
}

const html = (status: number): StaticResponse => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: Buffer.from('<!doctype html><html lang="en"><title>Sign in to this network</title><h1>Sign in</h1></html>'),
});

function compress(answer: StaticResponse, encoding: 'br' | 'gzip', done: Map<string, Buffer>): void {
  const { headers, body } = answer;
  if (!body || !/^(text|application)\/|svg/.test(headers['Content-Type'] ?? '')) return;
  const key = headers.ETag ?? hashOf(body);
  const smaller = done.get(key) ?? (encoding === 'br' ? brotliCompressSync(body) : gzipSync(body, { level: 9 }));
  done.set(key, smaller);
  answer.body = smaller;
  headers['Content-Encoding'] = encoding;
}

function send(request: IncomingMessage, response: ServerResponse, answer: StaticResponse): void {
  const { status, headers, body } = answer;
  const hasBody = !isUnchanged(answer, request.headers['if-none-match']);
  const sent = hasBody ? body : undefined;
  response.setHeader('Content-Length', sent?.length ?? 0);
  response.writeHead(hasBody ? status : 304, headers);
  response.end(request.method === 'HEAD' ? undefined : sent);
}
