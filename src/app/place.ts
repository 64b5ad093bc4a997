import { useLayoutEffect } from 'react';
import { readStored, writeStored } from './storage.ts';
import { usePath } from './use-route.ts';

/*
 * The reader's place: each entry of the browser's history remembers how far it was scrolled. A new page starts at the
 * top with focus on its heading; going back or forward restores the place and puts focus on the headline that was
 * followed from there.
 */

const STORE = 'places';
const KEPT_PLACES = 60;
/** How long a restored place waits for the page to grow tall enough. */
const PATIENCE_MS = 4000;

interface Place {
  key: string;
  path: string;
}

let current: Place | undefined;
let isTraversal = false;
let headingWantsFocus = false;
let stopRestoring: () => void = () => {};
const positions = new Map<string, number>(readPositions());

/** Keeps the reader's place. Used once, at the top of the app. */
export function usePlace(): void {
  const path = usePath();
  useLayoutEffect(startKeeping, []);
  useLayoutEffect(() => {
    const previous = current;
    current = { key: entryKey(previous?.path), path: location.pathname };
    if (!previous) restore(current.key);
    else if (isTraversal) returnTo(current.key, previous.path);
    else if (previous.path !== current.path) arrive();
    isTraversal = false;
  }, [path]);
}

/** Takes the focus for a page's heading, once, when the reader has just come to the page by a link. */
export function focusHeading(heading: HTMLElement | null): void {
  if (!heading || !headingWantsFocus) return;
  headingWantsFocus = false;
  heading.focus({ preventScroll: true });
}

function startKeeping(): () => void {
  history.scrollRestoration = 'manual';
  const onPopState = (): void => {
    isTraversal = location.pathname !== current?.path;
  };
  const onScroll = (): void => {
    if (current) positions.set(current.key, window.scrollY);
  };
  window.addEventListener('popstate', onPopState);
  window.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('pagehide', writePositions);
  return () => {
    window.removeEventListener('popstate', onPopState);
    window.removeEventListener('scroll', onScroll);
    window.removeEventListener('pagehide', writePositions);
  };
}

function arrive(): void {
  stopRestoring();
  headingWantsFocus = true;
  window.scrollTo(0, 0);
  focusHeading(document.querySelector<HTMLElement>('h1[tabindex]'));
}

function returnTo(key: string, leftPath: string): void {
  headingWantsFocus = false;
  restore(key);
  const headlines = document.querySelectorAll<HTMLAnchorElement>('main h3 a[href]');
  const left = [...headlines].find(({ pathname, host }) => pathname === leftPath && host === location.host);
  const target = left ?? document.querySelector<HTMLElement>('h1[tabindex]');
  target?.focus({ preventScroll: true });
}

/** Scrolls to where an entry was left, again while the page grows, until it is there or the reader moves. */
function restore(key: string): void {
  stopRestoring();
  const top = positions.get(key);
  if (!top) return;
  const scroll = (): void => {
    window.scrollTo(0, top);
    if (Math.abs(window.scrollY - top) < 2) stop();
  };
  const observer = new ResizeObserver(scroll);
  const timer = setTimeout(stop, PATIENCE_MS);
  const userEvents = ['wheel', 'touchstart', 'keydown', 'mousedown'];
  function stop(): void {
    clearTimeout(timer);
    observer.disconnect();
    for (const type of userEvents) window.removeEventListener(type, stop);
  }
  for (const type of userEvents) window.addEventListener(type, stop, { passive: true });
  stopRestoring = stop;
  observer.observe(document.body);
  scroll();
}

/** Whether the history entry before this one shows `path`, a full path: then going back restores its place. */
export function isPreviousEntry(path: string): boolean {
  return entryState()?.from === path;
}

/** The key of the current history entry, given to it on the first visit together with where the reader came from. */
function entryKey(from: string | undefined): string {
  const known = entryState();
  if (known) return known.place;
  const place = Math.random().toString(36).slice(2, 10);
  history.replaceState({ place, from }, '');
  return place;
}

function entryState(): { place: string; from?: unknown } | undefined {
  const state: unknown = history.state;
  const isOurs = typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'string';
  return isOurs ? (state as { place: string }) : undefined;
}

function readPositions(): [string, number][] {
  if (typeof window === 'undefined') return [];
  try {
    const stored: unknown = JSON.parse(readStored(STORE, 'session') ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPosition) : [];
  } catch {
    return [];
  }
}

const isPosition = (value: unknown): value is [string, number] =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';

function writePositions(): void {
  writeStored(STORE, JSON.stringify([...positions].slice(-KEPT_PLACES)), 'session');
}
