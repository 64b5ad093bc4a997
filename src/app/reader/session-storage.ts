/*
 * Access to session storage. It may be blocked or full: then values are in memory, until the page is closed.
 */

const PREFIX = 'broadsheet:';
const memory = new Map<string, string>();

export function readSession(key: string): string | undefined {
  try {
    return window.sessionStorage.getItem(PREFIX + key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

/** Never throws. */
export function writeSession(key: string, value: string): void {
  memory.set(key, value);
  try {
    window.sessionStorage.setItem(PREFIX + key, value);
  } catch {
    // `memory` has the value.
  }
}
