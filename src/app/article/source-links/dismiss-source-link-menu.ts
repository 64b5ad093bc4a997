/** Closes an open choice of links on Escape, and when the reader clicks or goes elsewhere, on all pages from now on. */
export function dismissLinkChoices(): void {
  document.addEventListener('pointerdown', closeOutside);
  document.addEventListener('focusin', closeOutside);
  document.addEventListener('keydown', closeOnEscape);
}

const openChoice = (): HTMLDetailsElement | null => document.querySelector<HTMLDetailsElement>('.link-choice[open]');

function closeOutside({ target }: Event): void {
  const choice = openChoice();
  if (choice && !(target instanceof Node && choice.contains(target))) choice.open = false;
}

function closeOnEscape({ key }: KeyboardEvent): void {
  const choice = key === 'Escape' ? openChoice() : null;
  if (!choice) return;
  choice.open = false;
  choice.querySelector('summary')?.focus();
}
