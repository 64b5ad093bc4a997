import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';

/** The elements of the note that is shown. */
let shown: HTMLElement[] = [];
/** Those of the note that is shown when there is no other one. */
let lasting: HTMLElement[] = [];
let lastingText = '';
/** What had the focus before the buttons of the note. */
let focusedBefore: EventTarget | null = null;

/**
 * Shows a note at the bottom of the window, in place of the one before. Returns a function that removes it, if it is
 * still there. With `act` it has a button with that label, and one to close it.
 */
export function showNotice(text: string, label?: string, act?: () => void): () => void {
  const parts: HTMLElement[] = [create('p', text)];
  const hide = (): void => {
    if (shown !== parts) return;
    const hasFocus = document.activeElement && parts.includes(document.activeElement as HTMLElement);
    shown = [];
    render();
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
  shown = parts;
  render();
  return hide;
}

/** Shows a note whenever there is no other one, until the reader closes it, or its text changes. An empty text removes it. */
export function showLastingNotice(text: string): void {
  if (text === lastingText) return;
  lastingText = text;
  const close = (): void => {
    lasting = [];
    render();
  };
  lasting = text ? [create('p', text), create('button', strings.close, close)] : [];
  if (shown.length === 0) render();
}

function render(): void {
  const region = document.getElementById('notice') ?? createRegion();
  region.replaceChildren();
  // A live region is in the page before it has a text.
  setTimeout(() => region.replaceChildren(...(shown.length > 0 ? shown : lasting)));
}

function createRegion(): HTMLElement {
  const region = create('div', '');
  region.id = 'notice';
  region.role = 'status';
  Object.assign(region, interfaceAttributes);
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
