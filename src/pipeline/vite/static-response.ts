import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contentTypeOf } from '../util/content-types.ts';
import { statsOf } from '../util/file-stats.ts';
import { hashOf } from '../util/hash.ts';
import { resolveRequest } from '../util/path-to-file.ts';

/** The response to a request, before its method and headers are considered. */
export interface StaticResponse {
  status: number;
  headers: Record<string, string>;
  body?: Buffer;
}

/** A built site: its folder, and its base path, which begins and ends with a slash. */
export interface SiteFolder {
  folder: string;
  basePath: string;
}

/** The response of a plain static host to a request for a URL. */
export function staticResponse(url: string, { folder, basePath }: SiteFolder): StaticResponse {
  const target = resolveRequest(url, basePath, (file) => isFile(path.join(folder, file)));
  if (target && 'location' in target) return { status: 301, headers: { Location: target.location } };
  return (target && fileResponse(folder, target.file, 200)) ?? fileResponse(folder, '404.html', 404) ?? notFound();
}

/** The response with a file. `undefined` if the file cannot be read. */
export function fileResponse(folder: string, file: string, status: number): StaticResponse | undefined {
  const body = readFile(path.join(folder, file));
  // The next build may change the file.
  const headers = { 'Content-Type': contentTypeOf(file), 'Cache-Control': 'no-cache' };
  return body && { status, headers: { ...headers, ETag: `"${hashOf(body)}"` }, body };
}

/** Whether the browser has the body of a response in its cache. */
export const isUnchanged = ({ status, headers }: StaticResponse, ifNoneMatch: string | undefined): boolean =>
  status === 200 && headers.ETag !== undefined && (ifNoneMatch ?? '').includes(headers.ETag);

const notFound = (): StaticResponse => ({
  status: 404,
  headers: { 'Content-Type': contentTypeOf('.txt') },
  body: Buffer.from('Not found.\n'),
});

const isFile = (file: string): boolean => statsOf(file)?.isFile() ?? false;

function readFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
