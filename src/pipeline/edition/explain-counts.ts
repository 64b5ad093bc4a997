import { count } from '../diagnostics/report.ts';
import type { Settings } from '../settings/settings.ts';
import { dateText } from './future-dates.ts';
import type { Counts } from './select-articles.ts';
import type { FrontOrder } from './top/choose-order.ts';

/**
 * `192 files: 132 articles, 60 drafts, 0 duplicates, 0 rejected`. Every file is counted once. Scheduled and expired
 * articles stand before the rejected files, if there are any.
 */
export function summaryLine({ files, articles, pages, drafts, draftsShown, duplicates, ...others }: Counts): string {
  const { scheduled, expired, rejected } = others;
  const numbers = [
    count(articles, 'article'),
    ...(pages > 0 ? [count(pages, 'page')] : []),
    `${count(drafts, 'draft')}${draftsShown > 0 ? ' shown' : ''}`,
    count(duplicates, 'duplicate'),
    ...(scheduled > 0 ? [`${scheduled} scheduled`] : []),
    ...(expired > 0 ? [`${expired} expired`] : []),
    `${rejected} rejected`,
  ];
  return `${count(files, 'file')}: ${numbers.join(', ')}`;
}

/** Tells the date of the next scheduled article. Empty if there is none. */
export function explainScheduled({ scheduled, nextScheduledAt }: Counts): string {
  if (nextScheduledAt === undefined) return '';
  const next = scheduled === 1 ? 'until' : 'the next one until';
  return `${count(scheduled, 'scheduled article')} left out, ${next} ${dateText(nextScheduledAt)}. ${INCLUDE_SCHEDULED}`;
}

/** Explains why there are no articles, and what to do. */
export function explainEmpty({ files, articles, drafts, scheduled, expired, rejected }: Counts): string {
  if (files === 0) return 'There are no articles: the content folder contains no content files.';
  if (drafts > 0) return `There are no articles: ${countOf(drafts, files)} unpublished. ${INCLUDE_DRAFTS}`;
  if (scheduled > 0) return `There are no articles: ${countOf(scheduled, files)} scheduled. ${INCLUDE_SCHEDULED}`;
  if (articles > 0) return `There are no articles in lists: ${countOf(articles, files)} unlisted.`;
  if (expired > 0 && rejected === 0) return `There are no articles: ${countOf(expired, files)} expired.`;
  return `There are no articles: ${countOf(rejected, files)} rejected. See above.`;
}

/** Explains what a build leaves out, and how to include it. Empty if it leaves out nothing. */
export function explainOmitted(counts: Counts, { omittedOutputs }: Pick<Settings, 'omittedOutputs'>): string {
  const { drafts, draftsShown, duplicates, expired } = counts;
  const hidden = drafts - draftsShown;
  return [
    hidden > 0 ? `${count(hidden, 'draft')} left out. ${INCLUDE_DRAFTS}` : '',
    omittedOutputs.length > 0 ? `Left out: ${omittedOutputs.join(', ')}. ${NEEDS_ADDRESS}` : '',
    duplicates > 0 ? `${count(duplicates, 'duplicate')} left out. Set \`DUPLICATES=keep\` to include them.` : '',
    explainScheduled(counts),
    expired > 0 ? `${count(expired, 'expired article')} left out.` : '',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Explains the order of the front page. Empty if the publisher has chosen it, or if there is no choice. */
export function explainOrder({ hasTop, standard, share }: FrontOrder): string {
  if (!hasTop || !share) return '';
  const { inEvents, of } = share;
  const reason = `${inEvents} of the newest ${count(of, 'article')} ${inEvents === 1 ? 'is' : 'are'} on events`;
  return standard === 'top'
    ? `The front page begins with the top stories: ${reason}. Set \`order: newest\` in site.yaml to begin with the newest.`
    : `The front page begins with the newest stories: ${reason}. Set \`order: top\` in site.yaml to begin with the top stories.`;
}

const NEEDS_ADDRESS =
  'They need the full address of the site: set `ADDRESS=https://…/`, or `address: https://…/` in site.yaml.';

const INCLUDE_SCHEDULED = 'Set `future: show` in site.yaml to show articles before their date.';

const INCLUDE_DRAFTS = 'Set `UNPUBLISHED=show`, or `unpublished: show` in site.yaml, to include drafts.';

const countOf = (number: number, files: number): string =>
  files === 1 ? 'the only file is' : `${number} of ${files} files are`;
