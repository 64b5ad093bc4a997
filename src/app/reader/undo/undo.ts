import type { Change, ReaderValues, Section } from '../document/reader-document.ts';
import { changeEntries, readerDocument, valuesOf } from '../state/reader-state.ts';

/** How long an action can be undone. */
const UNDO_MS = 10_000;

/** An action of the reader that can be undone. */
export interface UndoableAction {
  /** What was done, for the reader. */
  label: string;
  undo: () => void;
  /** Called when it can no longer be undone. */
  settle?: () => void;
}

type Entry<S extends Section> = readonly [id: string, value: ReaderValues[S] | null];

let latest: UndoableAction | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Changes entries of a section. Returns the action for `offerUndo`. */
export function perform<S extends Section>(label: string, section: S, entries: readonly Entry<S>[]): UndoableAction {
  const before = new Map(entries.map(([id]) => [id, valuesOf(section).get(id) ?? null]));
  const changes = changeEntries(section, entries);
  return {
    label,
    undo: () =>
      void changeEntries(
        section,
        unchangedSince(changes).map((id) => [id, before.get(id) ?? null]),
      ),
  };
}

/** The ids of the entries that nothing has changed since. Only those are undone. */
const unchangedSince = (changes: readonly Change[]): string[] =>
  changes.filter(([section, id, stamp]) => readerDocument[section].get(id)?.[0] === stamp).map(([, id]) => id);

/** Several actions as one. The last one is undone first. */
export const combine = (label: string, actions: readonly UndoableAction[]): UndoableAction => ({
  label,
  undo: () => {
    for (const action of actions.toReversed()) action.undo();
  },
});

/** Offers to undo an action. An action before it cannot be undone any more. */
export function offerUndo(action: UndoableAction): void {
  dismissUndo();
  setLatest(action);
  startTimer();
}

/** Undoes the latest action, if there is one. */
export function undoLatest(): void {
  const action = latest;
  setLatest(undefined);
  action?.undo();
}

export const latestAction = (): UndoableAction | undefined => latest;

/** Settles the latest action: it can no longer be undone. */
function dismissUndo(): void {
  const action = latest;
  setLatest(undefined);
  action?.settle?.();
}

/** Stops the clock while the reader is at the button. */
export const pauseTimer = (): void => clearTimeout(timer);

export function startTimer(): void {
  clearTimeout(timer);
  timer = setTimeout(dismissUndo, UNDO_MS);
}

export function subscribeToUndo(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setLatest(action: UndoableAction | undefined): void {
  latest = action;
  for (const listener of listeners) listener();
}
