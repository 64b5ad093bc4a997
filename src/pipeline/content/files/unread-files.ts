import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/quote.ts';

/** Files that may be articles but are not read. The closing line does not count them. */
interface UnreadFiles {
  /** Where the articles of the folder are, see `FolderLayout`. */
  articles: string;
  /** Markdown with components. */
  mdx: string[];
  /** Conflict copies of a program that synchronises folders. */
  copies: string[];
  /** Symbolic links that lead out of the content folder. */
  outside: string[];
}

/** Whether the name of a file is that of a conflict copy, as Dropbox, Nextcloud, Syncthing and others write it. */
export const isConflictCopy = (file: string): boolean => CONFLICT_COPY.test(file);

const CONFLICT_COPY = /\([^()/]*conflicted copy[^()/]*\)|\.sync-conflict-\d{8}-\d{6}|\(conflict(?:ed)?[ _-][^()/]*\)/i;

/** One warning for each kind of unread files. */
export function describeUnread({ articles, mdx, copies, outside }: UnreadFiles): Diagnostic[] {
  return [
    unread(mdx, 'mdx', 'MDX file', mdxHint(articles)),
    unread(
      copies,
      'conflict-copy',
      'conflict copy of a synchronised folder',
      'Compare them with the originals, then delete them.',
      'conflict copies of a synchronised folder',
    ),
    unread(
      outside,
      'outside-link',
      'symbolic link out of the content folder',
      'Copy the files into the content folder.',
      'symbolic links out of the content folder',
    ),
  ].flat();
}

function mdxHint(articles: string): string {
  const pattern = `${articles.endsWith('/') && !articles.includes(' ') ? articles : ''}**/*.{md,mdx}`;
  return `The setting \`articles: ['${pattern}']\` reads them as Markdown, without imports and components.`;
}
/** One warning for the files that have no date, in the folders of systems in which such a file is no article. */
export const describeUndated = (files: readonly string[]): Diagnostic[] =>
  unread(files, 'no-date', 'file without a date', 'Give a `date` to those that are articles.', 'files without a date');

const MAX_NAMED = 3;

function unread(files: readonly string[], code: string, one: string, hint: string, many = `${one}s`): Diagnostic[] {
  const [first] = files;
  if (first === undefined) return [];
  const named = files.slice(0, MAX_NAMED).map((file) => `\`${printable(file)}\``);
  const rest = files.length - named.length;
  const list = rest > 0 ? `${named.join(', ')} and ${rest.toLocaleString('en')} more` : named.join(', ');
  const verb = files.length === 1 ? 'is' : 'are';
  const count = files.length.toLocaleString('en');
  const message = `${count} ${files.length === 1 ? one : many} ${verb} not read: ${list}.`;
  return [{ file: first, severity: 'warning', code, message, hint }];
}
