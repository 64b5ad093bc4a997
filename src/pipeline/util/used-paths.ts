/** The file that a new file is in conflict with. */
interface Conflict<Owner> {
  owner: Owner;
  /** Whether both have the same name. Else one needs a file where the other needs a folder. */
  isSame: boolean;
}

/** The files of the site that are in use. */
export interface UsedPaths<Owner> {
  /** Adds a file, by its path relative to the folder of the site. */
  add: (file: string, owner: Owner) => void;
  /** Finds what keeps a file from being there; `undefined` if nothing does. */
  find: (file: string) => Conflict<Owner> | undefined;
}

/** Paths with the same key are the same file: some file systems ignore case. */
export function createUsedPaths<Owner>(keyOf: (file: string) => string): UsedPaths<Owner> {
  const files = new Map<string, Owner>();
  const folders = new Map<string, Owner>();
  return {
    add(file, owner) {
      const key = keyOf(file);
      files.set(key, owner);
      for (const folder of foldersOf(key)) {
        if (folders.has(folder)) break;
        folders.set(folder, owner);
      }
    },
    find(file) {
      const key = keyOf(file);
      const same = files.get(key);
      if (same !== undefined) return { owner: same, isSame: true };
      const other = folders.get(key) ?? foldersOf(key).flatMap((folder) => files.get(folder) ?? [])[0];
      return other === undefined ? undefined : { owner: other, isSame: false };
    },
  };
}

/** The parent folders of a file, nearest first. */
function foldersOf(file: string): string[] {
  const segments = file.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, segments.length - 1 - index).join('/'));
}
