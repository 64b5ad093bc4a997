import { count } from '../diagnostics/report.ts';
import type { Settings } from '../settings/settings.ts';
import type { Counts } from './select-articles.ts';

/** `192 files: 132 articles, 60 drafts, 0 duplicates, 0 rejected`: always in this form, and nothing is lost in it. */
export function summaryLine({ files, articles, drafts, draftsShown, duplicates, rejected }: Counts): string {
  const draftText = `${count(drafts, 'draft')}${draftsShown > 0 ? ' shown' : ''}`;
  return `${count(files, 'file')}: ${count(articles, 'article')}, ${draftText}, ${count(duplicates, 'duplicate')}, ${rejected} rejected`;
}

/** Why there is no article to show, and what would help. */
export function explainEmpty({ files, drafts, rejected }: Counts): string {
  if (files === 0) return 'There is no article to show: the content folder holds no content files.';
  if (drafts > 0) return `There is no article to show: ${countOf(drafts, files)} unpublished. ${INCLUDE_DRAFTS}`;
  return `There is no article to show: ${countOf(rejected, files)} rejected. The issues above say why.`;
}

/** What a build leaves out, and how to include it; empty when it leaves out nothing. */
export function explainLeftOut(
  { drafts, draftsShown, duplicates }: Counts,
  { omittedOutputs }: Pick<Settings, 'omittedOutputs'>,
): string {
  const hidden = drafts - draftsShown;
  return [
    hidden > 0 ? `${count(hidden, 'draft')} left out. ${INCLUDE_DRAFTS}` : '',
    omittedOutputs.length > 0 ? `Left out: ${omittedOutputs.join(', ')}. ${NEEDS_ADDRESS}` : '',
    duplicates > 0 ? `${count(duplicates, 'duplicate')} left out. \`DUPLICATES=keep\` keeps them.` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

const NEEDS_ADDRESS =
  'They need the full address of the site: set `ADDRESS=https://…/`, or `address: https://…/` in site.yaml.';

const INCLUDE_DRAFTS = 'Set `UNPUBLISHED=show`, or `unpublished: show` in site.yaml, to include drafts.';

const countOf = (number: number, files: number): string =>
  files === 1 ? 'the only file is' : `${number} of ${files} files are`;
