import { readFileSync } from 'node:fs';
import { EDITION_FILE } from '../../../model/edition-files.ts';
import { WORKER_FILE } from '../../../model/offline/service-worker.ts';
import { PUBLIC_FOLDER } from '../../content/files/folder-layout.ts';
import type { PublicFile } from '../../content/files/public-files.ts';
import { PublisherError } from '../../diagnostics/publisher-error.ts';
import { printable } from '../../diagnostics/quote.ts';
import { count } from '../../diagnostics/report.ts';
import { findCollisions } from '../../output/files/find-collisions.ts';
import type { OutputWriter } from '../../output/files/output-writer.ts';

/** The names in the report of a build. */
const MAX_NAMED = 5;

/**
 * Throws a `PublisherError` if a file has the name of a file of the site, or would need a folder where the site has a file,
 * or the other way round.
 */
export function rejectCollisions(files: readonly PublicFile[], ofSite: Iterable<string>): void {
  const names = files.map((file) => file.path);
  const collisions = findCollisions(names, ofSite).map(
    ([name, other]) =>
      `${PUBLIC_FOLDER}/${name} cannot be copied: the site has the file ${other}. Rename or remove it.`,
  );
  if (collisions.length > 0) throw new PublisherError(collisions.map(printable).join('\n'));
}

/** Writes the publisher's files, last: then all files of the site are known. */
export function writePublicFiles(writer: OutputWriter, files: readonly PublicFile[]): void {
  rejectCollisions(files, [...writer.paths(), WORKER_FILE, EDITION_FILE]);
  for (const file of files) writer.write(copyOf(file));
}

const copyOf = ({ path: name, source }: PublicFile) => ({
  path: name,
  get body() {
    return readFileSync(source);
  },
});

/** `3 files of public/ copied as they are: CNAME, ads.txt, .well-known/security.txt.` */
export function describeCopied(files: readonly PublicFile[]): string {
  if (files.length === 0) return '';
  const rest = files.length - MAX_NAMED;
  const named = files
    .slice(0, MAX_NAMED)
    .map((file) => printable(file.path))
    .join(', ');
  return `${count(files.length, 'file')} of ${PUBLIC_FOLDER}/ copied as ${files.length === 1 ? 'it is' : 'they are'}: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
