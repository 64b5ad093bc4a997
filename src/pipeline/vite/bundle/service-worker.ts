import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';
import type { PageLabel } from '../../../model/edition.ts';
import { WORKER_FILE, type WorkerBuild } from '../../../model/offline/service-worker.ts';
import type { OutputFile } from '../../output/files/output-file.ts';
import { hashOf } from '../../util/hash.ts';
import { splitAssetName } from './asset-names.ts';

interface WorkerInput {
  /** The bundled code of `src/worker/service-worker.ts`. */
  code: string;
  /** See `Edition.app`. */
  app: string;
  /** The paths of the files of the bundle. Their names have hashes. */
  files: readonly string[];
  /** The pages of the publisher. */
  pages: readonly PageLabel[];
  /** Changes with the page that the worker keeps. It has links to these pages. */
  shellVersion: string;
}

/** The service worker of a build. It changes only if the app or the shell does. */
export function serviceWorkerFile({ code, app, files, pages, shellVersion }: WorkerInput): OutputFile {
  const version = hashOf([shellVersion, ...files].join('\n')).slice(0, 8);
  const build: WorkerBuild = {
    app,
    version,
    files: files.filter((file) => !isLoadedOnUse(file)),
    otherFiles: files.filter(isLoadedOnUse),
    pages: pages.map(({ slug }) => ({ slug })),
  };
  return workerFile(`const WORKER_BUILD=${JSON.stringify(build)};\n${code}`);
}

/**
 * Code for searches, the filter panel, videos, downloads, reports on one event and what is kept for offline is kept when
 * it is used, as are the publisher's fonts: what every reader stores stays below 150 KB.
 */
const LOADED_ON_USE = new Set([
  'search',
  'search-page',
  'filter-panel',
  'filter-sheet',
  'client-zip',
  'video-player',
  'coverage',
  'event-page',
  'keep',
  'keep-sheet',
  'keep-settings',
]);

const isLoadedOnUse = (file: string): boolean =>
  file.endsWith('.woff2') || LOADED_ON_USE.has(splitAssetName(file)?.name ?? '');

const REMOVE_WORKER = new URL('../../../worker/remove-worker.ts', import.meta.url);

/** The service worker of a site without one: it removes another that browsers have from an earlier build. */
export async function removeWorkerFile(): Promise<OutputFile> {
  const { code } = await transformWithOxc(readFileSync(REMOVE_WORKER, 'utf8'), 'remove-worker.ts', {
    sourcemap: false,
  });
  return workerFile(code);
}

const workerFile = (body: string): OutputFile => ({ path: WORKER_FILE, version: hashOf(body), body });
