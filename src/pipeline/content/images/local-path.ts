import { readdirSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../../diagnostics/quote.ts';
import { realPath } from '../../util/file-stats.ts';

const PATH_HINT = 'A path is relative to the file that contains it, or to the content folder if it begins with `/`.';

/** The real path of a file. Some systems store the letters of names decomposed, others composed. */
export function findSource(root: string, relative: string): string | undefined {
  const spellings = new Set([relative, relative.normalize('NFC'), relative.normalize('NFD')]);
  for (const spelling of spellings) {
    const source = realPath(path.join(root, spelling));
    if (source !== undefined) return source;
  }
  return ASCII.test(relative) ? undefined : realPath(path.join(root, spelledAsListed(root, relative, sameLetters)));
}

const ASCII = /^[ -~]*$/;
const sameLetters = (name: string): string => name.normalize('NFC');
const sameName = (name: string): string => name.normalize('NFC').toLowerCase();

/** A path with each segment spelled as its folder lists it, where a name has the same key. */
function spelledAsListed(root: string, relative: string, keyOf: (name: string) => string): string {
  let found = '';
  for (const segment of relative.split('/')) {
    const listed = listNames(path.join(root, found)).find((name) => keyOf(name) === keyOf(segment));
    found = path.posix.join(found, listed ?? segment);
  }
  return found;
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A hint that names the file whose name differs only in case: some systems ignore case, hosts do not. */
export function hintFor(root: string, relative: string): { hint: string } {
  const listed = spelledAsListed(root, relative, sameName);
  const exists = listed !== relative && realPath(path.join(root, listed)) !== undefined;
  return { hint: exists ? `There is ${quote(listed)}: write the path with the same letters.` : PATH_HINT };
}

/** Markdown writes a space in a path as `%20`. */
export function percentDecoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
