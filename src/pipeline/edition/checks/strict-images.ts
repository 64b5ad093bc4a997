import type { ArticleFileResult } from '../../content/cache/cache-entry.ts';
import { BAD_LOCAL_IMAGE } from '../../content/images/local-images.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/**
 * Makes errors of the warnings about local images that cannot be used, for the setting `strict`. The articles stay in the
 * edition. Drafts may be unfinished, so theirs stay warnings. The article cache keeps warnings, whatever the setting is.
 */
export function asImageErrors(diagnostics: readonly Diagnostic[], files: readonly ArticleFileResult[]): Diagnostic[] {
  const isBad = ({ code }: Diagnostic): boolean => code === BAD_LOCAL_IMAGE;
  if (!diagnostics.some(isBad)) return [...diagnostics];
  const isDraft = ({ record, isUnfinishedDraft }: ArticleFileResult): boolean =>
    record?.isDraft === true || isUnfinishedDraft === true;
  const drafts = new Set(files.filter(isDraft).map(({ file }) => file));
  return diagnostics.map((diagnostic) =>
    isBad(diagnostic) && !drafts.has(diagnostic.file) ? { ...diagnostic, severity: 'error' } : diagnostic,
  );
}
