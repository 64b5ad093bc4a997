/** Closes a source link menu on Escape, and when the reader clicks or focuses something outside of it. */
export function dismissSourceLinkMenus(): void {
  document.addEventListener('pointerdown', closeOutside);
  document.addEventListener('focusin', closeOutside);
  document.addEventListener('keydown', closeOnEscape);
}

const openMenu = (): HTMLDetailsElement | null => document.querySelector<HTMLDetailsElement>('.source-link-menu[open]');

function closeOutside({ target }: Event): void {
  const menu = openMenu();
  if (menu && !(target instanceof Node && menu.contains(target))) menu.open = false;
}

function closeOnEscape({ key }: KeyboardEvent): void {
  const menu = key === 'Escape' ? openMenu() : null;
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
