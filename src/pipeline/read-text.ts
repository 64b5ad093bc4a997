import { readFileSync, statSync } from 'node:fs';

/** The largest content file, in bytes. */
const MAX_BYTES = 2_000_000;

export type ReadResult = { text: string } | { problem: { code: string; message: string } };

/** Reads a content file as UTF-8. A byte order mark is dropped. Never throws: what is wrong is said in words. */
export function readText(file: string): ReadResult {
  try {
    if (statSync(file).size > MAX_BYTES) return fail('too-large', 'The file is larger than 2 MB.');
    const bytes = readFileSync(file);
    if (bytes.includes(0)) return fail('not-text', 'The file holds NUL bytes: it is not UTF-8 text.');
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return fail('not-utf-8', 'The file holds bytes that are not UTF-8.');
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return fail('unreadable', `The file cannot be read${reason}.`);
  }
}

const fail = (code: string, message: string): ReadResult => ({ problem: { code, message } });
