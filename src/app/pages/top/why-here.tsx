import { createContext, useContext } from 'react';
import type { Summary } from '../../../model/article.ts';
import { sumOf, type TopCard, topPoints } from '../../../model/coverage/top-stories.ts';
import { formatList } from '../../i18n/format-list.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { topStrings as words } from './top-strings.ts';

/** The cards of the list, by the slugs of their stories, and those of events also by the slug of the event. */
export const TopCards = createContext<ReadonlyMap<string, TopCard>>(new Map());

/** Says what the points of a card are made of. They can be recomputed from the numbers in the text, see `topPoints`. */
export function WhyHere({ story }: { story: Summary }) {
  const cards = useContext(TopCards);
  // Another report leads if the reader hides the lead.
  const card = cards.get(story.slug) ?? cards.get(`event ${story.event}`);
  if (!card) return null;
  return (
    <details className="why-here" {...interfaceAttributes}>
      <summary>{words.whyHere}</summary>
      {card.isPinned && <p>{words.pinned}</p>}
      <Points card={card} />
      {card.isMovedDown && <p>{words.movedDown}</p>}
    </details>
  );
}

function Points({ card }: { card: TopCard }) {
  const { sources = 1, hours, quality } = card;
  const points = topPoints(card);
  const reasons = [
    sources > 1
      ? words.sources({ count: sources, points: round(points.sources) })
      : sources === 1
        ? words.oneSource
        : words.noSource,
    hours > 0
      ? words.age({ count: round(hours), points: round(points.age) })
      : words.newest({ points: round(points.age) }),
    quality === undefined ? words.noQuality : words.quality({ percent: quality, points: round(points.quality) }),
  ];
  return <p>{words.points({ count: round(sumOf(points)), reasons: formatList(reasons) })}</p>;
}

/** To one decimal. */
const round = (value: number): number => Math.round(value * 10) / 10;
