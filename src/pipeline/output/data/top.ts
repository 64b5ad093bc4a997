import type { Summary } from '../../../model/article.ts';
import type { TopStories } from '../../../model/coverage/top-stories.ts';
import { type EventCard, PAGE_SIZE } from '../../../model/edition.ts';
import { MORE_TOP_FILE, TOP_FILE } from '../../../model/edition-files.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { OrderedCard } from '../../edition/top/spread.ts';
import { hashOf } from '../../util/hash.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';

/** `data/top.json` and `data/top-more.json`: the newest articles in the order of points. */
export const top: Output = function* (built) {
  if (!built.order.hasTop) return;
  yield topFileOf(built);
  const others = built.top.slice(PAGE_SIZE);
  if (others.length > 0) yield topFile(MORE_TOP_FILE, others, 0, built);
};

export const topFileOf = (built: BuiltEdition): OutputFile =>
  topFile(TOP_FILE, built.top.slice(0, PAGE_SIZE), Math.max(0, built.top.length - PAGE_SIZE), built);

function topFile(
  path: string,
  ordered: readonly OrderedCard[],
  others: number,
  { serializer }: BuiltEdition,
): OutputFile {
  const { summary, summaryVersion, events } = serializer;
  const leads = ordered.map(({ lead }) => lead);
  const cards = ordered.map(({ card }) => card);
  const isIn = (): boolean => true;
  return lazyFile({
    path,
    version: () =>
      hashOf(
        [JSON.stringify(cards), others, events.cardsVersion(leads, isIn), ...leads.map(summaryVersion)].join('\n'),
      ),
    body: () =>
      JSON.stringify({
        cards,
        articles: leads.map((lead) => JSON.parse(summary(lead)) as Summary),
        events: JSON.parse(events.cards(leads, isIn) || '[]') as EventCard[],
        ...(others > 0 && { others }),
      } satisfies TopStories),
  });
}
