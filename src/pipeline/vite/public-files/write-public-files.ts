import { readFileSync } from 'node:fs';
import { EDITION_FILE } from '../../model/edition-files.ts';
import { PUBLIC_FOLDER } from '../content/files/folder-layout.ts';
import type { PublicFile } from '../content/files/public-files.ts';
import { PublisherError } from '../diagnostics/publisher-error.ts';
import { printable } from '../diagnostics/quote.ts';
import { count } from '../diagnostics/report.ts';
import { findCollisions } from '../output/files/find-collisions.ts';
import type { OutputWriter } from '../output/files/output-writer.ts';

/** The names in the report of a build. */
const MAX_NAMED = 5;

/** The publisher's files, last: none may take the name of a file of the site. */
export function writePublicFiles(writer: OutputWriter, files: readonly PublicFile[]): void {
  const ofSite = [...writer.paths(), 'sw.js', EDITION_FILE];
  const collisions = findCollisions(
    files.map((file) => file.path),
    ofSite,
  ).map(
    ([name, other]) =>
      `${PUBLIC_FOLDER}/${name} cannot be copied: the site has the file ${other}. Rename or remove it.`,
  );
  if (collisions.length > 0) throw new PublisherError(collisions.map(printable).join('\n'));
  for (const file of files) writer.write(copyOf(file));
}

const copyOf = ({ path: name, source }: PublicFile) => ({
  path: name,
  get body() {
    return readFileSync(source);
  },
});

/** `3 files of public/ are copied as they are: CNAME, ads.txt, .well-known/security.txt.` */
export function describeCopied(files: readonly PublicFile[]): string {
  if (files.length === 0) return '';
  const rest = files.length - MAX_NAMED;
  const named = files
    .slice(0, MAX_NAMED)
    .map((file) => file.path)
    .join(', ');
  return `${count(files.length, 'file')} of ${PUBLIC_FOLDER}/ copied as ${files.length === 1 ? 'it is' : 'they are'}: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
