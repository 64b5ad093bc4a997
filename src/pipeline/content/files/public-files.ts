import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { isInside } from '../../util/is-inside.ts';
import { type FolderLayout, PUBLIC_FOLDER } from './folder-layout.ts';

/** A file that is copied. */
export interface PublicFile {
  /** Relative to the output folder, with forward slashes, NFC. */
  path: string;
  /** The absolute path of the file, with symbolic links resolved. */
  source: string;
}

/** Files that browsers run on the origin of the paper. */
const ACTIVE = /\.(?:x?html?|svgz?|m?js|cjs|xml|xslt?|wasm|swf)$/i;
const MAX_NAMED = 3;

/**
 * Lists the files of the public folder, except those whose names begin with a dot; `.well-known/` and `.nojekyll` are
 * copied. Links out of the content folder are left out.
 */
export function listPublicFiles(
  root: string,
  { copiesPublicFolder }: FolderLayout,
): { files: PublicFile[]; diagnostics: Diagnostic[] } {
  if (!copiesPublicFolder) return { files: [], diagnostics: [] };
  const files: PublicFile[] = [];
  const outside: string[] = [];
  const realRoot = realpathSync(root);
  const visit = (folder: string): void => {
    for (const entry of entriesIn(path.join(root, PUBLIC_FOLDER, folder))) {
      const name = folder + entry.name;
      if (isHidden(name)) continue;
      const source = realpathSync(path.join(root, PUBLIC_FOLDER, name));
      if (!isInside(realRoot, source)) outside.push(`${PUBLIC_FOLDER}/${name}`);
      else if (entry.isDirectory()) visit(`${name}/`);
      else if (statSync(source).isFile()) files.push({ path: name.normalize('NFC'), source });
    }
  };
  visit('');
  return { files, diagnostics: [...warnOfLinks(outside), ...warnOfActive(files), ...rejectOwnFiles(files)] };
}

/** Broken links are left out: they cannot be resolved. */
const entriesIn = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => statSync(path.join(folder, name), { throwIfNoEntry: false }) !== undefined)
    .sort((a, b) => compareCodeUnits(a.name, b.name));

const isHidden = (name: string): boolean =>
  /(?:^|\/)\./.test(name) && name !== '.nojekyll' && name !== '.well-known' && !/^\.well-known\/[^.]/.test(name);

const warnOfLinks = (outside: readonly string[]): Diagnostic[] =>
  outside.map((file) => ({
    file,
    severity: 'warning',
    code: 'outside',
    message: 'Expected a file of the content folder, found a symbolic link out of it; it is not copied.',
  }));

/** Files that every site has. Others depend on the content: the build finds those. */
const OWN_FILES: readonly string[] = ['index.html', '404.html', 'manifest.webmanifest', 'sw.js', '_headers'];

const rejectOwnFiles = (files: readonly PublicFile[]): Diagnostic[] =>
  files
    .filter((file) => OWN_FILES.includes(file.path.toLowerCase()))
    .map((file) => ({
      file: `${PUBLIC_FOLDER}/${file.path}`,
      severity: 'error',
      code: 'taken-file',
      message: `Expected a name that the site does not use, found ${quote(file.path)}; it cannot be copied.`,
      hint: 'Rename or remove it.',
    }));

function warnOfActive(files: readonly PublicFile[]): Diagnostic[] {
  const active = files.filter((file) => ACTIVE.test(file.path)).map((file) => file.path);
  if (active.length === 0) return [];
  const rest = active.length - MAX_NAMED;
  const named = active.slice(0, MAX_NAMED).map(quote).join(', ');
  const message = `Browsers run code in HTML, SVG and scripts, on the address of the paper and without its policy: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`;
  return [
    { file: PUBLIC_FOLDER, severity: 'warning', code: 'active-file', message, hint: 'Copy only files that you trust.' },
  ];
}
