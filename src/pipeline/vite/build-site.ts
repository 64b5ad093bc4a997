import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ViteBuilder } from 'vite';
import type { BuildInfo, BundleFiles } from '../../model/edition.ts';
import { BUILD_FILE, EDITION_FILE } from '../../model/edition-files.ts';
import { createArticleStore } from '../content/cache/article-store.ts';
import {
  articlesFile,
  cacheWarning,
  coverageFile,
  fingerprintsFile,
  segmentsFile,
} from '../content/cache/cache-folder.ts';
import { openKeyedCache } from '../content/cache/keyed-cache.ts';
import { describeLayout } from '../content/files/describe-layout.ts';
import type { LocalImage } from '../content/images/read-local-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import { githubAnnotations } from '../diagnostics/github-annotations.ts';
import { PublisherError } from '../diagnostics/publisher-error.ts';
import { colorizeFor, count, formatDiagnostics } from '../diagnostics/report.ts';
import { type BuiltEdition, buildEdition } from '../edition/build-edition.ts';
import type { ReportSegment } from '../edition/coverage/grouping/report-segments.ts';
import { explainEmpty, explainOmitted, explainOrder, summaryLine } from '../edition/explain-counts.ts';
import { withApp } from '../output/data/edition.ts';
import { filesWithoutPages } from '../output/data/index.ts';
import type { OutputFile } from '../output/files/output-file.ts';
import { createOutputWriter, type OutputWriter, type WriteResult } from '../output/files/output-writer.ts';
import { packFiles, packListFile } from '../output/offline/pack-files.ts';
import { headersFile } from '../output/pages/headers-file.ts';
import { pageContext, pageGroups, versionOfShared } from '../output/pages/page-files.ts';
import { formerEventFiles, redirectFiles } from '../output/pages/redirect-files.ts';
import type { Template } from '../output/pages/template.ts';
import { webAppManifestFile } from '../output/pages/web-app-manifest-file.ts';
import { chooseWorkers } from '../output/rendering/choose-workers.ts';
import { createPageWriter } from '../output/rendering/page-writer.ts';
import { openSearchFiles } from '../output/search/open-search-file.ts';
import { type SegmentCache, type SegmentSummary, searchFiles } from '../output/search/search-files.ts';
import { syndicationFiles } from '../output/syndication/index.ts';
import { explainAccent } from '../settings/look/accent-palette.ts';
import { isAppIcon } from '../settings/look/icon-names.ts';
import type { Project } from '../settings/project.ts';
import { listFiles } from '../util/list-files.ts';
import { type AppBundle, loadAppBundle } from './bundle/app-bundle.ts';
import { earlierBundles } from './bundle/earlier-bundles.ts';
import { findSlowPaint } from './bundle/first-paint.ts';
import { removeWorkerFile, serviceWorkerFile } from './bundle/service-worker.ts';
import { describeSize } from './host-limits.ts';
import { iconFiles } from './icon-files.ts';
import { plannedPaths } from './public-files/planned-paths.ts';
import { describeCopied, rejectCollisions, writePublicFiles } from './public-files/write-public-files.ts';

/** Options that the `build` command passes to the plugin. Vite's command line does not allow options of a plugin. */
export interface BroadsheetApi {
  /** Ignores the caches: bundles the app, reads all content, renders all pages, and compares the bytes of all files. */
  isForced?: boolean;
  /** Prints the report of the build. The default is Vite's logger. */
  print?: (text: string) => void;
}

/**
 * Builds the site into Vite's output folder: the app, then the edition and the pages. `edition.json` is written last, so
 * that the files of an edition exist before readers see it. Deletes files of earlier builds that are no longer needed.
 * Throws a `PublisherError` if the content has errors or no articles.
 */
