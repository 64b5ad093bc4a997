import { defined } from './defined.ts';
import { createExcerpts, type Position } from './excerpt.ts';
import { createLocator } from './front-matter/locate.ts';
import type { ParseProblem, SplitFile } from './front-matter/split-front-matter.ts';
import { type Finding, fieldName, type Issue } from './issue.ts';

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
  const issues = findings.map((finding): Issue & Position => {
    const { severity, path, code, message, hint } = finding;
    const place = placeOf(finding);
    const field = path.length > 0 ? fieldName(path) : undefined;
    const excerpt = excerptOf(place);
    return {
      file,
      ...place,
      severity,
      ...defined('field', field),
      code,
      message,
      ...defined('hint', hint),
      ...defined('excerpt', excerpt),
    };
  });
  const all = [...problems.map((problem) => problemIssue(file, problem, excerptOf)), ...issues];
  return all.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A problem of a whole file. Where no place is known, it is the file's beginning. */
export const toIssue = (file: string, problem: ParseProblem, text = ''): Issue & Position =>
  problemIssue(file, problem, createExcerpts(text));

type ExcerptOf = ReturnType<typeof createExcerpts>;

function problemIssue(file: string, problem: ParseProblem, excerptOf: ExcerptOf): Issue & Position {
  const { line = 1, column = 1, code, message, hint } = problem;
  const excerpt = excerptOf({ line, column });
  return {
    file,
    line,
    column,
    severity: 'error',
    code,
    message,
    ...defined('hint', hint),
    ...defined('excerpt', excerpt),
  };
}

/** The first line of a body that holds anything. */
const firstLine = (body: string): number => (/^\s*/.exec(body)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
