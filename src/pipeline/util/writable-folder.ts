import { accessSync, constants, mkdirSync } from 'node:fs';

/** Whether files can be written into a folder. Creates it if there is none. */
export function isWritableFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
