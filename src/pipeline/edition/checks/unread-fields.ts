import type { ArticleFileResult } from '../../content/cache/cache-entry.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { quote } from '../../diagnostics/quote.ts';

/** A name in front matter, with the files that have it. */
interface NameUse {
  first: string;
  count: number;
}

/** One warning for each name of a field that is not read, and for each that is spelled in another case, in any file. */
export function findUnreadFields(files: readonly ArticleFileResult[]): DeferredDiagnostic[] {
  const unread = new Map<string, NameUse>();
  const respelled = new Map<string, NameUse & { known: string }>();
  for (const { file, names } of files) {
    for (const name of names?.unread ?? []) addUse(unread, name, { first: file, count: 0 });
    for (const { name, known } of names?.respelled ?? []) addUse(respelled, name, { first: file, count: 0, known });
  }
  return [
    ...[...unread].map(([name, use]) => unreadWarning(name, use)),
    ...[...respelled].map(([name, use]) => respelledWarning(name, use.known, use)),
  ];
}

function addUse<Use extends NameUse>(uses: Map<string, Use>, name: string, unused: Use): void {
  const use = uses.get(name) ?? unused;
  use.count += 1;
  uses.set(name, use);
}

const inFiles = ({ count }: NameUse): string =>
  count === 1 ? 'in this file only' : `in ${count.toLocaleString('en')} files, first in this one`;

function unreadWarning(name: string, use: NameUse): DeferredDiagnostic {
  const message = `Expected a field that is read, found ${quote(name)}, ${inFiles(use)}; its values are not shown.`;
  return { file: use.first, names: [name], isAboutName: true, severity: 'warning', code: 'unread-field', message };
}

function respelledWarning(name: string, known: string, use: NameUse): DeferredDiagnostic {
  const message = `Expected \`${known}\`, found ${quote(name)}, ${inFiles(use)}; it is read all the same.`;
  return { file: use.first, names: [name], isAboutName: true, severity: 'warning', code: 'other-case', message };
}
