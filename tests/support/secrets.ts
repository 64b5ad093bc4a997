import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const WINDOW = 24;

/** Every 24 characters in a row of every `secured` value in a folder of content files. */
export function secretWindows(dir: string): Set<string> {
  const windows = new Set<string>();
  for (const file of readdirSync(dir)) {
    const secret = /^secured: "(.+)"\r?$/m.exec(readFileSync(path.join(dir, file), 'utf8'))?.[1] ?? '';
    for (let at = 0; at + WINDOW <= secret.length; at += 1) windows.add(secret.slice(at, at + WINDOW));
  }
  return windows;
}

/** The first of the windows that a text holds. Only runs of base64 can hold one. */
export function findWindow(text: string, windows: Set<string>): string | undefined {
  for (const [run] of text.matchAll(/[\w+/=;]{24,}/g)) {
    for (let at = 0; at + WINDOW <= run.length; at += 1) {
      const window = run.slice(at, at + WINDOW);
      if (windows.has(window)) return window;
    }
  }
  return undefined;
}
