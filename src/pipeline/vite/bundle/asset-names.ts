import type { Font } from '../../settings/look/read-font.ts';

/** Rolldown refuses fewer characters for more than 64 chunks. The first load names all lazy files, and hashes do not compress. */
const HASH_LENGTH = 7;

/** The names of the files of the bundle, as options of the bundler. https://rollupjs.org/configuration-options/#output-chunkfilenames */
export const ASSET_NAMES = {
  entryFileNames: `assets/[name]-[hash:${HASH_LENGTH}].js`,
  chunkFileNames: `assets/[name]-[hash:${HASH_LENGTH}].js`,
  assetFileNames: `assets/[name]-[hash:${HASH_LENGTH}].[ext]`,
};

const ASSET_NAME = new RegExp(String.raw`([^/]+)-([\w-]{${HASH_LENGTH}})\.(\w+)$`);

interface AssetName {
  name: string;
  hash: string;
  /** Without the dot. */
  extension: string;
}

/** The parts of the path or URL of a file of the bundle, or undefined if it has no hash. */
export function splitAssetName(file: string): AssetName | undefined {
  const [, name, hash, extension] = ASSET_NAME.exec(file) ?? [];
  return name && hash && extension ? { name, hash, extension } : undefined;
}

/** The path of a font of the publisher in the output folder. */
export const fontFileName = ({ name, hash }: Pick<Font, 'name' | 'hash'>): string =>
  `assets/${name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w-]+/g, '-')
    .slice(0, MAX_NAME)}-${hash.slice(0, HASH_LENGTH)}.woff2`;

const MAX_NAME = 80;
