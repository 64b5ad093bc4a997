import { type Change, SECTIONS, type Section } from '../document/reader-document.ts';
import { readerDocument, toChange } from '../state/reader-state.ts';

/** All entries of some sections, removed ones included, as changes. */
export const allChanges = (sections: readonly Section[] = SECTIONS): Change[] =>
  sections.flatMap((section) => [...readerDocument[section]].map(([id, entry]) => toChange(section, id, entry)));
