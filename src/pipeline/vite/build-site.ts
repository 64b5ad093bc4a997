import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ViteBuilder } from 'vite';
import { BUILD_FILE, EDITION_FILE } from '../../model/edition-files.ts';
import { createArticleStore } from '../content/cache/article-store.ts';
import { articlesFile, fingerprintsFile } from '../content/cache/cache-folder.ts';
import type { LocalImage } from '../content/images/local-images.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { githubAnnotations } from '../diagnostics/github-annotations.ts';
import { PublisherError } from '../diagnostics/publisher-error.ts';
import { colorizeFor, count, formatDiagnostics } from '../diagnostics/report.ts';
import { type BuiltEdition, buildEdition } from '../edition/build-edition.ts';
import { explainEmpty, explainOmitted, summaryLine } from '../edition/explain-counts.ts';
import { editionFiles } from '../output/data/index.ts';
import type { OutputFile } from '../output/files/output-file.ts';
import { createOutputWriter, type OutputWriter, type WriteResult } from '../output/files/output-writer.ts';
import { headersFile } from '../output/pages/headers-file.ts';
import { type PageRenderer, pageFiles } from '../output/pages/page-files.ts';
import { redirectFiles } from '../output/pages/redirect-files.ts';
import { rendererVersion, type Template } from '../output/pages/template.ts';
import { webAppManifestFile } from '../output/pages/web-app-manifest-file.ts';
import { syndicationFiles } from '../output/syndication/index.ts';
import type { Project } from '../settings/project.ts';
import { describeSize } from './host-limits.ts';
import { loadServerBundle, serverBundleDir } from './server-bundle.ts';

/** What the `build` command tells the plugin: Vite's command line has no options of ours. */
export interface BroadsheetApi {
  /** Reads and writes everything again, without the caches. */
  isForced?: boolean;
  /** Prints what a publisher needs to know. Without it, Vite's logger does. */
  print?: (text: string) => void;
}

/**
 * Builds the whole site into Vite's output folder: the app, then the edition and the pages, `edition.json` last, so
 * that a reader never meets an edition whose files are not there yet. What an earlier build left over is deleted.
 * Throws a `PublisherError` when the content does not allow it.
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
  const caches = { articles: articlesFile(config.root, contentDir), outputs: fingerprintsFile(config.root, outDir) };
  if (isForced) for (const file of Object.values(caches)) rmSync(file, { force: true });
  const store = createArticleStore({ root: contentDir, cacheFile: caches.articles });
  const built = buildEdition({ root: contentDir, settings, store });
  store.save();
  failOnErrors(built, project);
  const { client, ssr } = builder.environments;
  if (!client || !ssr) throw new Error('Vite gave no client or ssr environment');
  await builder.build(client);
  await builder.build(ssr);

  const writer = createOutputWriter(outDir, caches.outputs);
  for (const name of [...template.assets, ...listFiles(config.publicDir)]) writer.keep(name);
  const bundle = path.resolve(config.root, serverBundleDir);
  const renderer: PageRenderer = {
    app: await loadServerBundle(bundle),
    template,
    version: rendererVersion(template, bundle),
  };
  writeSite(writer, built, renderer);
  rmSync(bundle, { recursive: true, force: true });
  const written = describeWritten(writer.finish(), relativePath(config.root, outDir), performance.now() - started);
  const text = report(
    built,
    project,
    [explainOmitted(built.counts, built.settings), written].filter(Boolean).join('\n\n'),
  );
  if (print) print(text);
  else config.logger.info(text);
}

/** What was written, where, and how to look at it. */
function describeWritten({ written, kept, deleted, size }: WriteResult, folder: string, ms: number): string {
  const files = `${folder}: ${count(written, 'file')} written, ${kept} kept, ${deleted} deleted, ${(ms / 1000).toFixed(1)} s`;
  return `${files}\n${describeSize(size)} \`npm run preview\` shows it.`;
}

/** A folder as one types it, with forward slashes. */
function relativePath(root: string, folder: string): string {
  const relative = path.relative(root, folder).replaceAll(path.sep, '/');
  return `${relative.startsWith('..') || path.isAbsolute(relative) ? folder : relative}/`;
}

/** Ends the build where its content has errors, if the settings ask for that, or where there is nothing to show. */
function failOnErrors(built: BuiltEdition, project: Project): void {
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const mustFail =
    project.diagnostics.some(isError) || (project.settings.onError === 'fail' && built.diagnostics.some(isError));
  if (mustFail) throw new PublisherError(report(built, project, ERRORS));
  if (built.articles.length === 0) throw new PublisherError(report(built, project, explainEmpty(built.counts)));
}

const ERRORS = 'The content has errors. `onError: skip` builds without the files that have them.';

/** All that is wrong with the content, what came of it, and, last, the line in which nothing is lost. */
function report({ diagnostics, counts }: BuiltEdition, project: Project, outcome: string): string {
  const all = [...project.diagnostics, ...diagnostics];
  const annotations = githubAnnotations(all, project.contentDir, process.env);
  return [formatDiagnostics(all, colorizeFor(process.stdout)), annotations, outcome, summaryLine(counts)]
    .filter(Boolean)
    .join('\n\n');
}

/** In this order, so that a reader never meets a page or an edition whose files are not there yet. */
function writeSite(writer: OutputWriter, built: BuiltEdition, renderer: PageRenderer): void {
  for (const image of built.localImages) writer.write(imageFile(image));
  let last: OutputFile | undefined;
  for (const file of editionFiles(built)) {
    if (file.path === EDITION_FILE) last = file;
    else writer.write(file);
  }
  writer.write({ path: BUILD_FILE, body: JSON.stringify({ builtAt: new Date().toISOString() }) });
  writer.write(headersFile(renderer.template));
  writer.write(webAppManifestFile(built.settings.site));
  for (const page of pageFiles(built, renderer)) writer.write(page);
  // A redirect may take the place of a page that has moved: where it leads to is there by now.
  for (const file of redirectFiles(built)) writer.write(file);
  for (const file of syndicationFiles(built)) writer.write(file);
  if (last) writer.write(last);
}

/** A picture has a hash of its bytes in its name. */
const imageFile = ({ source, output }: LocalImage) => ({
  path: output,
  version: output,
  get body() {
    return readFileSync(source);
  },
});

function listFiles(dir: string): string[] {
  if (!dir) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}
