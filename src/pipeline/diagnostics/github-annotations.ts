import path from 'node:path';
import type { Diagnostic } from './diagnostic.ts';
import { printable } from './quote.ts';

/**
 * Formats diagnostics as annotations for GitHub Actions, one workflow command per line. Returns an empty string outside
 * of GitHub Actions. File paths are relative to the repository.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function githubAnnotations(
  diagnostics: readonly Diagnostic[],
  contentDir: string,
  env: NodeJS.ProcessEnv,
): string {
  if (env.GITHUB_ACTIONS !== 'true') return '';
  const folder = path.relative(env.GITHUB_WORKSPACE || process.cwd(), contentDir).replaceAll(path.sep, '/');
  return diagnostics.map((diagnostic) => annotation(diagnostic, folder)).join('\n');
}

function annotation({ file, line, column, severity, field, code, message, hint }: Diagnostic, folder: string): string {
  const properties = {
    // Without a line, `file` may be the name of an environment variable.
    ...(line === undefined ? {} : { file: path.posix.join(folder, file), line, col: column ?? 1 }),
    title: field === undefined ? code : `${field}: ${code}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity} ${list.join(',')}::${escapeData([message, hint].filter(Boolean).join(' '))}`;
}

const escapeData = (text: string): string => printable(text).replaceAll('%', '%25');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
