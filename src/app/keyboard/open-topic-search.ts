const FIELD = '.filter-panel input';
/** How long to wait for the code of the panel, or for the front page. */
const TIMEOUT_MS = 15_000;

/**
 * Opens the filter panel and focuses its search field. On phones the article page has no button for the panel: then it
 * opens on the front page.
 */
export function openTopicSearch(): void {
  const isOpening = document.querySelector(FIELD) !== null || clickOpener();
  if (!isOpening) document.querySelector<HTMLElement>('.nameplate a')?.click();
  focusField(performance.now() + TIMEOUT_MS, isOpening);
}

function clickOpener(): boolean {
  const openers = document.querySelectorAll<HTMLElement>('.all-topics, .bottom-bar [aria-haspopup]');
  const opener = [...openers].find((each) => each.checkVisibility());
  opener?.click();
  return opener !== undefined;
}

/** Tries in each frame: the code of the panel, or the page with its button, may be loading. */
function focusField(until: number, isOpening: boolean): void {
  const field = document.querySelector<HTMLElement>(FIELD);
  field?.focus();
  // `focus` does nothing in a dialog that is rendered and not shown yet.
  if (field && document.activeElement === field) return;
  if (performance.now() < until) requestAnimationFrame(() => focusField(until, isOpening || clickOpener()));
}
