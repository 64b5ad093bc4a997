import { realpathSync, type Stats, statSync } from 'node:fs';

/** The stats of a file or folder. `undefined` if there is none, or its path cannot be resolved. */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    // The name may be too long, or a symbolic link may form a loop.
    return undefined;
  }
}

/** A text that changes with a file: its times, size and inode. */
export const statsKey = ({ mtimeMs, ctimeMs, size, ino }: Stats): string => `${mtimeMs} ${ctimeMs} ${size} ${ino}`;

/** Some file systems store times with a resolution of up to two seconds: a second change may not change them. */
const TIME_RESOLUTION_MS = 2_000;

/** Whether a file changed so recently that another change may leave its `statsKey` the same. */
export const isRecent = ({ mtimeMs, ctimeMs }: Stats): boolean =>
  Math.max(mtimeMs, ctimeMs) >= Date.now() - TIME_RESOLUTION_MS;

/** A path with symbolic links resolved. `undefined` if there is no such file. */
export function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
