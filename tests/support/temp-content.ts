import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTempFolder } from './temp-folder.ts';

/** Makes a content folder of these files, by path: `{ 'a.md': '---\n…' }`. */
export function writeContent(files: Record<string, string>): string {
  const folder = createTempFolder('content');
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Makes a copy of a content folder, to be changed at will. */
export function copyContent(source: string): string {
  const folder = createTempFolder('content');
  cpSync(source, folder, { recursive: true });
  return folder;
}
