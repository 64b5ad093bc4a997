import {
  type ArticlePack,
  PACK_SIZE,
  PACKS_FILE,
  PACKS_FORMAT,
  type PackEntry,
  type PackList,
  packFile,
  searchPackFile,
} from '../../../model/offline/packs.ts';
import { segmentRanges } from '../../../model/search/search-index.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { ArticleSerializer } from '../../edition/serialize-articles.ts';
import { hashOf } from '../../util/hash.ts';
import { jsonFile, lazyFile, type OutputFile } from '../files/output-file.ts';

/** The packs of the listed articles, oldest first. */
export const packFiles = ({ articles, serializer }: BuiltEdition): OutputFile[] =>
  packs(articles).map((pack, index) => packFileOf(packFile(index + 1), pack, serializer));

/** The articles of each pack, from the oldest: so a new article changes only the last pack. */
function packs(newestFirst: readonly ArticleRecord[]): ArticleRecord[][] {
  const oldestFirst = newestFirst.toReversed();
  return Array.from({ length: Math.ceil(oldestFirst.length / PACK_SIZE) }, (_, index) =>
    oldestFirst.slice(index * PACK_SIZE, (index + 1) * PACK_SIZE),
  );
}

/** A file with the JSON of an `ArticlePack`. */
function packFileOf(path: string, articles: readonly ArticleRecord[], serializer: ArticleSerializer): OutputFile {
  const { summary, summaryVersion, article, articleVersion } = serializer;
  const version = (): string =>
    hashOf(articles.map((record) => `${summaryVersion(record)} ${articleVersion(record)}`).join('\n')).slice(0, 8);
  const body = (): string => {
    const fields = [
      ['version', JSON.stringify(version())],
      ['summaries', `[${articles.map(summary).join(',')}]`],
      ['articles', `[${articles.map(article).join(',')}]`],
    ] as const satisfies [keyof ArticlePack, string][];
    return `{${fields.map(([name, json]) => `"${name}":${json}`).join(',')}}`;
  };
  return lazyFile({ path, version, body });
}

/** The list of the packs. `sizeOf` gives the size of a file that was written, in bytes. */
export function packListFile(built: BuiltEdition, sizeOf: (path: string) => number): OutputFile {
  const { articles, imagesOf, settings } = built;
  const ranges = settings.search === false ? [] : segmentRanges(articles.length);
  const files = packFiles(built);
  const list: PackList = {
    format: PACKS_FORMAT,
    total: articles.length,
    packs: packs(articles).map((pack, index): PackEntry => {
      const { path, version } = files[index] as OutputFile;
      const images = new Set(pack.flatMap(({ file }) => imagesOf.get(file) ?? []));
      const imageBytes = [...images].reduce((sum, image) => sum + sizeOf(image), 0);
      return imageBytes > 0 ? [version, sizeOf(path), imageBytes] : [version, sizeOf(path)];
    }),
    search: ranges.map((range) => sizeOf(searchPackFile(range))),
  };
  return jsonFile(PACKS_FILE, list);
}
