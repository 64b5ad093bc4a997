import { readStored, SHORTCUTS_KEY } from '../reader/storage.ts';
import { focusedCard, focusStory } from './focus-story.ts';
import { openShortcutsSheet } from './open-shortcuts-sheet.tsx';
import { openTopicSearch } from './open-topic-search.ts';
import { readKey } from './read-key.ts';

/* What the keys do. They press what is on the page, so they lead where a click leads. */

const ACTIONS: Record<string, () => void> = {
  j: () => focusStory(1),
  k: () => focusStory(-1),
  o: followSourceLink,
  '/': openTopicSearch,
  '?': openShortcutsSheet,
};

/** How long `g` waits for the key that says where to go. */
const PATIENCE_MS = 1500;

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';
const CLOSES_ON_ESCAPE = 'dialog[open], .source-link-menu[open], [aria-expanded=true]';

let goingSince = Number.NEGATIVE_INFINITY;
let closing: Event | undefined;

/** Does what a key asks for, if it is one of ours and meant for the page. */
export function handleKey(event: KeyboardEvent): void {
  const key = readKey(event);
  if (key === undefined || event.defaultPrevented || isWithin(event, FIELDS)) return;
  if (document.querySelector('dialog[open]')) return;
  if (key === 'Escape') {
    if (!event.repeat && !isClosing(event)) press('.back-link');
    return;
  }
  if (readStored(SHORTCUTS_KEY) === 'off' || (event.repeat && key !== 'j' && key !== 'k')) return;
  const isGoing = event.timeStamp - goingSince < PATIENCE_MS;
  goingSince = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
  const act = isGoing && key === 'h' ? goToFrontPage : ACTIONS[key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** The way out of the story that has the focus; of the article, when none has. */
function followSourceLink(): void {
  const card = focusedCard();
  if (card) card.querySelector<HTMLElement>('.source-link')?.click();
  else press('.source-link-list [data-chosen] a');
}

function goToFrontPage(): void {
  if (press('.nameplate a')) return;
  window.scrollTo(0, 0);
  document.querySelector('h1')?.focus({ preventScroll: true });
}

function press(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}

const isWithin = ({ target }: Event, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/**
 * Whether Escape has closed something. Who listens before us may have done so already, and so it is noted ahead; of a
 * key that had to wait for this code (its event is over), only where it was pressed is left to tell.
 */
const isClosing = (event: Event): boolean =>
  event === closing || (event.eventPhase === Event.NONE && isWithin(event, 'dialog, .source-link-menu, .filter-panel'));

window.addEventListener(
  'keydown',
  (event) => {
    closing = document.querySelector(CLOSES_ON_ESCAPE) ? event : undefined;
  },
  { capture: true },
);
