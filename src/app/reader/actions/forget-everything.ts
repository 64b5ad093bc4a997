import { SECTIONS } from '../document/reader-document.ts';
import { valuesOf } from '../state/reader-state.ts';
import { planToForget } from '../store/forget.ts';
import { clearStore, openStore } from '../store/reader-store.ts';
import { combine, offerUndo, perform } from '../undo/undo.ts';
import { actionStrings as words } from './action-strings.ts';

/**
 * Removes everything that the reader owns, also what the database has not given yet. When it can no longer be undone,
 * nothing of it is stored.
 */
export async function forgetEverything(): Promise<void> {
  await openStore();
  const actions = SECTIONS.map((section) =>
    perform(
      '',
      section,
      [...valuesOf(section).keys()].map((id) => [id, null] as const),
    ),
  );
  const action = combine(words.forgotten, actions);
  planToForget(true);
  offerUndo({
    ...action,
    undo: () => {
      planToForget(false);
      action.undo();
    },
    settle: () => {
      void clearStore();
    },
  });
}
