import { existsSync } from 'node:fs';
import path from 'node:path';
import { articlePath } from '../../model/permalinks.ts';
import { createArticleStore } from '../content/cache/article-store.ts';
import { articlesFile } from '../content/cache/cache-folder.ts';
import { readArticle } from '../content/read-article.ts';
import { readTextFile } from '../content/read-text-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../diagnostics/report.ts';
import { assembleEdition, readContent } from '../edition/build-edition.ts';
import { summaryLine } from '../edition/explain-counts.ts';
import { type Changed, type Update, updateEdition } from '../edition/update-edition.ts';
import { editionFiles } from '../output/data/index.ts';
import type { OutputFile } from '../output/files/output-file.ts';
import { syndicationFiles } from '../output/syndication/index.ts';
import { type Project, readProject } from '../settings/project.ts';
import { fileAtPath } from '../util/path-to-file.ts';

/** The edition that the dev server holds, always of the content as it is now. */
export interface DevEdition {
  has: (path: string) => boolean;
  /** A file of the edition by its path; it is made when it is asked for. */
  file: (path: string) => string | undefined;
  /** Where the picture lies that has this path in the edition. */
  imageSource: (path: string) => string | undefined;
  /** The address of the article that could be found at a path, decoded, before. Both begin below the base path. */
  newAddress: (path: string) => string | undefined;
  /**
   * Takes up files that changed, by their paths below the content root, and says what is new. A file that cannot be
   * read waits, as an editor may be in the midst of writing it.
   */
  takeUp: (files: readonly string[]) => Partial<Changed> | undefined;
  /** Takes up the files that waited. */
  takeUpFaulty: () => Partial<Changed> | undefined;
  /** What is to be said of the content, if it is not what was said last, and the faults for which files are left out. */
  takeReport: () => { report?: string; faults: string };
  faults: () => string;
}

export function createDevEdition(root: string, project: Project): DevEdition {
  const { contentDir } = project;
  const store = createArticleStore({ root: contentDir, cacheFile: articlesFile(root, contentDir) });
  const readAll = ({ settings, diagnostics }: Project): Update & { settingIssues: Diagnostic[] } => {
    const content = readContent({ root: contentDir, settings, store });
    return { content, built: assembleEdition(content), settingIssues: diagnostics };
  };
  let now = readAll(project);
  store.save();
  let files = indexFiles(now);
  let said = '';
  const faulty = new Set<string>();

  const isFaulty = (file: string): boolean => {
    const source = path.join(contentDir, file);
    if (!existsSync(source) || !now.content.read.some((known) => known.file === file)) return false;
    return readArticle(file, readTextFile(source), now.content.options).diagnostics.some(isError);
  };
  const renew = (changes: readonly string[]): Partial<Changed> | undefined => {
    if (changes.length === 0) return undefined;
    const updated = updateEdition(now.content, now.built, changes);
    now = updated ? { ...now, ...updated } : readAll(readProject(root, 'dev'));
    if (updated?.changed) return updated.changed;
    files = indexFiles(now);
    return {};
  };
  const diagnostics = (): Diagnostic[] => [...now.settingIssues, ...now.built.diagnostics];
  const faults = (): string => {
    const broken = new Set(
      diagnostics()
        .filter(isError)
        .map(({ file }) => file),
    );
    return formatDiagnostics(diagnostics().filter(({ file }) => broken.has(file)));
  };
  return {
    has: (name) => files().has(name),
    file: (name) => files().get(name)?.body,
    imageSource: (name) => now.built.localImages.find(({ output }) => output === name)?.source,
    newAddress: (asked) => {
      const file = fileAtPath(asked.normalize('NFC'));
      const redirect = now.built.redirects.find((known) => known.file === file);
      return redirect && articlePath(redirect.article.slug);
    },
    takeUp: (changes) => {
      for (const file of changes) faulty.delete(file);
      for (const file of changes.filter(isFaulty)) faulty.add(file);
      return renew(changes.filter((file) => !faulty.has(file)));
    },
    takeUpFaulty: () => {
      const waiting = [...faulty];
      faulty.clear();
      return renew(waiting);
    },
    takeReport: () => {
      const report = [formatDiagnostics(diagnostics()), summaryLine(now.built.counts)].filter(Boolean).join('\n\n');
      if (report === said) return { faults: faults() };
      said = report;
      return { report, faults: faults() };
    },
    faults,
  };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** The files of an edition by their paths, listed when the first one is asked for. */
function indexFiles({ built }: Update): () => Map<string, OutputFile> {
  let index: Map<string, OutputFile> | undefined;
  return () => {
    index ??= new Map([...editionFiles(built), ...syndicationFiles(built)].map((file) => [file.path, file]));
    return index;
  };
}
