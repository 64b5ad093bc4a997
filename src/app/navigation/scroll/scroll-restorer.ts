import type { ScrollPosition } from './scroll-positions.ts';

/* The lazy part of `scroll-restoration.ts`: measures, stores and restores the scroll position of a history entry. */

/** How long to wait for the story that was in view, or for the one that gets the focus. */
const TIMEOUT_MS = 5000;
/** How much of the top of the viewport a sticky bar may cover. */
const TOP_BAR_HEIGHT = 48;
/** The position must hold for this many frames: images and text above may still cause layout shifts. */
const STABLE_FRAMES = 12;

/**
 * Saves the scroll position under the key of a history entry. `nextAddress` is the page that the reader navigates to.
 */
export function savePosition(positions: Map<string, ScrollPosition>, key: string, nextAddress?: string): void {
  const { older } = positions.get(key) ?? {};
  const story = storyInView();
  const next = nextAddress === undefined ? undefined : pathAfter(nextAddress);
  positions.delete(key);
  positions.set(key, {
    top: window.scrollY,
    ...(story && { story: [pathOfStory(story), story.getBoundingClientRect().top] }),
    ...(next !== undefined && { next }),
    ...(older !== undefined && { older }),
  });
}

/**
 * Restores a scroll position. If the reader leaves another page of this site, its headline in the list gets the focus.
 */
export function restorePosition(position: ScrollPosition | undefined, leftAddress: string | undefined): void {
  cancelRestore();
  if (position) restoreUntilStable(position);
  if (leftAddress !== undefined) focusHeadline(position, leftAddress, performance.now() + TIMEOUT_MS);
}

/**
 * Focuses the headline of the story that the reader leaves, or of the one after it, as soon as the list is rendered.
 */
function focusHeadline(position: ScrollPosition | undefined, leftAddress: string, until: number): void {
  const links = storyLinks();
  const findLink = (path: string | undefined) => links.find(({ pathname }) => pathname === path);
  const link = findLink(leftAddress) ?? findLink(position?.next);
  const isLoading = document.querySelector('main .skeleton') !== null && performance.now() < until;
  if (link || !isLoading) (link ?? document.querySelector<HTMLElement>('h1[tabindex]'))?.focus({ preventScroll: true });
  else if (document.activeElement === document.body)
    requestAnimationFrame(() => focusHeadline(position, leftAddress, until));
}

let cancel: () => void = () => {};

export const cancelRestore = (): void => cancel();

/** Scrolls to the story that was in view, and again in each frame while the page grows, until the reader interacts. */
function restoreUntilStable({ top = 0, story }: ScrollPosition): void {
  const until = performance.now() + TIMEOUT_MS;
  const listeners = new AbortController();
  let stableFrames = 0;
  let frame = 0;
  cancel = () => {
    cancelAnimationFrame(frame);
    listeners.abort();
  };
  const adjust = (): void => {
    if (!story) renderAllGroups();
    const distance = story ? distanceTo(story) : top - window.scrollY;
    if (distance === undefined) window.scrollTo(0, top);
    else if (Math.abs(distance) >= 1) window.scrollBy(0, distance);
    stableFrames = distance !== undefined && Math.abs(distance) < 1 ? stableFrames + 1 : 0;
    if (stableFrames < STABLE_FRAMES && performance.now() < until) frame = requestAnimationFrame(adjust);
    else cancel();
  };
  for (const type of ['wheel', 'touchstart', 'keydown', 'mousedown'])
    window.addEventListener(type, cancel, { passive: true, signal: listeners.signal });
  adjust();
}

/**
 * Renders the groups out of view too. Where only `scrollY` is known, those above must have their real height, not that
 * of `contain-intrinsic-size`. It stays so: a group that is no longer rendered gets the estimate again.
 */
function renderAllGroups(): void {
  for (const group of document.querySelectorAll<HTMLElement>('main .group')) group.style.contentVisibility = 'visible';
}

/** How far to scroll so that a story is at its former offset; `undefined` if it is not in the list. */
function distanceTo([path, offset]: [string, number]): number | undefined {
  const link = storyLinks().find(({ pathname }) => pathname === path);
  const story = link?.closest('.stories > li');
  return story ? story.getBoundingClientRect().top - offset : undefined;
}

/** The headline links that lead to pages of this site, in list order. */
const storyLinks = (): HTMLAnchorElement[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('main h3 a[href]')].filter(({ host }) => host === location.host);

const pathOfStory = (story: Element): string => story.querySelector<HTMLAnchorElement>('h3 a')?.pathname ?? '';

/**
 * The first story in view. Only stories in groups that are in view are measured: `content-visibility` skips the layout
 * of the others.
 */
function storyInView(): Element | undefined {
  const groups = [...document.querySelectorAll('main .group')].filter(isInView);
  return groups.flatMap((group) => [...group.querySelectorAll('.stories > li')]).find(isInView);
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > TOP_BAR_HEIGHT && top < window.innerHeight;
}

/** The path of the story after the one at an address. */
function pathAfter(address: string): string | undefined {
  const links = storyLinks();
  const index = links.findIndex(({ pathname }) => pathname === address);
  return index < 0 ? undefined : links[index + 1]?.pathname;
}
