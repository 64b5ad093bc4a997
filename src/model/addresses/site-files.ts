/* The names of files in the root of every site. `service-worker.ts` has those of the worker and of its shell. */

export const MANIFEST_FILE = 'manifest.webmanifest';
/** The headers that some hosts send with files. */
export const HEADERS_FILE = '_headers';
