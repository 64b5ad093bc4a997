import { useLayoutEffect, useSyncExternalStore } from 'react';
import { writeSession } from '../../reader/storage/session-storage.ts';
import { navigate } from '../address/browser-address.ts';
import { readScrollPositions, SCROLL_POSITIONS_KEY, type ScrollPosition } from './scroll-positions.ts';

/** How many are stored. */
const MAX_POSITIONS = 60;

/*
 * Scroll restoration and focus. The browser's own restoration is off: it runs before the lists are rendered.
 *
 * What is stored: a `ScrollPosition` for each history entry, under the random key in `history.state.place`. Positions
 * are in memory; session storage gets a copy when the page is hidden, and is read when the document loads.
 *
 * Who saves: `navigateTo` and the `popstate` listener, before the page changes.
 *
 * Who restores: `useScrollRestoration`, after the page has rendered. After back, forward and reload it restores the
 * position of the entry. After a link it scrolls to the top and focuses the heading. Coming back from an article, it
 * focuses the headline of that article in the list.
 *
 * What is lazy: `scroll-restorer.ts`, which measures and scrolls. It loads on the first interaction, or earlier if
 * there is a position to restore. Until it has loaded only `scrollY` is saved, and if it fails to load nothing is restored.
 */

/** The current history entry: its key, and its address. */
let currentEntry: { key: string; address: string } | undefined;
/** Whether the page of the last navigation is not rendered yet, and it was back or forward. */
let isTraversing = false;
let keepFocus = false;
/** Whether the heading of a page that renders later takes the focus. */
let shouldFocusHeading = false;
/** Whether the target of the fragment, on a page that renders later, is scrolled into view. */
let shouldScrollToFragment = false;
let restorer: typeof import('./scroll-restorer.ts') | undefined;
/** By the key of the history entry. */
const positions = new Map<string, ScrollPosition>(readScrollPositions());
const listeners = new Set<() => void>();

/** Loads `scroll-restorer.ts`. On the first interaction is soon enough: before it there is no position to save. */
export async function loadScrollRestorer(): Promise<void> {
  restorer ??= await import('./scroll-restorer.ts').catch(() => undefined);
}

interface NavigateOptions {
  /** Replaces the current history entry. */
  replace?: boolean;
  /** Leaves the focus where it is. For controls that change what the page shows. */
  keepFocus?: boolean;
}

/** Navigates to an address of this site without loading a document. */
export function navigateTo(address: string, options: NavigateOptions = {}): void {
  const { replace = false } = options;
  // The reader cannot come back to an entry that is replaced.
  if (!replace) savePosition(address);
  isTraversing = false;
  keepFocus = options.keepFocus ?? false;
  // The state is set in the same call: a `replaceState` afterwards takes the browser as long as the navigation itself.
  const state = createEntryState(replace ? readEntryState()?.from : currentEntry?.address);
  try {
    navigate(address, replace, state);
  } catch {
    // Safari allows 100 changes of the history in 30 seconds.
    if (!replace) location.assign(address);
  }
}

/** Whether the page that is rendered next is that of back or forward. */
export const isTraversal = (): boolean => isTraversing;

/**
 * Saves and restores the scroll position and the focus on navigation. Used once, in `app.tsx`. `shown`: the address whose
 * page is rendered.
 */
export function useScrollRestoration(shown: string): void {
  useLayoutEffect(addListeners, []);
  useLayoutEffect(() => {
    const previous = currentEntry;
    const { key } = (currentEntry = { key: ensureEntryKey(previous?.address), address: currentAddress() });
    if (!previous || isTraversing) void restoreEntry(key, previous?.address);
    else if (previous.address !== currentEntry.address) startAtTop();
    isTraversing = false;
    keepFocus = false;
  }, [shown]);
}

/** Focuses the heading of a page, once, if the reader has navigated to the page by a link. */
export function focusHeading(heading: HTMLElement | null): void {
  if (!heading || !shouldFocusHeading) return;
  shouldFocusHeading = false;
  heading.focus({ preventScroll: true });
}

/**
 * After back or forward: the paths of the stories that a list must render at once, because they are scrolled to or get
 * the focus. Otherwise none.
 */
export function pathsToRestore(): (string | undefined)[] {
  if (!isTraversing) return [];
  const { story, next } = positions.get(readEntryState()?.place ?? '') ?? {};
  return [story?.[0], next, currentEntry?.address];
}

/** How many times "Older stories" was clicked in the list of this history entry. */
export function useLoadMoreCount(): [count: number, setCount: (count: number) => void] {
  const count = useSyncExternalStore(
    subscribe,
    () => positions.get(renderedEntryKey() ?? '')?.older ?? 0,
    () => 0,
  );
  return [count, setLoadMoreCount];
}

