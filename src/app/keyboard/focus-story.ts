const HEADLINES = 'main :is(.stories, .event-list, .related, .latest) h3 a';
const CARD = 'article, .related-card';

/** Focuses the headline of the next (1) or the previous (-1) story. Scrolls only if the story is not in view. */
export function focusStory(step: 1 | -1): void {
  const headlines = [...document.querySelectorAll<HTMLElement>(HEADLINES)];
  const card = focusedCard();
  const current = headlines.findIndex((headline) => cardOf(headline) === card);
  const next = card ? headlines[current + step] : findStart(headlines, step);
  if (!next) return;
  next.focus({ preventScroll: true });
  scrollIntoView(next);
}

/** The card that contains the focused element. */
export function focusedCard(): Element | undefined {
  const card = document.activeElement?.closest(CARD);
  return card?.querySelector(':scope > h3 a') ? card : undefined;
}

const cardOf = (headline: Element): Element | null => headline.closest(CARD);

/** The story to start with if none has the focus: the first one in view, else the nearest one in that direction. */
function findStart(headlines: HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const visible = visibleRange();
  const topOf = (headline: HTMLElement): number => headline.getBoundingClientRect().top;
  const first = headlines.find((headline) => topOf(headline) >= visible.top);
  if (step === 1 || (first && topOf(first) < visible.bottom)) return first;
  return headlines.findLast((headline) => topOf(headline) < visible.top);
}

/** Scrolls a headline into view, with as much of its card as there is space for. */
function scrollIntoView(headline: HTMLElement): void {
  const visible = visibleRange();
  const { top, bottom } = headline.getBoundingClientRect();
  const card = (cardOf(headline) ?? headline).getBoundingClientRect();
  if (top < visible.top) window.scrollBy(0, Math.max(card.top - visible.top, bottom - visible.bottom));
  else if (bottom > visible.bottom) window.scrollBy(0, Math.min(card.bottom - visible.bottom, top - visible.top));
}

/** The part of the viewport that is not covered by the bars. */
function visibleRange(): { top: number; bottom: number } {
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)].map((bar) => bar.getBoundingClientRect()).filter(({ height }) => height);
  return {
    top: Math.max(0, ...boxes('.topic-bar').map(({ bottom }) => bottom)),
    bottom: Math.min(window.innerHeight, ...boxes('.bottom-bar').map(({ top }) => top)),
  };
}
