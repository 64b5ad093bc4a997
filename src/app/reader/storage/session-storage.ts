import { readStored, writeStored } from './web-storage.ts';

/** Values that session storage does not take. They last until the page is closed. */
const memory = new Map<string, string>();

export const readSession = (key: string): string | undefined => memory.get(key) ?? readStored(key, 'sessionStorage');

export function writeSession(key: string, value: string): void {
  if (writeStored(key, value, 'sessionStorage')) memory.delete(key);
  else memory.set(key, value);
}
