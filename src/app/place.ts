import { useLayoutEffect, useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { readStored, writeStored } from './storage.ts';
import { usePath, useSearch } from './use-route.ts';

/*
 * The reader's place. Each entry of the browser's history remembers which story stood where on the screen, and how much
 * of the list was shown. A new page starts at the top with focus on its heading; going back or forward, or loading the
 * page anew, restores the place; after an article the focus is on the headline that led to it.
 */

const STORE = 'places';
const KEPT_PLACES = 60;
/** How long a restored place waits for its story. */
const PATIENCE_MS = 5000;
/** For so many frames it must stay where it is: pictures and text further up may still be laid out. */
const CALM_FRAMES = 12;

interface Place {
  /** How far the page was scrolled, for when the story is gone. */
  top?: number;
  /** The path of the first story in view, and its distance from the top of the window. */
  story?: [path: string, offset: number];
  /** The path of the story after the one that was followed, for when that one is gone. */
  next?: string;
  /** How many times older stories were added. */
  older?: number;
}

let current: { key: string; address: string } | undefined;
let isTraversal = false;
let keepsFocus = false;
let headingWantsFocus = false;
let stopRestoring: () => void = () => {};
const places = new Map<string, Place>(readPlaces());
const listeners = new Set<() => void>();

interface VisitOptions {
  /** Puts it in the place of the current entry of the history. */
  replace?: boolean;
  /** For a choice that changes what is shown where the reader is: the focus stays on it. */
  keepsFocus?: boolean;
}

/** Goes to an address on this host, in place. */
export function visit(address: string, options: VisitOptions = {}): void {
  keepPlace(address);
  keepsFocus = options.keepsFocus ?? false;
  // With its key at once: giving it afterwards takes the browser as long again.
  navigate(address, { replace: options.replace ?? false, state: newState(current?.address) });
}

/** Keeps the reader's place. Used once, at the top of the app. */
export function usePlace(): void {
  const [path, search] = [usePath(), useSearch()];
  useLayoutEffect(startKeeping, []);
  useLayoutEffect(() => {
    const previous = current;
    current = { key: entryKey(previous?.address), address: here() };
    if (!previous) restore(current.key);
    else if (isTraversal) returnTo(current.key, previous.address);
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
export function storiesOnReturn(): (string | undefined)[] {
  if (!isTraversal) return [];
  const { story, next } = places.get(entryState()?.place ?? '') ?? {};
  return [story?.[0], next, current?.address];
}

/** How many times older stories were added to the list of this entry of the history, and a way to add more. */
export function useOlder(): [times: number, setTimes: (times: number) => void] {
  const times = useSyncExternalStore(
    subscribe,
    () => places.get(keyHere() ?? '')?.older ?? 0,
    () => 0,
  );
  return [times, keepOlder];
}

/** While a page is drawn, the entry may be known only to the browser: it is noted once the page is there. */
const keyHere = (): string | undefined => (current?.address === here() ? current.key : entryState()?.place);

function keepOlder(older: number): void {
  if (!current) return;
  places.set(current.key, { ...places.get(current.key), older });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const here = (): string => location.pathname + location.search;

function startKeeping(): () => void {
  history.scrollRestoration = 'manual';
  const leaving = new AbortController();
  const { signal } = leaving;
  // Before the router hears of it, while the page is still there.
  window.addEventListener(
    'popstate',
    () => {
      isTraversal = here() !== current?.address;
      if (isTraversal) keepPlace();
    },
    { signal, capture: true },
  );
  window.addEventListener('pagehide', writePlaces, { signal });
  document.addEventListener('visibilitychange', writePlaces, { signal });
  return () => leaving.abort();
}

/** Notes where the reader is, on the way to an address. */
function keepPlace(address?: string): void {
  if (!current) return;
  const { older } = places.get(current.key) ?? {};
  const story = storyInView();
  const next = address === undefined ? undefined : pathAfter(address);
  places.delete(current.key);
  places.set(current.key, {
    top: window.scrollY,
    ...(story && { story: [pathOfStory(story), story.getBoundingClientRect().top] }),
    ...(next !== undefined && { next }),
    ...(older !== undefined && { older }),
  });
}

/** Links of stories to our pages, in the order of the list. */
const storyLinks = (): HTMLAnchorElement[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('main h3 a[href]')].filter(({ host }) => host === location.host);

const pathOfStory = (story: Element): string => story.querySelector<HTMLAnchorElement>('h3 a')?.pathname ?? '';

/**
 * The first story in view, found by where it is: measuring all would lay out what is far off screen. An open panel may
 * push the first one far down.
 */
function storyInView(): Element | undefined {
  const x = window.innerWidth / 4;
  const top = document.querySelector('.stories')?.getBoundingClientRect().top ?? 0;
  for (let y = Math.max(56, top + 1); y < window.innerHeight; y += 24) {
    const story = document.elementFromPoint(x, y)?.closest('.stories > li');
    if (story) return story;
  }
  return undefined;
}

function pathAfter(address: string): string | undefined {
  const links = storyLinks();
  const place = links.findIndex(({ pathname }) => pathname === address);
  return place < 0 ? undefined : links[place + 1]?.pathname;
}

function arrive(): void {
  stopRestoring();
  window.scrollTo(0, 0);
  if (keepsFocus) return;
  headingWantsFocus = true;
  focusHeading(document.querySelector<HTMLElement>('h1[tabindex]'));
}

/** Shows the top of a list that has changed there. */
export function toTop(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1[tabindex]')?.focus({ preventScroll: true });
}

function returnTo(key: string, leftAddress: string): void {
  headingWantsFocus = false;
  restore(key);
  const links = storyLinks();
  const findLink = (path: string | undefined) => links.find(({ pathname }) => pathname === path);
  const target =
    findLink(leftAddress) ?? findLink(places.get(key)?.next) ?? document.querySelector<HTMLElement>('h1[tabindex]');
  target?.focus({ preventScroll: true });
}

/** Puts the story that was in view where it was, and holds it there while the page grows, until the reader moves. */
function restore(key: string): void {
  stopRestoring();
  const { top = 0, story } = places.get(key) ?? {};
  if (top === 0) return;
  const until = performance.now() + PATIENCE_MS;
  let calm = 0;
  let frame = 0;
  const hold = (): void => {
    const moved = story ? distanceOf(story) : top - window.scrollY;
    if (moved === undefined) window.scrollTo(0, top);
    else if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
    calm = moved !== undefined && Math.abs(moved) < 1 ? calm + 1 : 0;
    if (calm < CALM_FRAMES && performance.now() < until) frame = requestAnimationFrame(hold);
    else stopRestoring();
  };
  const leaving = new AbortController();
  stopRestoring = () => {
    cancelAnimationFrame(frame);
    leaving.abort();
  };
  for (const type of ['wheel', 'touchstart', 'keydown', 'mousedown'])
    window.addEventListener(type, () => stopRestoring(), { passive: true, signal: leaving.signal });
  hold();
}

/** How far the page must be scrolled for the story to stand where it stood; `undefined` when it is not there. */
function distanceOf([path, offset]: [string, number]): number | undefined {
  const link = storyLinks().find(({ pathname }) => pathname === path);
  const story = link?.closest('.stories > li');
  return story ? story.getBoundingClientRect().top - offset : undefined;
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

const newState = (from: string | undefined): EntryState => ({ place: Math.random().toString(36).slice(2, 10), from });

function entryState(): EntryState | undefined {
  const state: unknown = history.state;
  const isOurs = typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'string';
  return isOurs ? (state as EntryState) : undefined;
}

function readPlaces(): [string, Place][] {
  if (typeof window === 'undefined') return [];
  try {
    const stored: unknown = JSON.parse(readStored(STORE, 'session') ?? '[]');
    return Array.isArray(stored) ? stored.filter(isKept) : [];
  } catch {
    return [];
  }
}

const isKept = (value: unknown): value is [string, Place] =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && value[1] !== null;

function writePlaces(): void {
  keepPlace();
  writeStored(STORE, JSON.stringify([...places].slice(-KEPT_PLACES)), 'session');
}
