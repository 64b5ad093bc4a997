import { createLocator, type Position } from './front-matter/locate.ts';
import { parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { type ParseProblem, type SplitFile, splitFrontMatter } from './front-matter/split-front-matter.ts';
import { type FieldPath, type Finding, fieldName, type Issue } from './issue.ts';
import type { LocalImageResult, LocalImages } from './local-images.ts';
import { type NormalizedArticle, normalizeArticle } from './normalize/normalize-article.ts';
import { readText } from './read-text.ts';

/** What one article file came to. Without an article it is rejected, and an error says why. */
export interface ReadArticle {
  file: string;
  article?: NormalizedArticle;
  /** The local images it asks for, and what came of them. */
  images: LocalImageResult[];
  issues: Issue[];
}

export interface ReadOptions {
  language: string;
  remoteImages: boolean;
  localImages: LocalImages;
}

/** Reads one article file: text, front matter, fields. `source` is its path on disk, `file` that below the root. */
export function readArticle(source: string, file: string, options: ReadOptions): ReadArticle {
  const read = readText(source);
  if ('problem' in read) return rejected(file, read.problem);
  const split = splitFrontMatter(read.text);
  if ('code' in split) return rejected(file, split);
  const parsed = parseFrontMatter(split);
  if ('code' in parsed) return rejected(file, parsed);
  const findings: Finding[] = [];
  const images = new Map<string, LocalImageResult>();
  const article = normalizeArticle(parsed.data, split.body, {
    ...options,
    file,
    useImage: (image) => images.set(image.asked, image),
    report: (finding) => findings.push(finding),
  });
  const issues = locateFindings(file, findings, split);
  return { file, ...(article ? { article } : {}), images: [...images.values()], issues };
}

/** Gives findings their lines, and puts them into that order. Only now, and only when there are any, is the front matter parsed with positions. */
export function locateFindings(file: string, findings: readonly Finding[], split: SplitFile): Issue[] {
  const locate = createLocator(split);
  const nowhere: Position = { line: split.linesBefore + 1, column: 1 };
  const placeOf = (path: FieldPath): Position =>
    path[0] === 'body' ? { line: split.linesBeforeBody + 1, column: 1 } : locate(path);
  const located = findings.map(({ path, ...finding }) => ({
    file,
    ...(path.length > 0 ? { ...placeOf(path), field: fieldName(path) } : nowhere),
    ...finding,
  }));
  return located.sort((a, b) => a.line - b.line || a.column - b.column);
}

const rejected = (file: string, problem: ParseProblem): ReadArticle => ({
  file,
  images: [],
  issues: [{ file, severity: 'error', ...problem }],
});
