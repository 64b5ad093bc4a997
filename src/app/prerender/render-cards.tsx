import type { ReactNode } from 'react';
import { ArticleCard, type ArticleCardProps } from '../article/card/article-card.tsx';
import { CardComponent } from '../collection/card-component.ts';
import { createPlaceholder, type RenderedHtml, renderHtml } from './render-html.ts';

/** How many rendered cards are kept. Pages that show the same articles are rendered soon after each other. */
const MAX_CARDS = 5_000;
const PLACEHOLDER = createPlaceholder();

/**
 * Renders lists of articles from cards that are rendered once: an article is in the list of all articles, of its provider
 * and of each of its topics. `addContext` adds the context providers. They must be the same for all cards.
 */
export function createListRenderer(addContext: (card: ReactNode) => ReactNode) {
  const cards = new Map<string, RenderedHtml>();
  const renderCard = (props: ArticleCardProps): RenderedHtml => {
    // All props are part of the key, so two cards with the same key have the same HTML.
    const key = JSON.stringify(props);
    const cached = cards.get(key);
    if (cached) return cached;
    const card = renderHtml(addContext(<ArticleCard {...props} />));
    for (const oldest of cards.keys()) {
      if (cards.size < MAX_CARDS) break;
      cards.delete(oldest);
    }
    cards.set(key, card);
    return card;
  };
  /** Renders an element with the cards of its lists. */
  return function renderList(list: ReactNode): RenderedHtml {
    const rendered: RenderedHtml[] = [];
    const Placeholder = (props: ArticleCardProps): string => {
      rendered.push(renderCard(props));
      return PLACEHOLDER;
    };
    const { head, body } = renderHtml(<CardComponent value={Placeholder}>{list}</CardComponent>);
    const [first = '', ...rest] = body.split(PLACEHOLDER);
    if (rest.length !== rendered.length) throw new Error('Expected a placeholder for each card');
    return {
      head: joinPreloads(rendered) + head,
      body: rest.reduce((html, part, index) => html + (rendered[index]?.body ?? '') + part, first),
    };
  };
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
