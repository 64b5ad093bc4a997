import { flushSync } from 'react-dom';
import { readSetting } from '../reader/state/use-reader.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { navigationHooks } from './app-link.tsx';
import { navigateTo } from './scroll/scroll-restoration.ts';
import css from './view-transition.css?inline';

/*
 * View transitions between a list and an article: the headline moves from its card to the article page, and back. They
 * show the reader what has opened. Without one (no support, reduced motion, the headline out of view) the page changes
 * immediately.
 */

adoptStyles(css);

const TRANSITION_NAME = 'headline';

/** Call it once the code of the article page is loaded: a transition needs the new DOM synchronously. */
export function enableViewTransitions(): void {
  if (!('startViewTransition' in document)) return;
  Object.assign(navigationHooks, { follow, onPopState });
}

const articleHeadline = (): HTMLElement | null => document.querySelector('h1.article-headline');

/** The address of a click whose transition has not started yet. A second click on the link is ignored. */
let pendingHref: string | undefined;

function follow(href: string, link: Element): void {
  if (pendingHref === href) return;
  pendingHref = href;
  transitionHeadline(link.closest('h3'), articleHeadline, () => {
    pendingHref = undefined;
    navigateTo(href);
  });
}

/**
 * Stops the event, and dispatches it again for the router inside the transition. Not if the browser has shown a
 * transition of its own (a swipe back), and not with a hash: the router also listens to `hashchange`, so it would
 * update before the transition.
 */
function onPopState(event: PopStateEvent): void {
  const headline = articleHeadline();
  if (!event.isTrusted || event.hasUAVisualTransition || location.hash || !headline) return;
  event.stopImmediatePropagation();
  // Scroll restoration focuses the headline of the article that the reader leaves.
  const findTarget = (): HTMLElement | undefined => {
    const focused = document.activeElement?.closest('h3') ?? undefined;
    return focused?.textContent === headline.textContent ? focused : undefined;
  };
  transitionHeadline(headline, findTarget, () => void window.dispatchEvent(new PopStateEvent('popstate', event)));
}

type FindHeadline = () => HTMLElement | null | undefined;

/** Changes the page in a view transition that moves a headline of the old page to one of the new page. */
function transitionHeadline(from: HTMLElement | null, findTarget: FindHeadline, changePage: () => void): void {
  if (!isInView(from) || isMotionReduced()) {
    changePage();
    return;
  }
  // The pressed state of the link is painted first: on a slow device the snapshots of a transition take a while.
  requestAnimationFrame(() => setTimeout(startTransition, 0, from, findTarget, changePage));
}

function startTransition(from: HTMLElement, findTarget: FindHeadline, changePage: () => void): void {
  setTransitionName(from);
  const transition = document.startViewTransition(() => {
    const { render } = navigationHooks;
    navigationHooks.render = (update) => update();
    flushSync(changePage);
    navigationHooks.render = render;
    const target = findTarget();
    const isShown = isInView(target);
    setTransitionName(isShown ? target : undefined);
    if (!isShown) transition.skipTransition();
  });
  latestTransition = transition;
  // If another transition has started meanwhile, the name belongs to its headline.
  void transition.finished.finally(() => {
    if (latestTransition === transition) setTransitionName(undefined);
  });
  // `ready` rejects if the browser skips the transition. The page has changed all the same.
  transition.ready.catch(() => {});
}

/** By the device, or by the reader's setting. */
const isMotionReduced = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches || readSetting('motion') === 'reduced';

let namedHeadline: HTMLElement | undefined;
let latestTransition: ViewTransition | undefined;

/** Only one element may have the name: with two, the browser skips the transition. */
function setTransitionName(headline: HTMLElement | undefined): void {
  if (namedHeadline) namedHeadline.style.viewTransitionName = '';
  if (headline) headline.style.viewTransitionName = TRANSITION_NAME;
  namedHeadline = headline;
}

function isInView(element: HTMLElement | null | undefined): element is HTMLElement {
  if (!element) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
