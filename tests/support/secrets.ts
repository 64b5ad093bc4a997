import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { formatDiagnostics } from '../../src/pipeline/diagnostics/report.ts';
import { editionIn, outputsOf } from './content-folder.ts';

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

interface SecretContent {
  /** The content folder. */
  root: string;
  /** The folder of its files with ciphertext. */
  folder: string;
  /** The number of substrings that the ciphertext has at least. */
  minWindows: number;
}

/** Expects that neither the outputs nor the diagnostics of an edition with all articles contain ciphertext. */
export function expectEditionWithoutCiphertext({ root, folder, minWindows }: SecretContent): void {
  const built = editionIn(root, { DUPLICATES: 'keep', UNPUBLISHED: 'show', ADDRESS: 'https://paper.example/' });
  const output = [...outputsOf(built).values()].join('\n') + formatDiagnostics(built.diagnostics);
  const windows = secretWindows(folder);
  expect(windows.size).toBeGreaterThan(minWindows);
  expect(findWindow(output, windows)).toBeUndefined();
}
