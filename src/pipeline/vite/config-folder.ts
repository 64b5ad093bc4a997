import path from 'node:path';
import { isWritableFolder } from '../util/writable-folder.ts';

/** Whether Vite can bundle its configuration: it writes the result into this folder and imports it. */
export const canBundleConfig = (root: string): boolean => isWritableFolder(path.join(root, 'node_modules/.vite-temp'));
