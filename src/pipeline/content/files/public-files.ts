import path from 'node:path';
import { HEADERS_FILE, MANIFEST_FILE } from '../../../model/addresses/site-files.ts';
import { SHELL_FILE, WORKER_FILE } from '../../../model/offline/service-worker.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { realPath, statsOf } from '../../util/file-stats.ts';
import { isInside } from '../../util/is-inside.ts';
import { type FolderLayout, PUBLIC_FOLDER } from './folder-layout.ts';
import { type FolderWalk, startWalk, takeLink, walkFolder } from './walk-folder.ts';

/** A file that is copied. */
export interface PublicFile {
  /** Relative to the output folder, with forward slashes, NFC. */
  path: string;
  /** The absolute path of the file, with symbolic links resolved. */
  source: string;
}

/** Files that browsers run on the origin of the site. */
const ACTIVE = /\.(?:x?html?|svgz?|m?js|cjs|xml|xslt?|wasm|swf)$/i;
const MAX_NAMED = 3;

/** The names with a dot at the start that hosts need. */
const SHOWN = [`${PUBLIC_FOLDER}/.nojekyll`, `${PUBLIC_FOLDER}/.well-known`];

/**
 * Lists the files of the public folder, except those whose names begin with a dot; `.well-known/` and `.nojekyll` are
 * copied. Symbolic links are followed inside the content folder, each folder once, real folders first. A file with a name
 * that every site has is an error, and left out.
 */
export function listPublicFiles(
  root: string,
  { copiesPublicFolder }: FolderLayout,
): { files: PublicFile[]; diagnostics: Diagnostic[] } {
  if (!copiesPublicFolder) return { files: [], diagnostics: [] };
  const realRoot = realPath(root) ?? root;
  const found: PublicFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const walk = startWalk(root, diagnostics, {
    skips: (file, name) => name.startsWith('.') && !SHOWN.includes(file),
    addFile: (file, source) => found.push({ path: file.slice(PUBLIC_FOLDER.length + 1).normalize('NFC'), source }),
  });
  follow(PUBLIC_FOLDER, realRoot, walk);
  for (let link = takeLink(walk); link !== undefined; link = takeLink(walk)) follow(link, realRoot, walk);
  const listed = found.sort((a, b) => compareCodeUnits(a.path, b.path));
  const files = listed.filter((file) => !isOwnFile(file));
  const ofFiles = diagnostics.sort((a, b) => compareCodeUnits(a.file, b.file));
  return { files, diagnostics: [...ofFiles, ...warnOfActive(files), ...listed.filter(isOwnFile).map(ownFileError)] };
}

/** Lists a file or folder that may be a symbolic link. */
function follow(name: string, realRoot: string, walk: FolderWalk): void {
  const source = realPath(path.join(walk.root, name));
  const stats = source === undefined ? undefined : statsOf(source);
  const warn = (fault: LinkFault): void => void walk.diagnostics.push(linkWarning(name, fault));
  if (source === undefined || stats === undefined) warn(BROKEN);
  else if (!isInside(realRoot, source)) warn(OUTSIDE);
  else if (isHidden(path.relative(realRoot, source))) warn(HIDDEN);
  else if (stats.isFile()) walk.addFile(name, source);
  else if (walk.seen.has(source)) warn(REPEATED);
  else if (stats.isDirectory()) walkFolder(`${name}/`, source, walk);
}

/** Whether a name in the path of a link's target, relative to the root, begins with a dot. */
function isHidden(relative: string): boolean {
  const names = relative.split(path.sep);
  const shown = SHOWN.includes(names.slice(0, 2).join('/')) ? 2 : 0;
  return names.slice(shown).some((name) => name.startsWith('.'));
}

type LinkFault = [code: string, found: string];
const BROKEN: LinkFault = ['broken-link', 'a symbolic link that leads nowhere'];
const OUTSIDE: LinkFault = ['outside-link', 'a symbolic link out of it'];
const HIDDEN: LinkFault = ['hidden-link', 'a symbolic link to a name that begins with a dot'];
const REPEATED: LinkFault = ['repeated-link', 'a symbolic link to a folder that is copied already'];

const linkWarning = (file: string, [code, found]: LinkFault): Diagnostic => ({
  file,
  severity: 'warning',
  code,
  message: `Expected a file of the content folder, found ${found}; it is not copied.`,
});

/** Files that every site has. Others depend on the content: the build finds those. */
const OWN_FILES: readonly string[] = ['index.html', SHELL_FILE, MANIFEST_FILE, WORKER_FILE, HEADERS_FILE];

const isOwnFile = (file: PublicFile): boolean => OWN_FILES.includes(file.path.toLowerCase());

const ownFileError = (file: PublicFile): Diagnostic => ({
  file: `${PUBLIC_FOLDER}/${file.path}`,
  severity: 'error',
  code: 'taken-file',
  message: `Expected a name that the site does not use, found ${quote(file.path)}; it cannot be copied.`,
  hint: 'Rename or remove it.',
});

function warnOfActive(files: readonly PublicFile[]): Diagnostic[] {
  const active = files.filter((file) => ACTIVE.test(file.path)).map((file) => file.path);
  if (active.length === 0) return [];
  const rest = active.length - MAX_NAMED;
  const named = active.slice(0, MAX_NAMED).map(quote).join(', ');
  const message = `Browsers run code in HTML, SVG and scripts, on the address of the site and without its policy: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`;
  return [
    { file: PUBLIC_FOLDER, severity: 'warning', code: 'active-file', message, hint: 'Copy only files that you trust.' },
  ];
}
