import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { createArticleStore } from '../../src/pipeline/content/cache/article-store.ts';
import { type BuiltEdition, buildEdition } from '../../src/pipeline/edition/build-edition.ts';
import { editionFiles } from '../../src/pipeline/output/data/index.ts';
import type { OutputFile } from '../../src/pipeline/output/files/output-file.ts';
import { syndicationFiles } from '../../src/pipeline/output/syndication/index.ts';
import { readSettings } from '../../src/pipeline/settings/read-settings.ts';
import { writeContent } from './temp-content.ts';

export type Files = Record<string, string | Uint8Array>;

/** Writes files into a new folder, which is deleted after the test. */
export function contentFolder(files: Files): string {
  const root = writeContent(files);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** An edition with parsed articles. */
interface TestEdition extends Omit<BuiltEdition, 'articles'> {
  built: BuiltEdition;
  articles: Article[];
}

/** Builds the edition of these files. */
export function editionOf(files: Files, env: NodeJS.ProcessEnv = {}): TestEdition {
  return editionIn(contentFolder(files), env);
}

/** Builds the edition of a folder, without parsed articles. */
export const buildIn = (root: string, env: NodeJS.ProcessEnv = {}): BuiltEdition =>
  buildEdition({
    root,
    settings: readSettings({ root, env, mode: 'build' }).settings,
    store: createArticleStore({ root }),
  });

/** Builds the edition of a folder. */
export function editionIn(root: string, env: NodeJS.ProcessEnv = {}): TestEdition {
  const { diagnostics } = readSettings({ root, env, mode: 'build' });
  const built = buildIn(root, env);
  const articles = built.articles.map((record) => JSON.parse(built.serializer.article(record)) as Article);
  return { ...built, built, articles, diagnostics: [...diagnostics, ...built.diagnostics] };
}

/** The paths of an edition's files, with duplicates. */
export const outputPaths = ({ built }: TestEdition): string[] => filesOf(built).map(({ path: file }) => file);

/** The bodies of an edition's files, by path. */
export const outputsOf = ({ built }: TestEdition): Map<string, string> =>
  new Map(filesOf(built).map(({ path: file, body }) => [file, body]));

const filesOf = (built: BuiltEdition): OutputFile[] => [...editionFiles(built), ...syndicationFiles(built)];

/** A content file with these lines of front matter and the required fields that they lack. */
export function articleFile(lines = '', body = ''): string {
  const has = (name: string): boolean => new RegExp(`^${name}:`, 'm').test(lines);
  const required = [
    has('title') ? '' : 'title: A title',
    has('publishedDateTime') || has('date') ? '' : 'publishedDateTime: 2021-05-19T15:02:27Z',
    has('webUrl') || has('link') ? '' : 'webUrl: https://example.com/a',
  ];
  return ['---', ...required.filter(Boolean), lines.trim(), '---', body]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}

/** The article of a content file with these lines, and its diagnostics. */
export function articleOf(lines: string, body = '') {
  const { articles, diagnostics } = editionOf({ 'a.md': articleFile(lines, body) }, { UNPUBLISHED: 'show' });
  return { article: articles[0], diagnostics };
}
