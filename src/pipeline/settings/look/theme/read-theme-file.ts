import { lstatSync } from 'node:fs';
import path from 'node:path';
import { detectLayout, writesPublicFolder } from '../../../content/files/folder-layout.ts';
import { listPublicFiles } from '../../../content/files/public-files.ts';
import { fileDiagnostic } from '../../../content/locate-diagnostics.ts';
import { readTextFile } from '../../../content/read-text-file.ts';
import { createCodeFrames } from '../../../diagnostics/code-frame.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { defined } from '../../../util/defined.ts';
import { realPath } from '../../../util/file-stats.ts';
import { isInside } from '../../../util/is-inside.ts';
import { parseTheme } from './parse-theme.ts';
import type { ThemeFiles } from './resolve-url.ts';

/** The file with the publisher's own style rules, in the root of the content folder. */
export const THEME_FILE = 'theme.css';

const MAX_KILOBYTES = 256;

export interface ThemeFile {
  /** The rules. Absent if there is no such file, or if it is empty or has errors. */
  css?: string;
  diagnostics: Diagnostic[];
}

/** Reads and checks `theme.css` of a content folder. Never throws for its text. */
export function readThemeFile(root: string, basePath: string): ThemeFile {
  const file = path.join(root, THEME_FILE);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return { diagnostics: [] };
  const target = realPath(file);
  if (target !== undefined && !isInside(realPath(root) ?? root, target)) return { diagnostics: [OUTSIDE] };
  const { text, diagnostic, stats } = readTextFile(file);
  if (stats?.isFile() && stats.size > MAX_KILOBYTES * 1024)
    return { diagnostics: [fileDiagnostic(THEME_FILE, tooLarge(stats.size))] };
  if (diagnostic) return { diagnostics: [fileDiagnostic(THEME_FILE, diagnostic, text)] };
  const { css, faults } = parseTheme(text, filesFor(root, basePath));
  const codeFrameAt = createCodeFrames(text);
  const diagnostics = faults
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map((fault): Diagnostic => ({ file: THEME_FILE, ...fault, ...defined('codeFrame', codeFrameAt(fault)) }));
  const isUsed = css !== '' && diagnostics.every(({ severity }) => severity !== 'error');
  return { ...defined('css', isUsed ? css : undefined), diagnostics };
}

function filesFor(root: string, basePath: string): ThemeFiles {
  const layout = detectLayout(root);
  return {
    publicPaths: new Set(listPublicFiles(root, layout).files.map((file) => file.path)),
    withoutPublic: writesPublicFolder(layout) ? layout.system : undefined,
    basePath,
  };
}

const OUTSIDE: Diagnostic = {
  file: THEME_FILE,
  severity: 'warning',
  code: 'outside-link',
  message: 'Expected a file of the content folder, found a symbolic link out of it; it is not read.',
  hint: 'Copy the file into the content folder.',
};

const tooLarge = (size: number) => ({
  code: 'too-large',
  message: `Expected a style sheet of at most ${MAX_KILOBYTES} KB, found ${Math.ceil(size / 1024)} KB.`,
});
