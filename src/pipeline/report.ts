import { groupBy } from './group-by.ts';
import type { Issue } from './issue.ts';
import { printable } from './quote.ts';
import type { Counts } from './select-articles.ts';

const MAX_MESSAGE = 300;

/** All issues as text, grouped by file, for the terminal. */
export function formatIssues(issues: readonly Issue[]): string {
  const byFile = groupBy(issues, ({ file }) => file);
  return [...byFile].map(([file, ofFile]) => [safe(file), ...ofFile.map(formatIssue)].join('\n')).join('\n\n');
}

/** `192 files: 132 articles, 60 drafts, 0 duplicates, 0 rejected`: always in this form, and nothing is lost in it. */
export function closingLine({ files, articles, drafts, draftsShown, duplicates, rejected }: Counts): string {
  const draftText = `${count(drafts, 'draft')}${draftsShown > 0 ? ' shown' : ''}`;
  return `${count(files, 'file')}: ${count(articles, 'article')}, ${draftText}, ${count(duplicates, 'duplicate')}, ${rejected} rejected`;
}

/** Why there is no article to show, and what would help. */
export function explainEmpty({ files, drafts, rejected }: Counts): string {
  if (files === 0) return 'There is no article to show: the content folder holds no content files.';
  if (drafts > 0) return `There is no article to show: ${countOf(drafts, files)} unpublished. ${INCLUDE_DRAFTS}`;
  return `There is no article to show: ${countOf(rejected, files)} rejected. The issues above say why.`;
}

/** How many files a build leaves out, and how to include them; empty when it leaves out none. */
export function explainLeftOut({ drafts, draftsShown, duplicates }: Counts): string {
  const hidden = drafts - draftsShown;
  return [
    hidden > 0 ? `${count(hidden, 'draft')} left out. ${INCLUDE_DRAFTS}` : '',
    duplicates > 0 ? `${count(duplicates, 'duplicate')} left out. \`DUPLICATES=keep\` keeps them.` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

const INCLUDE_DRAFTS = 'Set `UNPUBLISHED=show`, or `unpublished: show` in site.yaml, to include drafts.';

function formatIssue({ file, line, column, severity, field, message, hint }: Issue): string {
  const place = line === undefined ? safe(file) : `${safe(file)}:${line}:${column ?? 1}`;
  const about = field === undefined ? '' : ` ${safe(field)}:`;
  return `  ${place} ${severity}${about} ${safe(message)}${hint === undefined ? '' : ` ${safe(hint)}`}`;
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

const countOf = (number: number, files: number): string =>
  files === 1 ? 'the only file is' : `${number} of ${files} files are`;

/** Text that a terminal can only show, and not longer than a reader cares for. */
function safe(text: string): string {
  const shown = printable(text);
  return shown.length > MAX_MESSAGE ? `${shown.slice(0, MAX_MESSAGE - 1)}…` : shown;
}
