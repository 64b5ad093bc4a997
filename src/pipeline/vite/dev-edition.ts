import { existsSync } from 'node:fs';
import path from 'node:path';
import { articlePath } from '../../model/addresses/permalinks.ts';
import { SEARCH_MANIFEST_FILE } from '../../model/search/search-index.ts';
import { createArticleStore } from '../content/cache/article-store.ts';
import { articlesFile, coverageFile } from '../content/cache/cache-folder.ts';
import { openKeyedCache } from '../content/cache/keyed-cache.ts';
import { readArticle } from '../content/read-article.ts';
import { readTextFile } from '../content/read-text-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../diagnostics/report.ts';
import { assembleEdition, readContent } from '../edition/build-edition.ts';
import type { ReportSegment } from '../edition/coverage/grouping/report-segments.ts';
import { summaryLine } from '../edition/explain-counts.ts';
import { type Changed, type Update, updateEdition } from '../edition/update-edition.ts';
import { editionFiles } from '../output/data/index.ts';
import type { OutputFile } from '../output/files/output-file.ts';
import { searchFiles } from '../output/search/search-files.ts';
import { syndicationFiles } from '../output/syndication/index.ts';
import { onlyIcon } from '../settings/look/icon-names.ts';
import { type Project, readProject } from '../settings/project.ts';
import type { Settings } from '../settings/settings.ts';
import { fileAtPath } from '../util/path-to-file.ts';

/** The edition that the dev server serves from memory. It follows the content folder. */
export interface DevEdition {
  has: (path: string) => boolean;
  /** The body of a file of the edition, by its path. It is made on request. */
  file: (path: string) => string | undefined;
  /** The source of a local image or of a public file, by its path in the edition. */
  sourceOf: (path: string) => string | undefined;
  /** The publisher's own style rules, if there are any. */
  theme: () => string | undefined;
  /** The path of the article that a former path, decoded, redirects to. Both are below the base path. */
  redirectTarget: (path: string) => string | undefined;
  /**
   * Reads files that changed, by their paths below the content root, and returns what is new. A file with an error, or
   * without an article, is postponed: an editor may be writing it.
   */
  applyChanges: (files: readonly string[]) => Partial<Changed> | undefined;
  /** Reads the postponed files. */
  applyPostponed: () => Partial<Changed> | undefined;
  /** The report for the terminal, if it differs from the last one, and the errors for the overlay. */
  takeReport: () => { report?: string; errors: string };
  /** All diagnostics of files that have errors. */
  errors: () => string;
}

export function createDevEdition(root: string, project: Project): DevEdition {
  const { contentDir } = project;
  const store = createArticleStore({ root: contentDir, cacheFile: articlesFile(root, contentDir) });
  const coverageCache = openKeyedCache<ReportSegment>(coverageFile(root, contentDir));
  const readAll = ({ settings, diagnostics }: Project): Update & { settingDiagnostics: Diagnostic[] } => {
    const content = readContent({ root: contentDir, settings, store, coverageCache });
    return { content, built: assembleEdition(content), settingDiagnostics: diagnostics };
  };
  let current = readAll(project);
  store.save();
  coverageCache.save();
  let files = indexFiles(current);
  let search = indexSearchFiles(current);
  let lastReport = '';
  const postponed = new Set<string>();

  const hasErrors = (file: string): boolean => {
    const source = path.join(contentDir, file);
    if (!existsSync(source) || !current.content.read.some((known) => known.file === file)) return false;
    const { article, diagnostics: found } = readArticle(file, readTextFile(source), current.content.options);
    return !article || found.some(isError);
  };
  const update = (changes: readonly string[]): Partial<Changed> | undefined => {
    if (changes.length === 0) return undefined;
    const updated = updateEdition(current.content, current.built, changes);
    current = updated ? { ...current, ...updated } : readAll(readProject(root, 'dev'));
    search = indexSearchFiles(current);
    if (updated?.changed) return updated.changed;
    files = indexFiles(current);
    return {};
  };
  const diagnostics = (): Diagnostic[] => [...current.settingDiagnostics, ...current.built.diagnostics];
  const errors = (): string => {
    const withErrors = new Set(
      diagnostics()
        .filter(isError)
        .map(({ file }) => file),
    );
    return formatDiagnostics(diagnostics().filter(({ file }) => withErrors.has(file)));
  };
  const find = (name: string): OutputFile | undefined =>
    (name.startsWith(SEARCH_FOLDER) ? search() : files()).get(name);
  return {
    has: (name) => find(name) !== undefined,
    file: (name) => find(name)?.body,
    sourceOf: (name) =>
      current.built.localImages.find(({ output }) => output === name)?.source ??
      current.built.publicFiles.find((file) => file.path === name)?.source ??
      iconSource(current.built.settings, name),
    theme: () => current.built.theme,
    redirectTarget: (formerPath) => {
      const file = fileAtPath(formerPath.normalize('NFC'));
      const redirect = current.built.redirects.find((known) => known.file === file);
      return redirect && articlePath(redirect.article.slug);
    },
    applyChanges: (changes) => {
      for (const file of changes) postponed.delete(file);
      for (const file of changes.filter(hasErrors)) postponed.add(file);
      return update(changes.filter((file) => !postponed.has(file)));
    },
    applyPostponed: () => {
      const waiting = [...postponed];
      postponed.clear();
      return update(waiting);
    },
    takeReport: () => {
      const report = [formatDiagnostics(diagnostics()), summaryLine(current.built.counts)].filter(Boolean).join('\n\n');
      if (report === lastReport) return { errors: errors() };
      lastReport = report;
      return { report, errors: errors() };
    },
    errors,
  };
}

/** The dev server does not scale the icon. */
const iconSource = ({ icon }: Settings, name: string): string | undefined =>
  icon && onlyIcon(icon) === name ? icon.source : undefined;

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** The files of an edition by their paths, without the search index. They are listed on the first request. */
const indexFiles = ({ built }: Update) => lazyIndex(() => [...editionFiles(built), ...syndicationFiles(built)]);

/** The search index. Listing its files takes the text of all articles, so it is made when a reader searches. */
const indexSearchFiles = ({ built }: Update) => lazyIndex(() => [...searchFiles(built)]);

const SEARCH_FOLDER = path.posix.dirname(SEARCH_MANIFEST_FILE);

function lazyIndex(list: () => OutputFile[]): () => Map<string, OutputFile> {
  let index: Map<string, OutputFile> | undefined;
  return () => {
    index ??= new Map(list().map((file) => [file.path, file]));
    return index;
  };
}
