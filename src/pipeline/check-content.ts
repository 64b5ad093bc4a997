import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { annotate } from './annotate.ts';
import { buildEdition } from './build-edition.ts';
import type { Issue } from './issue.ts';
import { printable } from './quote.ts';
import { closingLine, formatIssues, inOrder, paintFor } from './report.ts';
import type { Counts } from './select-articles.ts';
import { contentRoot, readSettings } from './settings.ts';
import { createArticleStore } from './store/article-store.ts';
import { articlesFile } from './store/cache-folder.ts';

const USAGE = 'Usage: npm run content -- check [DIR] [--json]';

/** Where a command runs and what it may write to. */
export interface Shell {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stdout: Terminal;
  stderr: Terminal;
}

type Terminal = Parameters<typeof paintFor>[0] & { write: (text: string) => unknown };

/** Gives the exit code: 0 when the content has no errors, 1 when it has, 2 when the command is not understood. */
export function runCommand(args: readonly string[], shell: Shell): number {
  const command = parseCommand(args);
  if (!command) return refuse(USAGE, shell);
  const root = command.dir ? path.resolve(shell.cwd, command.dir) : contentRoot(shell.cwd, shell.env);
  if (!existsSync(root) || !statSync(root).isDirectory())
    return refuse(`There is no folder ${printable(command.dir ?? root)}. ${USAGE}`, shell);
  return check(root, command.isJson, shell);
}

function check(root: string, isJson: boolean, { cwd, env, stdout }: Shell): number {
  const { settings, issues: settingIssues } = readSettings({ root, env, mode: 'build' });
  const store = createArticleStore({ root, cacheFile: articlesFile(cwd, root) });
  const { counts, issues } = buildEdition({ root, settings, store });
  store.save();
  const all = inOrder([...settingIssues, ...issues]);
  const text = isJson
    ? escapeControls(JSON.stringify(asJson(counts, all)))
    : [formatIssues(all, paintFor(stdout)), annotate(all, root, env), closingLine(counts)].filter(Boolean).join('\n\n');
  stdout.write(`${text}\n`);
  return all.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** JSON may hold characters that a terminal would obey. */
function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function asJson({ files, articles, drafts, duplicates, rejected }: Counts, issues: Issue[]) {
  return {
    files,
    articles,
    drafts,
    duplicates,
    rejected,
    issues: issues.map(issueAsJson),
  };
}

/** `source` is the line as it may be shown; in it the issue stands after as many columns as `caret` says. */
function issueAsJson(issue: Issue) {
  const { file, line = null, column = null, severity, field = null, code, message, hint = null, excerpt } = issue;
  const source = excerpt ? { text: excerpt.text, caret: excerpt.caret } : null;
  return { file, line, column, severity, field, code, message, hint, source };
}

function parseCommand(args: readonly string[]): { dir: string | undefined; isJson: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [command, dir, ...rest] = positionals;
    return command === 'check' && rest.length === 0 ? { dir, isJson: values.json ?? false } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(message: string, { stderr }: Shell): number {
  stderr.write(`${message}\n`);
  return 2;
}
