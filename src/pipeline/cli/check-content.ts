import { createArticleStore } from '../content/cache/article-store.ts';
import { articlesFile, cacheWarning, coverageFile } from '../content/cache/cache-folder.ts';
import { openKeyedCache } from '../content/cache/keyed-cache.ts';
import { describeLayout } from '../content/files/describe-layout.ts';
import { detectLayout } from '../content/files/folder-layout.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { githubAnnotations } from '../diagnostics/github-annotations.ts';
import { colorizeFor, formatDiagnostics, sortDiagnostics } from '../diagnostics/report.ts';
import { buildEdition } from '../edition/build-edition.ts';
import type { ReportSegment } from '../edition/coverage/grouping/report-segments.ts';
import { explainScheduled, summaryLine } from '../edition/explain-counts.ts';
import type { Counts } from '../edition/select-articles.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { CliContext } from './cli-context.ts';

interface CheckArguments {
  /** The content root. */
  root: string;
  isJson: boolean;
  /** Lists each diagnostic, even if many files have the same one. */
  isComplete: boolean;
}

/** Prints all diagnostics of a content folder. Returns the exit code: 1 if there are errors. */
export function checkContent(
  { root, isJson, isComplete }: CheckArguments,
  { cwd, env, stdout, stderr, now }: CliContext,
): 0 | 1 {
  const { settings, diagnostics: settingDiagnostics } = readSettings({ root, env, mode: 'build' });
  const store = createArticleStore({ root, cacheFile: articlesFile(cwd, root) });
  const coverageCache = openKeyedCache<ReportSegment>(coverageFile(cwd, root));
  const { counts, diagnostics } = buildEdition({ root, settings, store, coverageCache, now });
  store.save();
  coverageCache.save();
  const all = sortDiagnostics([...settingDiagnostics, ...diagnostics]);
  const text = isJson
    ? escapeControls(JSON.stringify({ system: detectLayout(root).system ?? null, ...asJson(counts, all) }))
    : [
        describeLayout(root, settings.articles),
        formatDiagnostics(all, { colorize: colorizeFor(stdout), isComplete }),
        githubAnnotations(all, root, env),
        explainScheduled(counts),
        summaryLine(counts),
      ]
        .filter(Boolean)
        .join('\n\n');
  stdout.write(`${text}\n`);
  const warning = cacheWarning(cwd);
  if (warning !== undefined) stderr.write(`${warning}\n`);
  return all.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Escapes characters in JSON that a terminal would interpret or hide. */
function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function asJson(
  { files, articles, pages, drafts, duplicates, scheduled, expired, rejected }: Counts,
  diagnostics: Diagnostic[],
) {
  return {
    files,
    articles,
    pages,
    drafts,
    duplicates,
    scheduled,
    expired,
    rejected,
    // The name of this key is part of the public output format.
    issues: diagnostics.map(diagnosticAsJson),
  };
}

/** `source` is the code frame: a line that is safe to print, and the number of columns before the location. */
function diagnosticAsJson(diagnostic: Diagnostic) {
  const {
    file,
    line = null,
    column = null,
    severity,
    field = null,
    code,
    message,
    hint = null,
    codeFrame,
  } = diagnostic;
  const source = codeFrame ? { text: codeFrame.text, caret: codeFrame.caret } : null;
  return { file, line, column, severity, field, code, message, hint, source };
}
