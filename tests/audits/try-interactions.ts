import type { Page } from 'playwright-core';
import type { TestBrowser } from '../support/browser.ts';
import { openMeasured, press, waitForIdle } from './real-input.ts';

/** The time in milliseconds until the effect of an interaction was painted, and its parts. */
export interface Interaction {
  name: string;
  duration: number;
  delay: number;
  processing: number;
  presentation: number;
}

/** One interaction. Returns `false` if the site lacks the element for it. */
type Step = (page: Page) => Promise<unknown>;

const click =
  (selector: string, index = 0): Step =>
  (page) =>
    press(page, selector, index);
const key =
  (name: string): Step =>
  (page) =>
    page.keyboard.press(name);

/** The interactions of one visit. */
const STEPS: Record<string, Step> = {
  'a topic of the bar': click('.topic-bar-list li a', 1),
  'all stories': click('.topic-bar-list li a', 0),
  'the panel opened': click('.all-topics'),
  'a topic checked': click('.topic-tree input', 0),
  'a second topic checked': click('.topic-tree input', 1),
  'all of them asked for': click('.filter-find .segmented-control label', 1),
  'any of them asked for': click('.filter-find .segmented-control label', 0),
  'a topic left out': click('.topic-tree .filter-row button', 2),
  'a topic no longer left out': click('.topic-tree .filter-row button', 2),
  'a provider checked': click('.provider-choice input', 0),
  'a provider unchecked': click('.provider-choice input', 0),
  'the calendar opened': click('.calendar-toggle'),
  'the month before': click('.calendar-head button', 0),
  'a day with news': click('.news-calendar td button', 0),
  'a whole year': click('.news-calendar .chip', 1),
  'seven days': click('.period-choice button', 2),
  'any time': click('.period-choice button', 2),
  'the search for a topic': click('.filter-find input[type=search]'),
  'a letter typed': key('o'),
  'a second letter typed': key('l'),
  'what was typed cleared': key('Escape'),
  'the panel closed': click('.all-topics'),
  'the order turned': click('.sort-link'),
  'the order turned back': click('.sort-link'),
  'a mark removed': click('.active-filters .active-filter', 0),
  'a feed turned': click('.sort-link'),
  'the filter cleared': click('.clear-link'),
  'set as a list': click('.list-layout-buttons button', 1),
  'set as headlines': click('.list-layout-buttons button', 2),
  'set as cards': click('.list-layout-buttons button', 0),
  'the key j': key('j'),
  'the key k': key('k'),
  'a menu opened': click('.stories .menu-tool', 0),
  'a menu closed': key('Escape'),
  'a story saved': click('.stories .save-tool', 1),
  'the story removed': click('.stories .save-tool', 1),
  'the removal undone': key('z'),
  'a story marked as read': key('m'),
  'all of a group marked': click('.mark-group button', 0),
  'the marks undone': click('.undo-toast button'),
  'another menu opened': click('.stories .menu-tool', 2),
  'its step to hide stories': click('.hide-item'),
  'stories hidden': click('.hide-row button', 1),
  'hidden stories shown': key('z'),
  'the panel again': click('.all-topics'),
  'unread stories only': click('.unread-choice input'),
  'read stories too': click('.unread-choice input'),
  'the panel closed again': click('.all-topics'),
  'the settings in a sheet': click('.masthead-tools a', 1),
  'the dark theme': click('.settings-sheet .segmented-control label', 2),
  'a larger text size': click('.settings-sheet .segmented-control label', 5),
  'the page of settings': click('.settings-sheet .button'),
  'another text size': click('.settings .segmented-control label', 5),
  'the groups reset': click('.settings-reset'),
  'the reset undone': key('z'),
  'the front page again': click('.nameplate a'),
  'an article opened': click('.stories h3 a', 0),
  'back to the list': click('.back-link'),
  'older stories': click('main a.button'),
  'an article far down': click('.stories h3 a', 31),
  'back far down': click('.back-link'),
  'all stories again': click('.topic-bar-list li a', 0),
};

/** Runs all interactions with real input, and returns the measurements of the browser. */
export async function tryInteractions(browser: TestBrowser, url: string, slowdown: number): Promise<Interaction[]> {
  const { page, close } = await openMeasured(browser, url, slowdown);
  await page.evaluate(observeEvents);
  const interactions: Interaction[] = [];
  for (const [name, step] of Object.entries(STEPS)) {
    await waitForIdle(page);
    await page.evaluate(takeSlowest);
    if ((await step(page)) === false) continue;
    await waitForIdle(page);
    const slowest = await page.evaluate(takeSlowest);
    interactions.push({ name, ...slowest });
  }
  await close();
  return interactions;
}

type ObservingWindow = Window & { takeEvents?: () => PerformanceEventTiming[] };

/** https://www.w3.org/TR/event-timing/ */
function observeEvents(): void {
  const events: PerformanceEventTiming[] = [];
  const observer = new PerformanceObserver((list) => {
    events.push(...(list.getEntries() as PerformanceEventTiming[]));
  });
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  (window as ObservingWindow).takeEvents = () => {
    events.push(...(observer.takeRecords() as PerformanceEventTiming[]));
    return events.splice(0);
  };
}

/**
 * The slowest interaction since the last call. The browser does not report those shorter than a frame. One click causes
 * several events: those in the same frame are combined.
 */
function takeSlowest(): Omit<Interaction, 'name'> {
  const events = (window as ObservingWindow).takeEvents?.() ?? [];
  const idOf = (event: object): number | undefined => (event as { interactionId?: number }).interactionId;
  const [slowest] = events.filter(idOf).sort((a, b) => b.duration - a.duration);
  if (!slowest) return { duration: 0, delay: 0, processing: 0, presentation: 0 };
  const paintedAt = slowest.startTime + slowest.duration;
  // Durations are rounded to 8 ms.
  const together = events.filter((event) => Math.abs(event.startTime + event.duration - paintedAt) <= 8);
  const started = Math.min(...together.map(({ processingStart }) => processingStart));
  const ended = Math.max(...together.map(({ processingEnd }) => processingEnd));
  return {
    duration: slowest.duration,
    delay: Math.max(0, started - slowest.startTime),
    processing: ended - started,
    presentation: Math.max(0, paintedAt - ended),
  };
}
