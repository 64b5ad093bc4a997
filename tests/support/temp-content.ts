import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTempFolder } from './temp-folder.ts';

/** Creates a content folder with these files, by path: `{ 'a.md': '---\n…' }`. */
export function writeContent(files: Record<string, string | Uint8Array>): string {
  const folder = createTempFolder('content');
  for (const [name, body] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, body);
  }
  return folder;
}

/** Copies a content folder, so that a test can change it. */
export function copyContent(source: string): string {
  const folder = createTempFolder('content');
  cpSync(source, folder, { recursive: true });
  return folder;
}
