const FIELD = '.filter-panel input';
const PATIENCE_MS = 3000;

/** Opens the panel of topics, as a click on its button does, and puts the focus into its search. */
export function openTopicSearch(): void {
  const button = document.querySelector<HTMLElement>('.all-topics');
  if (!document.querySelector(FIELD)) {
    if (button?.checkVisibility()) button.click();
    else document.querySelector<HTMLElement>('.bottom-bar [aria-haspopup]')?.click();
  }
  focusField(performance.now() + PATIENCE_MS);
}

/** The panel's code may still be on its way. */
function focusField(until: number): void {
  const field = document.querySelector<HTMLElement>(FIELD);
  if (field) field.focus();
  else if (performance.now() < until) requestAnimationFrame(() => focusField(until));
}
