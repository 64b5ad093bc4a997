/**
 * The character of a key press. For layouts without Latin letters (Cyrillic, Greek, Arabic): the character at that
 * position of a Latin keyboard. `undefined` for what is no shortcut: with a modifier, during composition, keys without
 * a character.
 */
export function readKey(event: KeyboardEvent): string | undefined {
  const { key, code, shiftKey, isComposing } = event;
  // Keys that an input method handles are called `Process`.
  if (event.ctrlKey || event.metaKey || event.altKey || isComposing || key === 'Process') return undefined;
  if (key === 'Escape') return key;
  const character = key.charCodeAt(0) > 127 ? latinCharacter(code, shiftKey) : key.toLowerCase();
  if (character?.length !== 1) return undefined;
  return shiftKey && /[a-z]/.test(character) ? undefined : character;
}

/** The character of a key position on a Latin keyboard. */
function latinCharacter(code: string, shiftKey: boolean): string | undefined {
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : undefined;
}
