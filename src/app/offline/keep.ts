import { useSyncExternalStore } from 'react';
import { PACKS_FILE } from '../../model/offline/packs.ts';
import { FetchError, type FetchErrorReason } from '../data/fetch-json.ts';
import { isLineUp, onLineChange } from '../data/line.ts';
import { preloadComponent } from '../loading/component-loaders.ts';
import { valuesOf } from '../reader/state/reader-state.ts';
import { requestPersistence } from '../reader/store/persistence.ts';
import { openStore } from '../reader/store/reader-store.ts';
import { forgetRecent } from './files/fetch-files.ts';
import { deleteKept, hasKept, openKept } from './files/kept-cache.ts';
import { readSelections, type Selection, type Subject, subjectKey, writeSelections } from './plan/selections.ts';
import { startFileList } from './store/file-list.ts';
import { type Progress, updateKept } from './store/update-kept.ts';

/*
 * What the reader keeps for offline in this browser: keeps, updates and removes it, and tells the components. Web Locks let one
 * tab at a time do that. https://w3c.github.io/web-locks/
 */

/** Why it has stopped. `full`: there is no space. `withdrawn`: the paper does not offer it any more. */
export type KeepFailure = FetchErrorReason | 'full' | 'withdrawn';

export interface KeepState {
  /** `undefined` until they were read. */
  selections?: readonly Selection[];
  /** Set while files are fetched and stored. Without numbers: another tab does, or it has just begun. */
  progress?: Progress | 'waiting';
  failure?: KeepFailure;
}

type Change = (selections: Selection[]) => Selection[];

let state: KeepState = {};
const listeners = new Set<() => void>();

function setState(next: KeepState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** The state. The first call reads what is kept. */
export const useKeepState = (): KeepState =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => state,
  );

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0 && !state.progress) void refresh();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function refresh(): Promise<void> {
  const selections = (await hasKept()) ? await readSelections(await openKept()) : [];
  if (!state.progress) setState({ ...state, selections });
}

const lockName = (part: string): string => `broadsheet ${import.meta.env.BASE_URL} offline ${part}`;

/** Changes the selections that are stored. Returns them. */
const changeSelections = (change: Change): Promise<Selection[]> =>
  navigator.locks.request(lockName('selections'), async () => {
    const cache = await openKept();
    const before = await readSelections(cache);
    if (before.length === 0) await startFileList(cache);
    const selections = change(before);
    if (selections.length > 0) await writeSelections(cache, selections);
    else await deleteKept();
    return selections;
  });

/** Keeps a subject for offline, or changes whether its images are kept. */
export async function keep(subject: Subject, name: string, hasImages: boolean): Promise<void> {
  void requestPersistence();
  const key = subjectKey(subject);
  await start((selections) => [
    ...selections.filter((each) => subjectKey(each.subject) !== key),
    { subject, name, hasImages },
  ]);
}

/** Removes a subject. What no other one needs is deleted: at once, or with the next update if others are kept. */
export const remove = (subject: Subject): Promise<void> =>
  start((selections) => selections.filter((each) => subjectKey(each.subject) !== subjectKey(subject)));

/** Stops, and removes what was not complete. What is kept stays as it is. */
export const cancel = (): Promise<void> =>
  start((selections) => selections.filter(({ stored }) => stored), { isUpdate: false });

/** Brings everything up to date. */
export const update = (): Promise<void> => start((selections) => selections);

let current = new AbortController();

/** Changes the selections, then stores what they name, unless it is told otherwise. Stops what this tab was doing before. */
async function start(change: Change, { isUpdate = true } = {}): Promise<void> {
  current.abort();
  const controller = new AbortController();
  current = controller;
  setState({ ...(state.selections && { selections: state.selections }), progress: 'waiting' });
  const failure = await run(change, isUpdate, controller.signal).catch(failureOf);
  if (current !== controller) return;
  if (failure === 'withdrawn') await deleteKept();
  const selections = (await hasKept()) ? await readSelections() : [];
  setState({ selections, ...(failure && { failure }) });
}

async function run(change: Change, isUpdate: boolean, signal: AbortSignal): Promise<undefined> {
  const selections = await changeSelections(change);
  setState({ selections, progress: 'waiting' });
  if (selections.length === 0 || !isUpdate) return;
  await navigator.locks.request(lockName('update'), { signal }, () => updateOnce(signal));
}

async function updateOnce(signal: AbortSignal): Promise<void> {
  const cache = await openKept();
  await openStore();
  const input = {
    cache,
    // Another tab may have changed them meanwhile.
    selections: await readSelections(cache),
    saved: [...valuesOf('saved').keys()],
    signal,
    onProgress: (progress: Progress) => {
      if (!signal.aborted) setState({ ...state, progress });
    },
  };
  const updated = await updateKept(input).catch((error: unknown) => {
    // A new edition may have come meanwhile.
    if (!(error instanceof FetchError && isOfAnotherEdition(error))) throw error;
    forgetRecent();
    return updateKept(input);
  });
  const stored = new Map(updated.map((selection) => [subjectKey(selection.subject), selection]));
  await changeSelections((all) => all.map((each) => stored.get(subjectKey(each.subject)) ?? each));
  // The service worker keeps the code that has loaded: without it there is no search, and no other report on an event.
  await preloadComponent('search-page');
  await preloadComponent('coverage');
  await preloadComponent('event-page');
}

const isOfAnotherEdition = ({ reason, path }: FetchError): boolean => reason === 'missing' && path !== PACKS_FILE;

function failureOf(error: unknown): KeepFailure | undefined {
  if (error instanceof FetchError)
    return error.reason === 'missing' && error.path === PACKS_FILE ? 'withdrawn' : error.reason;
  if (error instanceof DOMException && error.name === 'AbortError') return undefined;
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unreachable';
}

onLineChange(() => {
  if (isLineUp() && (state.failure === 'offline' || state.failure === 'unreachable')) void update();
});