export async function buildSite(
  builder: ViteBuilder,
  project: Project,
  template: Template,
  { isForced = false, print }: BroadsheetApi,
): Promise<void> {
  const started = performance.now();
  const { config } = builder;
  const { contentDir, settings } = project;
  const outDir = path.resolve(config.root, config.build.outDir);
  const caches = {
    articles: articlesFile(config.root, contentDir),
    outputs: fingerprintsFile(config.root, outDir),
    search: segmentsFile(config.root, outDir),
    coverage: coverageFile(config.root, contentDir),
  };
  if (isForced) for (const file of Object.values(caches)) rmSync(file, { force: true });
  const store = createArticleStore({ root: contentDir, cacheFile: caches.articles });
  const coverageCache = openKeyedCache<ReportSegment>(caches.coverage);
  const built = buildEdition({ root: contentDir, settings, store, coverageCache });
  store.save();
  coverageCache.save();
  failOnErrors(built, project);
  const bundle = await loadAppBundle({ builder, template, settings, theme: built.theme, isForced });
  failOnSlowPaint(built, project, bundle);
  const { icon } = settings;
  const ofApp = publicFiles(config.publicDir).filter((file) => !(icon && isAppIcon(file.path)));
  const ofIcon = icon ? await iconFiles(icon) : [];
  const appFiles = [...ofApp, ...ofIcon, ...bundle.clientFiles].map((file) => file.path);
  rejectCollisions(built.publicFiles, plannedPaths(built, appFiles));
  const writer = createOutputWriter(outDir, caches.outputs);
  for (const file of [...ofApp, ...ofIcon]) writer.write(file);
  const segments = openKeyedCache<SegmentSummary>(caches.search);
  await writeSite({ writer, outDir, built, bundle, segments });
  segments.save();
  const written = describeWritten(writer.finish(), displayPath(config.root, outDir), performance.now() - started);
  const text = report(
    built,
    project,
    [
      explainOmitted(built.counts, built.settings),
      explainOrder(built.order),
      explainAccent(settings.site),
      describeCopied(built.publicFiles),
      written,
      cacheWarning(config.root),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  if (print) print(text);
  else config.logger.info(text);
}

/** Describes what was written, where, and how to view it. */
function describeWritten(result: WriteResult, folder: string, ms: number): string {
  const { written, kept, deleted, size, hasCompleted } = result;
  const files = `${folder}/: ${count(written, 'file')} written, ${kept} kept, ${deleted} deleted, ${(ms / 1000).toFixed(1)} s`;
  const completed = hasCompleted ? `${COMPLETED}\n` : '';
  return `${files}\n${completed}${describeSize(size)} \`npm run preview${previewOptions(folder)}\` shows it.`;
}

const COMPLETED = 'An earlier build into this folder did not finish. This one has completed it.';

/** The options of the preview server for a folder that is not the default. */
function previewOptions(folder: string): string {
  if (folder === 'dist') return '';
  return ` -- --outDir ${/\s/.test(folder) ? JSON.stringify(folder) : folder}`;
}

/** Throws if there are no articles, or if there are errors and `onError` is `fail`. Errors in settings always throw. */
function failOnErrors(built: BuiltEdition, project: Project): void {
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  if (project.diagnostics.some(isError)) throw new PublisherError(report(built, project, SETTING_ERRORS));
  if (project.settings.onError === 'fail' && built.diagnostics.some(isError))
    throw new PublisherError(report(built, project, ERRORS));
  if (built.articles.length === 0) throw new PublisherError(report(built, project, explainEmpty(built.counts)));
}

/** Throws if the publisher's own style rules are too large. Only the bundle shows it. */
function failOnSlowPaint(built: BuiltEdition, project: Project, bundle: AppBundle): void {
  const diagnostic = built.theme === undefined ? undefined : findSlowPaint(bundle);
  if (!diagnostic) return;
  throw new PublisherError(report({ ...built, diagnostics: [...built.diagnostics, diagnostic] }, project, ''));
}

const SETTING_ERRORS = 'The settings have errors. Nothing is built with them.';
const ERRORS = 'The content has errors. `onError: skip` builds the site without the files that have errors.';

/** The report of a build: as what the folder is read, the diagnostics, the outcome, and the counts of files in the last line. */
function report({ diagnostics, counts }: BuiltEdition, project: Project, outcome: string): string {
  const all = [...project.diagnostics, ...diagnostics];
  const annotations = githubAnnotations(all, project.contentDir, process.env);
  const layout = describeLayout(project.contentDir, project.settings.articles);
  const list = formatDiagnostics(all, { colorize: colorizeFor(process.stdout) });
  return [layout, list, annotations, outcome, summaryLine(counts)].filter(Boolean).join('\n\n');
}

interface SiteToWrite {
  writer: OutputWriter;
  outDir: string;
  built: BuiltEdition;
  bundle: AppBundle;
  segments: SegmentCache;
}

/**
 * In this order, files are written before the pages and the edition that refer to them. The search index and the packs
 * belong to the edition, and are written beside the pages.
 */
async function writeSite({ writer, outDir, built, bundle, segments }: SiteToWrite): Promise<void> {
  for (const file of bundle.clientFiles) writer.write(file);
  const { app } = bundle;
  const current = {
    app,
    files: bundle.clientFiles.map(({ path: name }) => name).filter((name) => name.startsWith('assets/')),
  };
  const earlier = earlierBundles(outDir, current);
  for (const { files } of earlier) for (const name of files) writer.keep(name);
  for (const image of built.localImages) writer.write(imageFile(image));
  let last: OutputFile | undefined;
  for (const file of filesWithoutPages(built)) {
    if (file.path === EDITION_FILE) last = withApp(file, app);
    else writer.write(file);
  }
  const buildInfo: BuildInfo = { builtAt: new Date().toISOString(), bundles: [current, ...earlier] };
  writer.write({ path: BUILD_FILE, body: JSON.stringify(buildInfo) });
  writer.write(headersFile(bundle.template));
  writer.write(webAppManifestFile(built.settings));
  for (const file of openSearchFiles(built.settings.site)) writer.write(file);
  await writePages({ writer, built, bundle, segments });
  // A redirect may replace the page of an article that moved, so its target is written first.
  for (const file of redirectFiles(built)) writer.write(file);
  for (const file of formerEventFiles(built, writer.leftFiles())) writer.write(file);
  for (const file of syndicationFiles(built)) writer.write(file);
  writePackList(writer, built);
  writePublicFiles(writer, built.publicFiles);
  writer.write(await workerFile(built, bundle, current));
  if (last) writer.write(last);
}

/** The list of the packs, which has their sizes. */
function writePackList(writer: OutputWriter, built: BuiltEdition): void {
  if (built.settings.offline === 'off') return;
  writer.flush();
  writer.write(packListFile(built, writer.sizeOf));
}

/** The service worker, which names files that must have been written. */
async function workerFile(built: BuiltEdition, bundle: AppBundle, current: BundleFiles): Promise<OutputFile> {
  if (!built.settings.serviceWorker) return removeWorkerFile();
  const shellVersion = versionOfShared(built, bundle.rendererVersion);
  return serviceWorkerFile({ code: bundle.workerCode, shellVersion, pages: built.pages, ...current });
}

async function writePages({ writer, built, bundle, segments }: Omit<SiteToWrite, 'outDir'>): Promise<void> {
  const context = pageContext(built, bundle.template);
  const pages = createPageWriter({ writer, context, workers: chooseWorkers(process.env), bundle: bundle.server });
  try {
    pages.add(searchFiles(built, segments));
    if (built.settings.offline !== 'off') pages.add(packFiles(built));
    for (const group of pageGroups(built, bundle.rendererVersion)) await pages.write(group);
    pages.finish();
  } finally {
    await pages.close();
  }
}

/** The path of an image contains a hash of its bytes, so it is also its version. */
const imageFile = ({ source, output }: LocalImage) => ({
  path: output,
  version: output,
  get body() {
    return readFileSync(source);
  },
});

const publicFiles = (folder: string) =>
  listFiles(folder).map((name) => ({
    path: name,
    get body() {
      return readFileSync(path.join(folder, name));
    },
  }));
