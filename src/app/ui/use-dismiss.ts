import { type RefObject, useEffect } from 'react';

/**
 * Calls `onClose` on Escape, and when the reader clicks or focuses something outside of an open menu and of the button
 * before it, which gets the focus back on Escape.
 */
export function useDismiss(menu: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const button = menu.current?.previousElementSibling;
    const listeners = new AbortController();
    const closeOutside = ({ target }: Event): void => {
      // What the click has removed from the menu is not outside.
      const isGone = target instanceof Node && !target.isConnected;
      if (!isGone && ![button, menu.current].some((part) => part?.contains(target as Node))) onClose();
    };
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      focusButton(menu.current);
      onClose();
    };
    document.addEventListener('pointerdown', closeOutside, listeners);
    document.addEventListener('focusin', closeOutside, listeners);
    document.addEventListener('keydown', closeOnEscape, listeners);
    return () => listeners.abort();
  }, [menu, onClose]);
}

/** Focuses the button that has opened a menu: the element before it. */
export function focusButton(menu: HTMLElement | null): void {
  const button = menu?.previousElementSibling;
  if (button instanceof HTMLElement) button.focus();
}
