const HEADLINES = 'main :is(.stories, .related) h3 a';

/** Moves the focus to the headline of the next story (1) or the one before (-1), and scrolls only to what is not seen. */
export function focusStory(step: 1 | -1): void {
  const headlines = [...document.querySelectorAll<HTMLElement>(HEADLINES)];
  const card = focusedCard();
  const current = headlines.findIndex((headline) => cardOf(headline) === card);
  const next = card ? headlines[current + step] : startOf(headlines, step);
  if (!next) return;
  next.focus({ preventScroll: true });
  reveal(next);
}

/** The story that has the focus, on its headline or on anything else of it. */
export function focusedCard(): Element | undefined {
  const card = document.activeElement?.closest('article');
  return card?.querySelector(':scope > h3 a') ? card : undefined;
}

const cardOf = (headline: Element): Element | null => headline.closest('article');

/** Without a story that has the focus: the first one in view, else the nearest one in that direction. */
function startOf(headlines: HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const seen = seenRange();
  const topOf = (headline: HTMLElement): number => headline.getBoundingClientRect().top;
  const first = headlines.find((headline) => topOf(headline) >= seen.top);
  if (step === 1 || (first && topOf(first) < seen.bottom)) return first;
  return headlines.findLast((headline) => topOf(headline) < seen.top);
}

/** Shows a headline that is not seen, with as much of its story as there is room for. */
function reveal(headline: HTMLElement): void {
  const seen = seenRange();
  const { top, bottom } = headline.getBoundingClientRect();
  const card = (cardOf(headline) ?? headline).getBoundingClientRect();
  if (top < seen.top) window.scrollBy(0, Math.max(card.top - seen.top, bottom - seen.bottom));
  else if (bottom > seen.bottom) window.scrollBy(0, Math.min(card.bottom - seen.bottom, top - seen.top));
}

/** What the bars leave free of the window. */
function seenRange(): { top: number; bottom: number } {
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)].map((bar) => bar.getBoundingClientRect()).filter(({ height }) => height);
  return {
    top: Math.max(0, ...boxes('.topic-bar').map(({ bottom }) => bottom)),
    bottom: Math.min(window.innerHeight, ...boxes('.bottom-bar').map(({ top }) => top)),
  };
}
