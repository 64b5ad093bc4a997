/* The entry of the lazy keyboard code. It loads on the first key press. */

export { handleKey } from './handle-key.ts';
export { openShortcutsSheet } from './open-shortcuts-sheet.tsx';
