import type { KeptCache } from '../files/kept-cache.ts';

/*
 * The list of the stored files, so that an update knows which ones it must delete. Only an update that has ended leaves a
 * list. After one that was interrupted, the cache itself is asked.
 */

/** Where the list is stored, in the cache itself. There is no such file. */
const FILE_LIST_PATH = 'data/offline/files';

/** Stores the list of a cache without files. */
export const startFileList = (cache: KeptCache): Promise<void> => cache.write(FILE_LIST_PATH, []);

interface TrackedFiles {
  /** The cache. What is stored with it is known. */
  tracked: KeptCache;
  /** Deletes all files but these, and stores the list of these. */
  keepOnly: (paths: ReadonlySet<string>) => Promise<void>;
}

/** Takes the list away until `keepOnly` is called. */
export async function trackFiles(cache: KeptCache): Promise<TrackedFiles> {
  const listed = (await cache.read(FILE_LIST_PATH)) as string[] | undefined;
  if (listed) await cache.delete(FILE_LIST_PATH);
  const stored = new Set(listed);
  return {
    tracked: {
      ...cache,
      write: (path, ...rest) => {
        stored.add(path);
        return cache.write(path, ...rest);
      },
      put: (path, response) => {
        stored.add(path);
        return cache.put(path, response);
      },
    },
    keepOnly: async (paths) => {
      if (listed) for (const path of [...stored].filter((each) => !paths.has(each))) await cache.delete(path);
      else await cache.deleteOthers(paths);
      await cache.write(FILE_LIST_PATH, [...paths].sort());
    },
  };
}
