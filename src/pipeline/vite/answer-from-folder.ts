import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { contentTypeOf } from '../util/content-types.ts';
import { hashOf } from '../util/hash.ts';
import { resolveRequest } from '../util/path-to-file.ts';

/** The answer to a request, before its method and headers are considered. */
export interface FolderAnswer {
  status: number;
  headers: Record<string, string>;
  body?: Buffer;
}

/** A built site: its folder, and its base path, which begins and ends with a slash. */
export interface SiteFolder {
  folder: string;
  basePath: string;
}

/** Answers a request for a URL as a plain static host does, from the files of a folder. */
export function answerFromFolder(url: string, { folder, basePath }: SiteFolder): FolderAnswer {
  const target = resolveRequest(url, basePath, (file) => isFile(path.join(folder, file)));
  if (target && 'location' in target) return { status: 301, headers: { Location: target.location } };
  return (target && sendFile(folder, target.file, 200)) ?? sendFile(folder, '404.html', 404) ?? notFound();
}

/** A file of the folder, or nothing when it cannot be read. */
export function sendFile(folder: string, file: string, status: number): FolderAnswer | undefined {
  const body = readFile(path.join(folder, file));
  // The next build may change the file.
  const headers = { 'Content-Type': contentTypeOf(file), 'Cache-Control': 'no-cache' };
  return body && { status, headers: { ...headers, ETag: `"${hashOf(body)}"` }, body };
}

/** Whether the browser's cache holds the body of an answer. */
export const isUnchanged = ({ status, headers }: FolderAnswer, ifNoneMatch: string | undefined): boolean =>
  status === 200 && headers.ETag !== undefined && (ifNoneMatch ?? '').includes(headers.ETag);

const notFound = (): FolderAnswer => ({
  status: 404,
  headers: { 'Content-Type': contentTypeOf('.txt') },
  body: Buffer.from('Not found.\n'),
});

function isFile(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // The name is too long, or a link leads to itself.
    return false;
  }
}

function readFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
