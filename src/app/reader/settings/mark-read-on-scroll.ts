import { withoutBasePath } from '../../data/base-path.ts';
import { changeEntries, valuesOf } from '../state/reader-state.ts';
import { chosenOption } from './settings.ts';

const CARDS = '.stories .card:not([data-read])';
const ARTICLE_PATH = /^\/articles\/(.+)\/$/;

/** Marks stories as read that the reader scrolls past, if the reader has chosen that. */
export function markReadOnScroll(): void {
  let frame = 0;
  let top = window.scrollY;
  document.addEventListener(
    'scroll',
    () => {
      if (frame !== 0 || chosenOption('read-on-scroll') === 'off') return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        // Only scrolling down passes stories, not a jump back to the top.
        if (window.scrollY > top) markPassed();
        top = window.scrollY;
      });
    },
    { passive: true },
  );
}

function markPassed(): void {
  const passed = [...document.querySelectorAll(CARDS)].filter((card) => card.getBoundingClientRect().bottom < 0);
  const slugs = passed.flatMap((card) => slugOf(card.querySelector<HTMLAnchorElement>('h3 a')) ?? []);
  const unread = slugs.filter((slug) => !valuesOf('read').has(slug));
  if (unread.length > 0)
    changeEntries(
      'read',
      unread.map((slug) => [slug, 1] as const),
    );
}

function slugOf(link: HTMLAnchorElement | null): string | undefined {
  const [, path] = ARTICLE_PATH.exec(withoutBasePath(link?.pathname ?? '')) ?? [];
  try {
    return path?.split('/').map(decodeURIComponent).join('/');
  } catch {
    return undefined;
  }
}
