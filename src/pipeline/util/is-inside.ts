import path from 'node:path';

/** Whether a path is below a folder. A file may have a name like `..drafts`, so the first segment is compared as a whole. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && relative.split(path.sep, 1)[0] !== '..' && !path.isAbsolute(relative);
}
