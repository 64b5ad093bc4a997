import { useRef, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { adoptStyles } from '../../ui/adopt-styles.ts';
import { type StoreState, useStoreState } from '../store/store-state.ts';
import { actAfterPaint } from './act-after-paint.ts';
import { latestAction, pauseTimer, startTimer, subscribeToUndo, type UndoableAction, undoLatest } from './undo.ts';
import { undoStrings as words } from './undo-strings.ts';
import css from './undo-toast.css?inline';

/**
 * Adds the note that says what was done, with a button to undo it. It is a React root of its own, because every page can
 * show it and none renders it.
 */
export function addUndoToast(): void {
  adoptStyles(css);
  const element = document.body.appendChild(document.createElement('div'));
  createRoot(element).render(<UndoToast />);
}

function UndoToast() {
  const action = useSyncExternalStore(subscribeToUndo, latestAction);
  const note = useStoreNote(action);
  /** What had the focus before the button. */
  const focusedBefore = useRef<EventTarget>(null);
  const undo = (): void => {
    actAfterPaint(undoLatest);
    if (focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus({ preventScroll: true });
  };
  return (
    <div role="status" className="undo-toast" {...interfaceAttributes}>
      {action && (
        <>
          <p>
            {action.label}
            {note && ` ${note}`}
          </p>
          <button
            type="button"
            onFocus={({ relatedTarget }) => {
              focusedBefore.current = relatedTarget;
              pauseTimer();
            }}
            onBlur={startTimer}
            onPointerEnter={pauseTimer}
            onPointerLeave={startTimer}
            onClick={undo}
          >
            {words.undo}
          </button>
        </>
      )}
    </div>
  );
}

const NOTES: Record<StoreState, string | undefined> = {
  stored: undefined,
  unstored: words.unstored,
  newer: words.newer,
};

let actionWithNote: UndoableAction | undefined;

/** The note that nothing is stored. Only one action of a page has it. */
function useStoreNote(action: UndoableAction | undefined): string | undefined {
  const note = NOTES[useStoreState()];
  if (note && action) actionWithNote ??= action;
  return action === actionWithNote ? note : undefined;
}
