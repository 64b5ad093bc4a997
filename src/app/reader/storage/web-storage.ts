/* Access to local and session storage, which may be blocked or full. Other modules do not use them directly. */

type Area = 'localStorage' | 'sessionStorage';

const PREFIX = 'broadsheet:';

export function readStored(key: string, area: Area = 'localStorage'): string | undefined {
  try {
    return window[area].getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes a value, or removes it. Returns whether that succeeded. */
export function writeStored(key: string, value: string | undefined, area: Area = 'localStorage'): boolean {
  try {
    if (value === undefined) window[area].removeItem(PREFIX + key);
    else window[area].setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}

/** Whether the app has stored anything in local storage. Papers on one origin are not told apart. */
export function hasStored(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.includes(PREFIX));
  } catch {
    return false;
  }
}
