import { writeStored } from '../reader/storage.ts';
import { SCROLL_POSITIONS, type ScrollPosition } from './scroll-positions.ts';

/* Keeps and restores the reader's place, see `place.ts`. */

const MAX_POSITIONS = 60;
/** How long a restored place waits for its story. */
const PATIENCE_MS = 5000;
/** What a bar may cover at the top. */
const BAR_HEIGHT = 48;
/** For so many frames it must stay where it is: pictures and text further up may still be laid out. */
const CALM_FRAMES = 12;

/** Notes where the reader is, on the way to an address. */
export function savePosition(positions: Map<string, ScrollPosition>, key: string, address?: string): void {
  const { older } = positions.get(key) ?? {};
  const story = storyInView();
  const next = address === undefined ? undefined : pathAfter(address);
  positions.delete(key);
  positions.set(key, {
    top: window.scrollY,
    ...(story && { story: [pathOfStory(story), story.getBoundingClientRect().top] }),
    ...(next !== undefined && { next }),
    ...(older !== undefined && { older }),
  });
}

export function storePositions(positions: Map<string, ScrollPosition>, key: string): void {
  savePosition(positions, key);
  writeStored(SCROLL_POSITIONS, JSON.stringify([...positions].slice(-MAX_POSITIONS)), 'session');
}

/** Puts the page where it was; coming from another page of ours, the focus goes to the headline that led there. */
export function restorePosition(place: ScrollPosition | undefined, leftAddress: string | undefined): void {
  stopRestoring();
  if (place?.top) hold(place);
  if (leftAddress !== undefined) focusFollowed(place, leftAddress, performance.now() + PATIENCE_MS);
}

/** Focuses the headline of the story that was followed, or of the one after it, once the stories are there. */
function focusFollowed(place: ScrollPosition | undefined, leftAddress: string, until: number): void {
  const links = storyLinks();
  const findLink = (path: string | undefined) => links.find(({ pathname }) => pathname === path);
  const link = findLink(leftAddress) ?? findLink(place?.next);
  const isComing = document.querySelector('main .skeleton') !== null && performance.now() < until;
  if (link || !isComing) (link ?? document.querySelector<HTMLElement>('h1[tabindex]'))?.focus({ preventScroll: true });
  else if (document.activeElement === document.body)
    requestAnimationFrame(() => focusFollowed(place, leftAddress, until));
}

let stop: () => void = () => {};

export const stopRestoring = (): void => stop();

/** Puts the story that was in view where it was, and holds it there while the page grows, until the reader moves. */
function hold({ top = 0, story }: ScrollPosition): void {
  const until = performance.now() + PATIENCE_MS;
  const leaving = new AbortController();
  let calm = 0;
  let frame = 0;
  stop = () => {
    cancelAnimationFrame(frame);
    leaving.abort();
  };
  const adjust = (): void => {
    const moved = story ? distanceOf(story) : top - window.scrollY;
    if (moved === undefined) window.scrollTo(0, top);
    else if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
    calm = moved !== undefined && Math.abs(moved) < 1 ? calm + 1 : 0;
    if (calm < CALM_FRAMES && performance.now() < until) frame = requestAnimationFrame(adjust);
    else stop();
  };
  for (const type of ['wheel', 'touchstart', 'keydown', 'mousedown'])
    window.addEventListener(type, stop, { passive: true, signal: leaving.signal });
  adjust();
}

/** How far the page must be scrolled for the story to stand where it stood; `undefined` when it is not there. */
function distanceOf([path, offset]: [string, number]): number | undefined {
  const link = storyLinks().find(({ pathname }) => pathname === path);
  const story = link?.closest('.stories > li');
  return story ? story.getBoundingClientRect().top - offset : undefined;
}

/** Links of stories to our pages, in the order of the list. */
const storyLinks = (): HTMLAnchorElement[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('main h3 a[href]')].filter(({ host }) => host === location.host);

const pathOfStory = (story: Element): string => story.querySelector<HTMLAnchorElement>('h3 a')?.pathname ?? '';

/** The first story in view. Only stories of groups in view are measured: the others may not be laid out. */
function storyInView(): Element | undefined {
  const groups = [...document.querySelectorAll('main .group')].filter(isInView);
  return groups.flatMap((group) => [...group.querySelectorAll('.stories > li')]).find(isInView);
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > BAR_HEIGHT && top < window.innerHeight;
}

function pathAfter(address: string): string | undefined {
  const links = storyLinks();
  const place = links.findIndex(({ pathname }) => pathname === address);
  return place < 0 ? undefined : links[place + 1]?.pathname;
}
