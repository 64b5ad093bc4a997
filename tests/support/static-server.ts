import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** What a host may do wrong with a file. */
export type Fault = 'missing' | 'broken' | 'truncated' | 'foreign' | 'newer-format';

export interface StaticServer {
  /** With the base path, without a slash at the end. */
  url: string;
  /** Faults by path below the base path; deleting one mends it. */
  faults: Map<string, Fault>;
  /** Bytes sent for each path. */
  sent: Map<string, number>;
  close: () => Promise<void>;
}

interface ServeOptions {
  base?: string;
  /** Compress as a good host does. */
  isCompressed?: boolean;
}

/** Serves a built site as a plain static host does: folders by their `index.html`, what is not there by `404.html`. */
export async function serveSite(dir: string, { base = '/', isCompressed = false }: ServeOptions = {}): Promise<StaticServer> {
  const faults = new Map<string, Fault>();
  const sent = new Map<string, number>();
  const server = createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const wanted = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
    const file = wanted === undefined ? undefined : fileFor(dir, wanted);
    const fault = wanted === undefined ? undefined : faults.get(wanted);
    const isFound = file !== undefined && fault !== 'missing';
    const source = isFound ? file : path.join(dir, '404.html');
    const body = spoil(readFileSync(source), fault);
    const status = fault === 'broken' ? 503 : isFound ? 200 : 404;
    sent.set(pathname, send(response, { status, body, type: TYPES[path.extname(source)] ?? 'application/octet-stream', isCompressed }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base.replace(/\/$/, '')}`,
    faults,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function fileFor(dir: string, wanted: string): string | undefined {
  const file = path.join(dir, wanted.endsWith('/') || wanted === '' ? `${wanted}index.html` : wanted);
  const isFile = file.startsWith(dir + path.sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
  return isFile ? file : undefined;
}

function spoil(body: Buffer, fault: Fault | undefined): Buffer {
  if (fault === 'truncated') return body.subarray(0, body.length / 2);
  if (fault === 'foreign') return Buffer.from('<!doctype html><title>Sign in to the network</title>');
  if (fault === 'newer-format') return Buffer.from(JSON.stringify({ format: 99 }));
  return body;
}

interface Answer {
  status: number;
  body: Buffer;
  type: string;
  isCompressed: boolean;
}

/** Gives the number of bytes of the body as sent. */
function send(response: ServerResponse, { status, body, type, isCompressed }: Answer): number {
  const bytes = isCompressed ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : body;
  const encoding = isCompressed ? { 'Content-Encoding': 'br' } : {};
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length, ...encoding });
  response.end(bytes);
  return bytes.length;
}
