import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildInfo, BundleFiles } from '../../../model/edition.ts';
import { BUILD_FILE } from '../../../model/edition-files.ts';

/** How many earlier bundles stay in the output folder. */
const MAX_EARLIER = 2;

/**
 * The bundles of the app that are in the output folder besides a new one, newest first: a tab that was opened before a
 * deployment loads its code from them. A build with the same code is the same bundle.
 */
export function earlierBundles(outDir: string, current: BundleFiles): BundleFiles[] {
  return readBundles(path.join(outDir, BUILD_FILE))
    .filter(({ app }) => app !== current.app)
    .slice(0, MAX_EARLIER);
}

function readBundles(file: string): BundleFiles[] {
  try {
    const { bundles } = JSON.parse(readFileSync(file, 'utf8')) as BuildInfo;
    return Array.isArray(bundles) ? bundles.filter(isBundle) : [];
  } catch {
    return [];
  }
}

const isBundle = (value: unknown): value is BundleFiles => {
  const { app, files } = Object(value) as Partial<BundleFiles>;
  return typeof app === 'string' && Array.isArray(files) && files.every((name) => typeof name === 'string');
};
