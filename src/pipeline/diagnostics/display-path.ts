import path from 'node:path';
import { isInside } from '../util/is-inside.ts';
import { printable } from './quote.ts';

/** A path for display: relative to `folder` if it is inside, with forward slashes, safe to print. */
export function displayPath(folder: string, file: string): string {
  return printable((isInside(folder, file) ? path.relative(folder, file) : file).replaceAll(path.sep, '/'));
}
