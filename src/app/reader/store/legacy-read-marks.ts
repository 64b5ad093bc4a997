import { parseChanges } from '../document/parse-reader-file.ts';
import type { Change } from '../document/reader-document.ts';
import { LEGACY_MARKS_KEY } from '../state/local-record.ts';
import { readStored } from '../storage/web-storage.ts';

/** The read marks that an earlier version has stored, oldest first. Their stamps are earlier than any change. */
export function legacyReadMarks(): Change[] {
  try {
    const slugs: unknown = JSON.parse(readStored(LEGACY_MARKS_KEY) ?? '[]');
    const list: unknown[] = Array.isArray(slugs) ? slugs : [];
    const changes = list.map((slug, index) => ['read', slug, index + 1, 1]);
    return parseChanges(changes, { dropped: 0 });
  } catch {
    return [];
  }
}
