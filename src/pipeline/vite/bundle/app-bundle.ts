import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ViteBuilder } from 'vite';
import { cacheFolder } from '../../content/cache/cache-folder.ts';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import { printable } from '../../diagnostics/quote.ts';
import { describeSystemError } from '../../diagnostics/system-error.ts';
import type { OutputFile } from '../../output/files/output-file.ts';
import type { Template } from '../../output/pages/template.ts';
import type { Settings } from '../../settings/settings.ts';
import { hashOf } from '../../util/hash.ts';
import { listFiles } from '../../util/list-files.ts';
import { bundleKey } from './bundle-key.ts';

/** What Vite makes of the app: the files for browsers, and the code that renders pages. */
export interface AppBundle {
  template: Template;
  /** The URLs of the server bundle and of the code of the threads that render pages. */
  server: { app: URL; worker: URL };
  /** A hash of the template and of the server bundle: what the HTML of a page depends on, besides its data. */
  rendererVersion: string;
  /** Scripts, styles and other assets. */
  clientFiles: ClientFile[];
  /** The code of the service worker. */
  workerCode: string;
  /** See `Edition.app`. */
  app: string;
}

type ClientFile = Pick<OutputFile, 'path' | 'version'> & { readonly body: Buffer };

/** The description of a bundle in the cache folder. */
interface BundleRecord {
  html: string;
  hasFonts: boolean;
  chunks: [module: string, files: string[]][];
  /** The hash of each file, by its path relative to the folder of the bundle. */
  files: Record<string, string>;
}

const RECORD_FILE = 'bundle.json';
const WORKER_CODE = 'worker/service-worker.js';

/** The folder of a bundle that is being built. Each process has its own: builds may overlap. */
const buildDir = (root: string): string => path.join(cacheFolder(root), `bundle-${process.pid}.tmp`);

/** The folders into which Vite bundles, relative to the project's root. */
export function bundleFolders(root: string): { client: string; server: string; worker: string } {
  const folder = path.relative(root, buildDir(root)).replaceAll(path.sep, '/');
  return { client: `${folder}/client`, server: `${folder}/server`, worker: `${folder}/worker` };
}

interface BundleInput {
  builder: ViteBuilder;
  /** Filled by a hook of the plugin while Vite builds the client. */
  template: Template;
  settings: Settings;
  /** The publisher's own style rules. */
  theme?: string | undefined;
  /** Bundles although the cache has the bundle. */
  isForced: boolean;
}

/** Returns the bundle of the app from the cache, or builds it if anything it depends on has changed, see `bundleKey`. */
export async function loadAppBundle({ builder, template, settings, theme, isForced }: BundleInput): Promise<AppBundle> {
  const { config, environments } = builder;
  const cache = cacheFolder(config.root);
  const folder = path.join(cache, `bundle-${bundleKey(config, settings, theme)}`);
  const cached = isForced ? undefined : readBundle(folder, config.base);
  if (cached) {
    const now = new Date();
    utimesSync(folder, now, now);
    // Otherwise Vite builds all environments after the hooks of plugins.
    for (const environment of Object.values(environments)) environment.isBuilt = true;
    return cached;
  }
  const temporary = buildDir(config.root);
  emptyFolder(temporary);
  try {
    const { client, ssr, worker } = environments;
    if (!client || !ssr || !worker) throw new Error('Vite lacks an environment');
    await builder.build(client);
    await builder.build(ssr);
    await builder.build(worker);
    writeRecord(temporary, template);
    const built = readBundle(temporary, config.base);
    // Another process may have built the same bundle, and may be using it.
    if (isForced || !readBundle(folder, config.base)) replaceFolder(temporary, folder);
    pruneBundles(cache);
    if (built) return { ...built, server: serverUrls(folder) };
    throw new Error(`The bundle in ${temporary} was changed while it was being built`);
  } catch (error) {
    throw describeBundlerError(error, temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function emptyFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotBundle(folder, error);
  }
}

const cannotBundle = (folder: string, error: unknown): PublisherError =>
  new PublisherError(`The app cannot be bundled into ${printable(folder)}: ${describeSystemError(error)}.`);

/** An error that names the reason if a file could not be written, else `error`. */
function describeBundlerError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  // Vite's bundler is written in Rust, and has the number of the system's error at the end of a line of its message.
  const number = Number(/\(os error (\d+)\)/.exec(error.message)?.[1]);
  const code = Object.entries(constants.errno).find(([, value]) => value === number)?.[0];
  if (code !== undefined) return cannotBundle(folder, Object.assign(error, { code }));
  return 'syscall' in error ? cannotBundle(folder, error) : error;
}

function replaceFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}

/** The entry points of the `ssr` environment. */
export const SERVER_ENTRIES = {
  app: 'src/app/entry-server.tsx',
  worker: 'src/pipeline/output/rendering/page-worker.ts',
};

const serverUrls = (folder: string): AppBundle['server'] => ({
  app: pathToFileURL(path.join(folder, 'server/app.js')),
  worker: pathToFileURL(path.join(folder, 'server/worker.js')),
});

function writeRecord(folder: string, { html, hasFonts, chunks }: Template): void {
  const files = Object.fromEntries(
    listFiles(folder).map((name) => [name, hashOf(readFileSync(path.join(folder, name)))]),
  );
  const record: BundleRecord = { html, hasFonts, chunks: [...chunks], files };
  writeFileSync(path.join(folder, RECORD_FILE), JSON.stringify(record));
}

/** Reads a bundle from the cache. `undefined` if there is none, or if one of its files is damaged. */
function readBundle(folder: string, basePath: string): AppBundle | undefined {
  try {
    const record = JSON.parse(readFileSync(path.join(folder, RECORD_FILE), 'utf8')) as BundleRecord;
    const { html, hasFonts, chunks, files } = record;
    const clientFiles: ClientFile[] = [];
    for (const [name, version] of Object.entries(files)) {
      const body = readFileSync(path.join(folder, name));
      if (hashOf(body) !== version) return undefined;
      if (name.startsWith('client/')) clientFiles.push({ path: name.slice('client/'.length), version, body });
    }
    const serverCode = Object.entries(files).filter(([name]) => name.startsWith('server/'));
    return {
      template: { html, hasFonts, chunks: new Map(chunks), basePath },
      server: serverUrls(folder),
      rendererVersion: hashOf(JSON.stringify([html, chunks, serverCode])),
      clientFiles,
      workerCode: readFileSync(path.join(folder, WORKER_CODE), 'utf8'),
      app: /<script type="module"[^>]* src="(?:[^"]*\/)?([^"/]+)"/.exec(html)?.[1] ?? '',
    };
  } catch {
    return undefined;
  }
}

const MAX_BUNDLES = 8;

/** Deletes the bundles that were not used for the longest time, and what builds left that were killed. */
function pruneBundles(cache: string): void {
  try {
    const bundles = readdirSync(cache).filter((name) => /^bundle-[\w-]{16}$/.test(name));
    const usedAt = new Map(bundles.map((name) => [name, statSync(path.join(cache, name)).mtimeMs]));
    const stale = bundles.sort((a, b) => (usedAt.get(b) ?? 0) - (usedAt.get(a) ?? 0)).slice(MAX_BUNDLES);
    for (const name of [...stale, ...readdirSync(cache).filter(isAbandoned)])
      rmSync(path.join(cache, name), { recursive: true, force: true });
  } catch {
    // Another process may delete the same folders.
  }
}

/** Whether a folder belongs to a process that has ended. */
function isAbandoned(name: string): boolean {
  const pid = Number(/^(?:bundle|pipeline|server)-(\d+)(?:\.tmp)?$/.exec(name)?.[1]);
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}
