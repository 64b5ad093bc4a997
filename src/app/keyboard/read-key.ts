/**
 * Which key was pressed, by what it writes; by its place on the keyboard where it writes nothing of ours (Cyrillic,
 * Greek, Arabic). `undefined` when it is not meant for the page: with a modifier, while composing, a key without a sign.
 */
export function readKey(event: KeyboardEvent): string | undefined {
  const { key, code, shiftKey, isComposing } = event;
  // An input method's own key is called `Process`.
  if (event.ctrlKey || event.metaKey || event.altKey || isComposing || key === 'Process') return undefined;
  if (key === 'Escape') return key;
  const sign = key.charCodeAt(0) > 127 ? signAt(code, shiftKey) : key.toLowerCase();
  if (sign?.length !== 1) return undefined;
  return shiftKey && /[a-z]/.test(sign) ? undefined : sign;
}

/** What the key at a place writes on a Latin keyboard. */
function signAt(code: string, shiftKey: boolean): string | undefined {
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : undefined;
}
