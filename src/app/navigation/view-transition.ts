import { flushSync } from 'react-dom';
import { navigationHooks } from './app-link.tsx';
import { navigateTo } from './scroll-restoration.ts';
import css from './view-transition.css?inline';

/*
 * The headline that a reader follows moves to where it stands on the article's page, and back again on the way back, so
 * that it is seen what has opened. The page changes in the midst of a view transition; where there is none to show (no
 * such thing in the browser, motion not wanted, a headline out of view), it changes as ever.
 */

// Adopted, not linked: the first load then need not know of it.
const styles = new CSSStyleSheet();
styles.replaceSync(css);
document.adoptedStyleSheets.push(styles);

const NAME = 'headline';

/** Lets headlines move from now on. The code of the article's page must be there: its DOM is wanted at once. */
export function enableViewTransitions(): void {
  if (!('startViewTransition' in document)) return;
  Object.assign(navigationHooks, { follow, onPopState } satisfies typeof navigationHooks);
}

const articleHeadline = (): HTMLElement | null => document.querySelector('h1.article-headline');

let followed: string | undefined;

function follow(href: string, link: Element): void {
  if (followed === href) return;
  followed = href;
  move(link.closest('h3'), articleHeadline, () => {
    followed = undefined;
    navigateTo(href);
  });
}

/**
 * The event is held back until the page may change, and sent again. Not where the browser has drawn the way by itself,
 * nor where it tells the router in another event that the address has changed.
 */
function onPopState(event: PopStateEvent): void {
  const headline = articleHeadline();
  if (!event.isTrusted || event.hasUAVisualTransition || location.hash || !headline) return;
  event.stopImmediatePropagation();
  // On the way back the headline that was followed has the focus, see `place.ts`.
  const find = (): HTMLElement | undefined => {
    const focused = document.activeElement?.closest('h3') ?? undefined;
    return focused?.textContent === headline.textContent ? focused : undefined;
  };
  move(headline, find, () => void window.dispatchEvent(new PopStateEvent('popstate', event)));
}

type Find = () => HTMLElement | null | undefined;

/** Changes the page, and moves a headline of the old one to where it is found in the new one. */
function move(from: HTMLElement | null, find: Find, change: () => void): void {
  if (!isInView(from) || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    change();
    return;
  }
  // What was pressed is painted first: taking pictures of a page takes a slow machine a while.
  requestAnimationFrame(() => setTimeout(startMove, 0, from, find, change));
}

function startMove(from: HTMLElement, find: Find, change: () => void): void {
  name(from);
  const moving = document.startViewTransition(() => {
    flushSync(change);
    const to = find();
    const isShown = isInView(to);
    name(isShown ? to : undefined);
    if (!isShown) moving.skipTransition();
  });
  last = moving;
  // One that was overtaken by another leaves the name to that one.
  void moving.finished.finally(() => {
    if (last === moving) name(undefined);
  });
  // It is no fault when the browser leaves it out.
  moving.ready.catch(() => {});
}

let named: HTMLElement | undefined;
let last: ViewTransition | undefined;

/** Gives the name to one headline at a time: two of one name, and nothing moves. */
function name(headline: HTMLElement | undefined): void {
  if (named) named.style.viewTransitionName = '';
  if (headline) headline.style.viewTransitionName = NAME;
  named = headline;
}

function isInView(element: HTMLElement | null | undefined): element is HTMLElement {
  if (!element) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
