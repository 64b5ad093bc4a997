/* What the first load leaves to the first key. */

export { handleKey } from './handle-key.ts';
export { openShortcutsSheet } from './open-shortcuts-sheet.tsx';
