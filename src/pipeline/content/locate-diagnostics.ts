import { createExcerpts, type Position } from '../diagnostics/code-frame.ts';
import { type FieldPath, type Finding, fieldName, type Issue } from '../diagnostics/diagnostic.ts';
import { shortened } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import { createLocator } from './front-matter/locate-field.ts';
import type { ParseProblem, SplitFile } from './front-matter/split-front-matter.ts';

/** An issue that stands somewhere. */
type LocatedIssue = Issue & Position;

/**
 * Gives what was found in a file its places and the lines to show, and puts all that is wrong with it into the order
 * of its lines. Only now, and only when there is anything, is the front matter parsed with positions.
 */
export function locateFindings(
  file: string,
  findings: readonly Finding[],
  split: SplitFile,
  problems: readonly ParseProblem[] = [],
): Issue[] {
  if (findings.length === 0 && problems.length === 0) return [];
  const locate = createLocator(split);
  const excerptOf = createExcerpts(split.text);
  const placeOf = ({ path, isAboutName, place }: Finding): Position => {
    if (path[0] !== 'body') return locate(path, isAboutName);
    const { line, column } = place ?? { line: firstLine(split.body), column: 1 };
    return { line: line + split.linesBeforeBody, column };
  };
  const issueAt = (place: Position, about: Omit<Issue, 'file' | 'line' | 'column'>): LocatedIssue => ({
    file,
    ...place,
    ...about,
    ...defined('excerpt', excerptOf(place)),
  });
  const issues = [
    ...problems.map((problem) => {
      const { line, column = 1, path = [] } = problem;
      return issueAt(line === undefined ? locate(path, true) : { line, column }, aboutProblem(problem));
    }),
    ...findings.map((finding) => issueAt(placeOf(finding), aboutFinding(finding))),
  ];
  return issues.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A problem of a whole file. Where no place is known, it is the file's beginning. */
export function toIssue(file: string, problem: ParseProblem, text = ''): Issue {
  const { line = 1, column = 1 } = problem;
  const excerpt = createExcerpts(text)({ line, column });
  return { file, line, column, ...aboutProblem(problem), ...defined('excerpt', excerpt) };
}

const aboutProblem = ({ path = [], code, message, hint }: ParseProblem) =>
  aboutFinding({ severity: 'error', path, code, message, ...defined('hint', hint) });

const aboutFinding = ({ severity, path, code, message, hint }: Finding) => ({
  severity,
  ...defined('field', nameOf(path)),
  code,
  message,
  ...defined('hint', hint),
});

/** A name may be as foreign as a value. */
const nameOf = (path: FieldPath): string | undefined => (path.length > 0 ? shortened(fieldName(path)) : undefined);

/** The first line of a body that holds anything. */
const firstLine = (body: string): number => (/^\s*/.exec(body)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
