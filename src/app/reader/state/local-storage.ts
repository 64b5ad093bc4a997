import type { Change } from '../document/reader-document.ts';

/* Access to local storage, which may be blocked or full. */

const PREFIX = 'broadsheet:';
/** Settings that earlier versions stored in keys of their own. They stay, so that an earlier version still finds them. */
export const LEGACY_SETTINGS = ['theme', 'text-size', 'density', 'link', 'keys', 'data-saver'];

export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes a value, or removes it. Returns whether that succeeded. */
export function writeStored(key: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}

/** As changes that are earlier than any other. */
export const readLegacySettings = (): Change[] =>
  LEGACY_SETTINGS.flatMap((name) => {
    const value = readStored(name);
    if (name === 'data-saver') return value === 'on' ? [['settings', 'images', 1, 'own'] satisfies Change] : [];
    return value ? [['settings', name, 1, value] satisfies Change] : [];
  });
