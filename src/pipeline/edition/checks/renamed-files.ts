import path from 'node:path';
import { articlePath } from '../../../model/addresses/permalinks.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { Rename } from '../../content/cache/find-renames.ts';
import { splitFrontMatter } from '../../content/front-matter/split-front-matter.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { slugKey } from '../../content/normalize/fields/slug.ts';
import { FIELD_NAMES } from '../../content/normalize/names/field-names.ts';
import { readTextFile } from '../../content/read-text-file.ts';
import { printable } from '../../diagnostics/quote.ts';
import { fileAt, fileAtPath } from '../../util/path-to-file.ts';

interface RenamedFilesInput {
  /** The content root. */
  root: string;
  renames: readonly Rename[];
  /** All articles with a page. */
  articles: readonly ArticleRecord[];
  /** The redirects, by the file of each. */
  redirects: readonly { file: string }[];
}

/** Warns of published articles whose file was renamed, unless their former address still leads to a page. */
export function findRenamedFiles({ root, renames, articles, redirects }: RenamedFilesInput): DeferredDiagnostic[] {
  if (renames.length === 0) return [];
  const slugs = new Set(articles.map(({ slug }) => slugKey(slug)));
  const redirected = new Set(redirects.map(({ file }) => file));
  return renames.flatMap(({ file, former }) => {
    const article = articles.find((each) => each.file === file && !each.isDraft);
    const page = fileAt(articlePath(former.slug));
    const isKept = slugs.has(slugKey(former.slug)) || redirected.has(page);
    if (!article || isKept || article.formerPaths?.some((from) => fileAtPath(from) === page)) return [];
    return [renamedWarning(root, article, former)];
  });
}

function renamedWarning(root: string, { file, formerPaths }: ArticleRecord, former: ArticleRecord): DeferredDiagnostic {
  const address = articlePath(former.slug);
  const found = formerPaths ? 'other paths' : 'none';
  const message = `Expected the former address in \`formerly\`, found ${found}: this file was \`${printable(former.file)}\`.`;
  const hint = formerPaths ? `Add \`${address}\` to \`formerly\`.` : `Add \`${lineFor(root, file, address)}\`.`;
  return { file, names: FIELD_NAMES.formerPaths, severity: 'warning', code: 'renamed', message, hint };
}

/** The line for the former address, in the format of the front matter. */
function lineFor(root: string, file: string, address: string): string {
  const split = splitFrontMatter(readTextFile(path.join(root, file)).text);
  const format = 'format' in split ? split.format : 'yaml';
  return { yaml: `formerly: ${address}`, toml: `formerly = "${address}"`, json: `"formerly": "${address}",` }[format];
}
