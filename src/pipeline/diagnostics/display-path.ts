import path from 'node:path';
import { printable } from './quote.ts';

/** A path for display: relative to `folder` if it is inside, with forward slashes, safe to print. */
export function displayPath(folder: string, file: string): string {
  const relative = path.relative(folder, file);
  const isOutside = relative.startsWith('..') || path.isAbsolute(relative);
  return printable((isOutside ? file : relative).replaceAll(path.sep, '/'));
}
