import { strings } from '../i18n/strings.ts';

/** What removes the note that is shown. */
let hideShown = (): void => {};
/** What had the focus before the buttons of the note. */
let focusedBefore: EventTarget | null = null;

/**
 * Shows a note at the bottom of the window, in place of the one before. Returns a function that removes it, if it is
 * still there. With `act` it has a button with that label, and one to close it.
 */
export function showNotice(text: string, label?: string, act?: () => void): () => void {
  hideShown();
  const region = document.getElementById('notice') ?? createRegion();
  const parts: HTMLElement[] = [create('p', text)];
  const hide = (): void => {
    const hasFocus = region.contains(document.activeElement);
    for (const part of parts) part.remove();
    parts.length = 0;
    if (hasFocus && focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
  };
  if (label && act) {
    parts.push(
      create('button', label, () => {
        hide();
        act();
      }),
      create('button', strings.close, hide),
    );
  }
  // A live region is in the page before it has a text.
  setTimeout(() => region.append(...parts));
  return (hideShown = hide);
}

function createRegion(): HTMLElement {
  const region = create('div', '');
  region.id = 'notice';
  region.role = 'status';
  region.addEventListener('focusin', ({ relatedTarget }) => {
    if (!region.contains(relatedTarget as Node | null)) focusedBefore = relatedTarget;
  });
  return document.body.appendChild(region);
}

function create(tag: string, text: string, onClick: (() => void) | null = null): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.onclick = onClick;
  return element;
}
