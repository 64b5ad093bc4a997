const FIELD = '.filter-panel input';
const PATIENCE_MS = 15_000;

/**
 * Opens the panel of topics, as a click on its button does, and puts the focus into its search. On phones an article has
 * no such button: then it is that of the front page.
 */
export function openTopicSearch(): void {
  const isOpening = document.querySelector(FIELD) !== null || pressOpener();
  if (!isOpening) document.querySelector<HTMLElement>('.nameplate a')?.click();
  focusField(performance.now() + PATIENCE_MS, isOpening);
}

function pressOpener(): boolean {
  const openers = document.querySelectorAll<HTMLElement>('.all-topics, .bottom-bar [aria-haspopup]');
  const opener = [...openers].find((each) => each.checkVisibility());
  opener?.click();
  return opener !== undefined;
}

/** The panel's code, or the page that has the button, may still be on its way. */
function focusField(until: number, isOpening: boolean): void {
  const field = document.querySelector<HTMLElement>(FIELD);
  if (field) field.focus();
  else if (performance.now() < until) requestAnimationFrame(() => focusField(until, isOpening || pressOpener()));
}
