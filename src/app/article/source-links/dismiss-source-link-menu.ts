/** Closes an open choice of links on Escape, and when the reader clicks or goes elsewhere, on all pages from now on. */
export function dismissSourceLinkMenus(): void {
  document.addEventListener('pointerdown', closeOutside);
  document.addEventListener('focusin', closeOutside);
  document.addEventListener('keydown', closeOnEscape);
}

const openMenu = (): HTMLDetailsElement | null => document.querySelector<HTMLDetailsElement>('.source-link-menu[open]');

function closeOutside({ target }: Event): void {
  const choice = openMenu();
  if (choice && !(target instanceof Node && choice.contains(target))) choice.open = false;
}

function closeOnEscape({ key }: KeyboardEvent): void {
  const choice = key === 'Escape' ? openMenu() : null;
  if (!choice) return;
  choice.open = false;
  choice.querySelector('summary')?.focus();
}
