import { count } from '../diagnostics/report.ts';
import type { Settings } from '../settings/settings.ts';
import type { Counts } from './select-articles.ts';

/** `192 files: 132 articles, 60 drafts, 0 duplicates, 0 rejected`. Every file is counted once. */
export function summaryLine({ files, articles, drafts, draftsShown, duplicates, rejected }: Counts): string {
  const draftText = `${count(drafts, 'draft')}${draftsShown > 0 ? ' shown' : ''}`;
  return `${count(files, 'file')}: ${count(articles, 'article')}, ${draftText}, ${count(duplicates, 'duplicate')}, ${rejected} rejected`;
}

/** Explains why there are no articles, and what to do. */
export function explainEmpty({ files, drafts, rejected }: Counts): string {
  if (files === 0) return 'There are no articles: the content folder contains no content files.';
  if (drafts > 0) return `There are no articles: ${countOf(drafts, files)} unpublished. ${INCLUDE_DRAFTS}`;
  return `There are no articles: ${countOf(rejected, files)} rejected. See the errors above.`;
}

/** Explains what a build leaves out, and how to include it. Empty if it leaves out nothing. */
export function explainOmitted(
  { drafts, draftsShown, duplicates }: Counts,
  { omittedOutputs }: Pick<Settings, 'omittedOutputs'>,
): string {
  const hidden = drafts - draftsShown;
  return [
    hidden > 0 ? `${count(hidden, 'draft')} left out. ${INCLUDE_DRAFTS}` : '',
    omittedOutputs.length > 0 ? `Left out: ${omittedOutputs.join(', ')}. ${NEEDS_ADDRESS}` : '',
    duplicates > 0 ? `${count(duplicates, 'duplicate')} left out. Set \`DUPLICATES=keep\` to include them.` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

const NEEDS_ADDRESS =
  'They need the full address of the site: set `ADDRESS=https://…/`, or `address: https://…/` in site.yaml.';

const INCLUDE_DRAFTS = 'Set `UNPUBLISHED=show`, or `unpublished: show` in site.yaml, to include drafts.';

const countOf = (number: number, files: number): string =>
  files === 1 ? 'the only file is' : `${number} of ${files} files are`;
