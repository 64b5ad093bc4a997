import { parseRoute } from '../../model/addresses/routes.ts';
import { withoutBasePath } from '../data/base-path.ts';
import { strings } from '../i18n/strings.ts';
import { announce } from '../layout/announcer.tsx';
import { toggleRead } from '../reader/actions/reader-actions.ts';
import { chosenOption } from '../reader/settings/settings.ts';
import { valuesOf } from '../reader/state/reader-state.ts';
import { actAfterPaint } from '../reader/undo/act-after-paint.ts';
import { undoLatest } from '../reader/undo/undo.ts';
import { focusedCard, focusStory } from './focus-story.ts';
import { keyboardStrings } from './keyboard-strings.ts';
import { openSearch } from './open-search.ts';
import { openShortcutsSheet } from './open-shortcuts-sheet.tsx';
import { openTopicSearch } from './open-topic-search.ts';
import { readKey } from './read-key.ts';
import { whenAdded } from './when-added.ts';

/* The keyboard shortcuts. They click elements of the page, so they do what a click does. */

const ACTIONS: Record<string, () => void> = {
  j: () => goToStory(1),
  k: () => goToStory(-1),
  o: followSourceLink,
  s: saveStory,
  m: markStory,
  z: () => actAfterPaint(undoLatest),
  t: openTopicSearch,
  '/': openSearch,
  '?': openShortcutsSheet,
};

/** How long `g` waits for the next key. */
const SEQUENCE_TIMEOUT_MS = 1500;

const SAVE = '.save-tool';
const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';
const CLOSES_ON_ESCAPE = 'dialog[open], [aria-expanded=true]';

/** The links to the previous and the next story of an article's list. */
const NEIGHBOURS = '.previous-next';

let gPressedAt = Number.NEGATIVE_INFINITY;
let closingEvent: Event | undefined;

/** Handles a key press, if it is a shortcut and not for a field or a dialog. */
export function handleKey(event: KeyboardEvent): void {
  const key = readKey(event);
  if (key === undefined || event.defaultPrevented || isWithin(event, FIELDS)) return;
  if (document.querySelector('dialog[open]')) return;
  if (key === 'Escape') {
    if (!event.repeat && !isClosing(event)) click('.back-link');
    return;
  }
  if (chosenOption('keys') === 'off' || (event.repeat && key !== 'j' && key !== 'k')) return;
  const isAfterG = event.timeStamp - gPressedAt < SEQUENCE_TIMEOUT_MS;
  gPressedAt = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
  // A held key runs through a list, not through pages.
  if (event.repeat && isOnArticle()) return;
  const act = isAfterG && key === 'h' ? goToFrontPage : ACTIONS[key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** On the page of an article whose list is known, and not in its related stories. */
const isOnArticle = (): boolean => document.querySelector(`${NEIGHBOURS} a`) !== null && !focusedCard();

/** The next (1) or the previous (-1) story: of the cards of the page, or on an article the page of that story. */
function goToStory(step: 1 | -1): void {
  if (!isOnArticle()) focusStory(step);
  else if (!click(`${NEIGHBOURS} [rel=${step === 1 ? 'next' : 'prev'}]`))
    announce(step === 1 ? keyboardStrings.lastStory : keyboardStrings.firstStory);
}

/** Follows the source link of the story that has the focus, or of the article if none has. */
function followSourceLink(): void {
  const card = focusedCard();
  if (card) card.querySelector<HTMLElement>('.source-link')?.click();
  else click('.source-link-list [data-chosen] a');
}

/**
 * Saves the story that has the focus, or the article, or removes it from the saved stories. The buttons load on the
 * first interaction, which may be this one.
 */
function saveStory(): void {
  const card = focusedCard();
  whenAdded(SAVE, () => {
    if (card) card.querySelector<HTMLElement>(SAVE)?.click();
    else click(`.article-tools ${SAVE}`);
  });
}

/** Marks the story that has the focus, or the article, as read or as unread. */
function markStory(): void {
  const link = focusedCard()?.querySelector<HTMLAnchorElement>('h3 a');
  const route = parseRoute(withoutBasePath(link?.pathname ?? location.pathname));
  if (route.page !== 'article') return;
  toggleRead(route.slug);
  announce(valuesOf('read').has(route.slug) ? strings.read : keyboardStrings.unread);
}

function goToFrontPage(): void {
  if (click('.nameplate a')) return;
  window.scrollTo(0, 0);
  document.querySelector('h1')?.focus({ preventScroll: true });
}

function click(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.click();
  return element !== null;
}

const isWithin = ({ target }: Event, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/**
 * Whether Escape closes something else. Other listeners may have closed it before this code runs, so a listener in the
 * capture phase looks for it first. A key press that waited for this code to load is already dispatched: then only its
 * target tells.
 */
const isClosing = (event: Event): boolean =>
  event === closingEvent || (event.eventPhase === Event.NONE && isWithin(event, 'dialog, .filter-panel'));

window.addEventListener(
  'keydown',
  (event) => {
    closingEvent = document.querySelector(CLOSES_ON_ESCAPE) ? event : undefined;
  },
  { capture: true },
);
