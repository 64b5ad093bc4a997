import { useLayoutEffect, useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { readScrollPositions, type ScrollPosition } from './scroll-positions.ts';
import { usePath, useSearch } from './use-route.ts';

/*
 * The reader's place. Each entry of the browser's history remembers which story stood where on the screen, and how much
 * of the list was shown. A new page starts at the top with focus on its heading; going back or forward, or loading the
 * page anew, restores the place; after an article the focus is on the headline that led to it. What keeps and restores
 * places is not part of the first load: see `place-keeper.ts`.
 */

/** The entry of the history that is shown: its key, and its address. */
let current: { key: string; address: string } | undefined;
let isTraversal = false;
let keepsFocus = false;
let headingWantsFocus = false;
let restorer: typeof import('./restore-scroll.ts') | undefined;
/** By the key of an entry. */
const positions = new Map<string, ScrollPosition>(readScrollPositions());
const listeners = new Set<() => void>();

/**
 * Fetches what keeps places: at the first sign of a reader's hand, before which there is no place to keep. Where it does
 * not come, none is kept.
 */
export async function loadRestorer(): Promise<void> {
  restorer ??= await import('./restore-scroll.ts').catch(() => undefined);
}

interface VisitOptions {
  /** Puts it in the place of the current entry of the history. */
  replace?: boolean;
  /** For a choice that changes what is shown where the reader is: the focus stays on it. */
  keepsFocus?: boolean;
}

/** Goes to an address on this host, in place. */
export function navigateTo(address: string, options: VisitOptions = {}): void {
  const { replace = false } = options;
  // Nobody comes back to what is replaced.
  if (current && !replace) restorer?.savePosition(positions, current.key, address);
  keepsFocus = options.keepsFocus ?? false;
  // With its key at once: giving it afterwards takes the browser as long again.
  navigate(address, { replace, state: newState(replace ? entryState()?.from : current?.address) });
}

/** Keeps the reader's place. Used once, at the top of the app. */
export function useScrollRestoration(): void {
  const [path, search] = [usePath(), useSearch()];
  useLayoutEffect(startTracking, []);
  useLayoutEffect(() => {
    const previous = current;
    const { key } = (current = { key: entryKey(previous?.address), address: here() });
    if (!previous || isTraversal) void restore(key, previous?.address);
    else if (previous.address !== current.address) arrive();
    isTraversal = false;
    keepsFocus = false;
  }, [path, search]);
}

/** Takes the focus for a page's heading, once, when the reader has just come to the page by a link. */
export function focusHeading(heading: HTMLElement | null): void {
  if (!heading || !headingWantsFocus) return;
  headingWantsFocus = false;
  heading.focus({ preventScroll: true });
}

/**
 * The paths of the stories that must be drawn at once when the reader comes back to a list: the one that was in view,
 * and those that may take the focus. Otherwise none.
 */
export function storiesToRestore(): (string | undefined)[] {
  if (!isTraversal) return [];
  const { story, next } = positions.get(entryState()?.place ?? '') ?? {};
  return [story?.[0], next, current?.address];
}

/** How many times older stories were added to the list of this entry of the history, and a way to add more. */
export function useOlderPages(): [times: number, setTimes: (times: number) => void] {
  const times = useSyncExternalStore(
    subscribe,
    () => positions.get(keyHere() ?? '')?.older ?? 0,
    () => 0,
  );
  return [times, setOlder];
}

/** While a page is drawn, the entry may be known only to the browser: it is noted once the page is there. */
const keyHere = (): string | undefined => (current?.address === here() ? current.key : entryState()?.place);

function setOlder(older: number): void {
  if (!current) return;
  positions.set(current.key, { ...positions.get(current.key), older });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const here = (): string => location.pathname + location.search;

function startTracking(): () => void {
  history.scrollRestoration = 'manual';
  const leaving = new AbortController();
  const { signal } = leaving;
  // Before the router hears of it, while the page is still there.
  const onPopState = (): void => {
    isTraversal = here() !== current?.address;
    if (isTraversal && current) restorer?.savePosition(positions, current.key);
  };
  const write = (): void => {
    if (current) restorer?.storePositions(positions, current.key);
  };
  window.addEventListener('popstate', onPopState, { signal, capture: true });
  window.addEventListener('pagehide', write, { signal });
  document.addEventListener('visibilitychange', write, { signal });
  return () => leaving.abort();
}

/** Puts the page where it was when its entry of the history was left, coming from another address or from outside. */
async function restore(key: string, leftAddress: string | undefined): Promise<void> {
  if (leftAddress === undefined && !positions.has(key)) return;
  if (!restorer) await loadRestorer();
  restorer?.restorePosition(positions.get(key), leftAddress);
}

function arrive(): void {
  restorer?.stopRestoring();
  window.scrollTo(0, 0);
  if (keepsFocus) return;
  headingWantsFocus = true;
  focusHeading(document.querySelector<HTMLElement>('h1[tabindex]'));
}

/** Shows the top of a list that has changed there. */
export function scrollToTop(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
}

/** Whether the history entry before this one shows `address`: then going back restores its place. */
export function isPreviousEntry(address: string): boolean {
  return entryState()?.from === address;
}

/** The key of the current history entry, given to it on the first visit together with where the reader came from. */
function entryKey(from: string | undefined): string {
  const known = entryState();
  if (known) return known.place;
  const state = newState(from);
  history.replaceState(state, '');
  return state.place;
}

interface EntryState {
  place: string;
  from?: unknown;
}

const newState = (from: unknown): EntryState => ({ place: Math.random().toString(36).slice(2, 10), from });

function entryState(): EntryState | undefined {
  const state: unknown = history.state;
  const isOurs = typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'string';
  return isOurs ? (state as EntryState) : undefined;
}
