import type { ComponentType, ReactNode } from 'react';
import { ArticleCard, type ArticleCardProps } from '../article/card/article-card.tsx';
import { KickerLine, type KickerLineProps, KickerPlaceholder, selectKickerTopic } from '../article/card/kicker.tsx';
import { CardComponent } from '../collection/card-component.ts';
import { useSite } from '../data/site-context.ts';
import { keep } from './keep.ts';
import { createPlaceholder, type RenderedHtml, renderHtml } from './render-html.ts';

/** How many rendered parts of each kind are kept. Pages that show the same articles are rendered soon after each other. */
const MAX_KEPT = 5_000;
const CARD = createPlaceholder();
const KICKER = createPlaceholder();

/**
 * Renders lists of articles from cards that are rendered once: an article is in the list of all articles, of its provider
 * and of each of its topics. Kickers are rendered apart, because in each of these lists a card may show another topic.
 * `addContext` adds the context providers. They must be the same for all cards.
 */
export function createListRenderer(addContext: (part: ReactNode) => ReactNode) {
  const renderCard = keep(MAX_KEPT, cardKey, (props) => {
    const card = (
      <KickerPlaceholder value={KICKER}>
        <ArticleCard {...props} />
      </KickerPlaceholder>
    );
    const { head, body } = renderHtml(addContext(card));
    const [before = '', after = ''] = body.split(KICKER);
    return { head, before, after };
  });
  const renderKicker = keep(MAX_KEPT, kickerKey, (props) => renderHtml(addContext(<KickerLine {...props} />)).body);

  /** Renders an element with the cards of its lists. */
  return function renderList(list: ReactNode): RenderedHtml {
    const cards: RenderedHtml[] = [];
    const Placeholder: ComponentType<ArticleCardProps> = ({ pageTopic, ...props }) => {
      const { topics, hasVideo, isDraft, isScheduled } = props.article;
      const topic = selectKickerTopic(topics, useSite().topics, pageTopic);
      const isPageTopic = topic?.slug === pageTopic;
      const kicker = renderKicker({ topic, isPageTopic, hasVideo, isDraft, isScheduled });
      const { head, before, after } = renderCard(props);
      cards.push({ head, body: before + kicker + after });
      return CARD;
    };
    const { head, body } = renderHtml(<CardComponent value={Placeholder}>{list}</CardComponent>);
    const [first = '', ...rest] = body.split(CARD);
    if (rest.length !== cards.length) throw new Error('Expected a placeholder for each card');
    return {
      head: joinPreloads(cards) + head,
      body: rest.reduce((html, part, index) => html + (cards[index]?.body ?? '') + part, first),
    };
  };
}

type CardProps = Omit<ArticleCardProps, 'pageTopic'>;

/** Two cards with the same key have the same HTML. An article is the same in all lists, so its slug stands for it. */
function cardKey({
  article,
  now,
  preferred,
  priority,
  isRead,
  isSaved,
  Tools,
  showTime,
  ...others
}: CardProps): string {
  // A prop that is not part of the key does not compile.
  void (others satisfies Record<string, never>);
  return `${article.slug} ${now} ${preferred} ${priority} ${isRead} ${isSaved} ${Tools !== undefined} ${showTime}`;
}

function kickerKey({ topic, isPageTopic, hasVideo, isDraft, isScheduled, ...others }: KickerLineProps): string {
  void (others satisfies Record<string, never>);
  return `${topic?.slug} ${isPageTopic} ${hasVideo} ${isDraft} ${isScheduled}`;
}

/** The preloads of all cards. React preloads an image once, also if several cards show it. */
function joinPreloads(cards: readonly RenderedHtml[]): string {
  const preloads = new Map<string, string>();
  for (const { head } of cards) {
    for (const [link] of head.matchAll(/<link\b[^>]*>/g)) {
      const [href = link] = / href="[^"]*"/.exec(link) ?? [];
      if (!preloads.has(href)) preloads.set(href, link);
    }
  }
  return [...preloads.values()].join('');
}
