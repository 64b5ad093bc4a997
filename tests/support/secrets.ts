import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const WINDOW = 24;

/** All substrings of 24 characters of the `secured` values in a folder of content files. */
export function secretWindows(dir: string): Set<string> {
  const windows = new Set<string>();
  for (const file of readdirSync(dir)) {
    const secret = /^secured: "(.+)"\r?$/m.exec(readFileSync(path.join(dir, file), 'utf8'))?.[1] ?? '';
    for (let at = 0; at + WINDOW <= secret.length; at += 1) windows.add(secret.slice(at, at + WINDOW));
  }
  return windows;
}

/** The first of these substrings in a text. Only runs of the base64 alphabet are searched. */
export function findWindow(text: string, windows: Set<string>): string | undefined {
  for (const [run] of text.matchAll(/[\w+/=;]{24,}/g)) {
    for (let at = 0; at + WINDOW <= run.length; at += 1) {
      const window = run.slice(at, at + WINDOW);
      if (windows.has(window)) return window;
    }
  }
  return undefined;
}
