import { editionFiles } from '../../src/pipeline/output/data/index.ts';
import { editionOf, type Files } from './content-folder.ts';

/** The files of an edition that a change of content adds, changes or deletes. */
export function changedFiles(before: Files, after: Files): string[] {
  const [old, now] = [versionsOf(before), versionsOf(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].filter((name) => old.get(name) !== now.get(name)).sort();
}

const versionsOf = (files: Files): Map<string, string> =>
  new Map(Array.from(editionFiles(editionOf(files).built), ({ path, version }) => [path, version]));