/** During render `currentEntry` may be the previous entry still: it changes in a layout effect. */
const renderedEntryKey = (): string | undefined =>
  currentEntry?.address === currentAddress() ? currentEntry.key : readEntryState()?.place;

function setLoadMoreCount(older: number): void {
  if (!currentEntry) return;
  positions.set(currentEntry.key, { ...positions.get(currentEntry.key), older });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const currentAddress = (): string => location.pathname + location.search;

function addListeners(): () => void {
  history.scrollRestoration = 'manual';
  const controller = new AbortController();
  const { signal } = controller;
  // In the capture phase, so before the router's listener: the page that is left is still rendered.
  const onPopState = (): void => {
    // A change of the hash alone fires `popstate` too.
    isTraversing = currentAddress() !== currentEntry?.address;
    if (isTraversing) savePosition();
    else if (currentEntry) enterFragment(currentEntry.address);
  };
  // A link inside the page: when `popstate` fires, the browser has scrolled already.
  const onClick = ({ target }: MouseEvent): void => {
    const isFragment = target instanceof Element && target.closest('a[href^="#"]');
    if (isFragment) savePosition();
  };
  const persist = (): void => {
    // Nothing has to be restored at the top of a page that was only opened.
    if (restorer || window.scrollY > 0) savePosition();
    if (positions.size > 0) writeSession(SCROLL_POSITIONS_KEY, JSON.stringify([...positions].slice(-MAX_POSITIONS)));
  };
  window.addEventListener('popstate', onPopState, { signal, capture: true });
  document.addEventListener('click', onClick, { signal });
  window.addEventListener('pagehide', persist, { signal });
  document.addEventListener('visibilitychange', persist, { signal });
  return () => controller.abort();
}

/** After a link inside the page, or back or forward over one. */
function enterFragment(address: string): void {
  const known = readEntryState()?.place;
  currentEntry = { key: ensureEntryKey(address), address };
  if (known !== undefined) void restorePosition(known, undefined);
}

/** Restores the position of a history entry. `leftAddress` is absent if the reader comes from another document. */
async function restoreEntry(key: string, leftAddress: string | undefined): Promise<void> {
  if (leftAddress !== undefined || positions.has(key)) await restorePosition(key, leftAddress);
}

async function restorePosition(key: string, leftAddress: string | undefined): Promise<void> {
  if (!restorer) await loadScrollRestorer();
  restorer?.restorePosition(positions.get(key), leftAddress);
}

/** Saves the position of the current entry. `nextAddress` is the page that the reader navigates to. */
function savePosition(nextAddress?: string): void {
  if (!currentEntry) return;
  const { key } = currentEntry;
  if (restorer) restorer.savePosition(positions, key, nextAddress);
  else positions.set(key, { ...positions.get(key), top: window.scrollY });
}

/** After a navigation by link. */
function startAtTop(): void {
  restorer?.cancelRestore();
  window.scrollTo(0, 0);
  shouldScrollToFragment = location.hash !== '';
  scrollToFragment();
  if (keepFocus) return;
  shouldFocusHeading = true;
  focusHeading(document.querySelector<HTMLElement>('h1[tabindex]'));
}

/** Scrolls to the element that the address names, once, if the reader has navigated to the page by a link. */
export function scrollToFragment(): void {
  const target = shouldScrollToFragment && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  shouldScrollToFragment = false;
  target.scrollIntoView();
}

/** Scrolls to the top and focuses the heading, after the list of the current page has changed. */
export function scrollToTop(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
}

/** Whether the previous history entry has this address. Then `history.back()` also restores its scroll position. */
export function isPreviousEntry(address: string): boolean {
  return readEntryState()?.from === address;
}

/** The key of the current history entry. An entry that has none, because the document was just loaded, gets one. */
function ensureEntryKey(from: string | undefined): string {
  const known = readEntryState();
  if (known) return known.place;
  const state = createEntryState(from);
  history.replaceState(state, '');
  return state.place;
}

/** `history.state`. Entries of open tabs have it already, so its shape must stay. */
interface EntryState {
  /** The key of the entry. */
  place: string;
  /** The address of the entry before it. */
  from?: unknown;
}

const createEntryState = (from: unknown): EntryState => ({ place: Math.random().toString(36).slice(2, 10), from });

function readEntryState(): EntryState | undefined {
  const state: unknown = history.state;
  const isOurs = typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'string';
  return isOurs ? (state as EntryState) : undefined;
}
