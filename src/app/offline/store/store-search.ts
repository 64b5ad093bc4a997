import { searchPackFile } from '../../../model/offline/packs.ts';
import { SEARCH_MANIFEST_FILE } from '../../../model/search/search-index.ts';
import { fetchSearchManifest, fetchSearchPack } from '../files/fetch-files.ts';
import { inParallel } from '../files/in-parallel.ts';
import type { KeptCache } from '../files/kept-cache.ts';

/** What is stored of a segment of the index, in the place of its pack. */
interface Receipt {
  version: string;
  paths: string[];
}

interface SearchInput {
  cache: KeptCache;
  signal: AbortSignal;
  /** Called when a segment is stored, with its index. */
  onSegment: (index: number) => void;
}

/** Stores the index of the search. Segments that are stored already are not fetched. Returns the paths of all files. */
export async function storeSearch({ cache, signal, onSegment }: SearchInput): Promise<string[]> {
  const manifest = await fetchSearchManifest(signal);
  const paths: string[] = [SEARCH_MANIFEST_FILE];
  for (const [index, segment] of manifest.segments.entries()) {
    const receiptPath = searchPackFile(segment);
    let receipt = (await cache.read(receiptPath)) as Receipt | undefined;
    if (receipt?.version !== segment.version) {
      const { files, version } = await fetchSearchPack(segment, signal);
      await inParallel(Object.entries(files), signal, ([path, file]) => cache.write(path, file));
      receipt = { version, paths: Object.keys(files) };
      await cache.write(receiptPath, receipt);
    }
    paths.push(receiptPath, ...receipt.paths);
    onSegment(index);
  }
  await cache.write(SEARCH_MANIFEST_FILE, manifest);
  return paths;
}
