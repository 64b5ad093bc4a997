import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyboardStrings } from '../../src/app/keyboard/keyboard-strings.ts';
import { settingsStrings } from '../../src/app/pages/settings/settings-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { contrast } from '../support/contrast.ts';
import { waitForHydration } from '../support/hydration.ts';
import { focusedText, isSameDocument, markDocument, tabTo, waitForModule } from '../support/reader.ts';
import { waitForStore } from '../support/reader-page.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

const NOW = '2026-11-23T12:00:00Z';
const STORIES = 24;

const lead = `
related:
  - title: Story 2
    publishedDateTime: 2026-11-22T22:00:00Z
    webUrl: https://www.example.com/2
  - title: From another site
    publishedDateTime: 2026-11-20T08:00:00Z
    webUrl: https://elsewhere.example/a
    ampWebUrl: https://amp.elsewhere.example/a`;

/** Story 1 is the newest. Each one is three hours older than the one before. */
function storyFile(number: number): string {
  const at = new Date(Date.parse(NOW) - number * 3 * 3_600_000).toISOString();
  return `---
title: Story ${number}
excerpt: ${'What there is to say about it, in a sentence or two. '.repeat(3)}
publishedDateTime: ${at}
webUrl: https://www.example.com/${number}
topics: [Topic ${1 + (number % 14)}]${number === 1 ? lead : ''}
---
`;
}

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const numbers = Array.from({ length: STORIES }, (_, index) => index + 1);
  const files = Object.fromEntries(numbers.map((number) => [`story-${number}.md`, storyFile(number)]));
  const { folder } = await buildSite({ CONTENT_DIR: writeContent(files) });
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

type Options = Parameters<TestBrowser['newPage']>[0];

/** Opens a page, and waits until it is hydrated. */
async function open(path = '', options: Options = {}) {
  const opened = await browser.newPage({ now: NOW, isWarm: true, ...options });
  await opened.page.goto(site.url + path);
  await waitForHydration(opened.page);
  return opened;
}

/** Presses a key, and waits until an element with this text has the focus. */
async function pressTo(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, text);
}

const scrollTop = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Loads the code for shortcuts and view transitions. Any key press does. */
async function loadKeyboard(page: Page): Promise<void> {
  await waitForModule(page, 'article-page', () =>
    waitForModule(page, 'keyboard', () => page.keyboard.press('Control')),
  );
}

describe('keyboard shortcuts', () => {
  test.each([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])(
    'j and k move the focus from headline to headline, scroll only to stories that are not in view, and stop at the ends of the list, at $width px',
    async (size) => {
      const { page, errors, close } = await open('', size);
      for (let number = 1; number <= STORIES; number += 1) {
        const headline = page.locator('.stories h3 a').nth(number - 1);
        const before = await placeOf(headline);
        await pressTo(page, 'j', `Story ${number}`);
        const after = await placeOf(headline);
        if (isWhole(before)) expect(after.scrollTop, `Story ${number}`).toBe(before.scrollTop);
        expect(isWhole(after), `Story ${number}`).toBe(true);
      }
      await pressTo(page, 'j', `Story ${STORIES}`);
      for (let number = STORIES - 1; number > 0; number -= 1) {
        await pressTo(page, 'k', `Story ${number}`);
        expect(await isVisible(page.locator('h3 a:focus-visible')), `Story ${number}`).toBe(true);
      }
      await pressTo(page, 'k', 'Story 1');
      expect(errors).toEqual([]);
      await close();
    },
  );

  test('keys that are pressed while the keyboard code loads are handled when it has loaded', async () => {
    const { page, close } = await open();
    const pending: Route[] = [];
    await page.route(/\/keyboard-[^/]*\.js$/, (route) => void pending.push(route));
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    // Other chunks of the keyboard code load first.
    await expect.poll(() => pending.length).toBeGreaterThan(0);
    for (const route of pending) await route.continue();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Story 3');
    expect(await scrollTop(page)).toBe(0);
    await close();
  });

  test('keys that wait for the keyboard code are handled before later ones', async () => {
    const { page, close } = await open();
    const pending: Route[] = [];
    await page.route(/\/keyboard-[^/]*\.js$/, (route) => void pending.push(route));
    for (const key of ['j', 'j']) await page.keyboard.press(key);
    // Presses k as soon as the first key has been handled, and lists the headlines that get the focus.
    const headlines = await page.evaluateHandle(() => {
      const focused: (string | null | undefined)[] = [];
      const pressK = (): boolean =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true }));
      document.addEventListener('focusin', () => {
        focused.push(document.activeElement?.textContent);
        if (focused.length === 1) queueMicrotask(pressK);
      });
      return focused;
    });
    await expect.poll(() => pending.length).toBeGreaterThan(0);
    for (const route of pending) await route.continue();
    await expect.poll(() => headlines.jsonValue()).toEqual(['Story 1', 'Story 2', 'Story 1']);
    await close();
  });

  test('j starts at the first story in view if none has the focus', async () => {
    const { page, close } = await open('', { width: 390, height: 844 });
    const tenth = page.getByRole('link', { name: 'Story 10', exact: true });
    await tenth.evaluate((headline) => window.scrollTo(0, headline.getBoundingClientRect().top - 20));
    const before = await scrollTop(page);
    await pressTo(page, 'j', 'Story 10');
    expect(await scrollTop(page)).toBe(before);
    await close();
  });

  test('j and k move through the related stories of an article', async () => {
    const { page, close } = await open('articles/story-1/');
    await pressTo(page, 'j', 'Story 2');
    await pressTo(page, 'j', 'From another site');
    await pressTo(page, 'k', 'Story 2');
    expect(await page.locator('.related :focus').count()).toBe(1);
    await close();
  });

  test('o opens the source link of a story', async () => {
    const { page, close } = await open('', { isWarm: false });
    await answerHosts(page);
    await pressTo(page, 'j', 'Story 1');
    await pressTo(page, 'j', 'Story 2');
    await page.keyboard.press('o');
    await page.waitForURL('https://www.example.com/2');
    await page.goto(`${site.url}articles/story-3/`);
    await waitForHydration(page);
    await page.keyboard.press('o');
    await page.waitForURL('https://www.example.com/3');
    expect(await page.title()).toBe('Another paper');
    await close();
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])('t opens the filter panel with the focus in its search field, at $width px', async (size) => {
    const { page, errors, close } = await open('', size);
    for (const path of ['', 'articles/story-1/']) {
      await page.goto(site.url + path);
      await waitForHydration(page);
      await page.keyboard.press('t');
      await page.locator('.filter-panel input:focus').waitFor();
      await page.keyboard.type('jko/?');
      expect(await page.locator('.filter-panel [type=search]').inputValue()).toBe('jko/?');
    }
    expect(errors).toEqual([]);
    await close();
  });

  test('g and then h open the front page without loading a document', async () => {
    const { page, close } = await open('articles/story-1/');
    await markDocument(page);
    await page.keyboard.press('h');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForURL(site.url);
    await page.locator('.stories h3').first().waitFor();
    expect(await isSameDocument(page)).toBe(true);
    await close();
  });

  test('Escape goes back from an article like its back link, if there is nothing else to close', async () => {
    const { page, close } = await open();
    await loadKeyboard(page);
    await pressTo(page, 'j', 'Story 1');
    await page.keyboard.press('Enter');
    await page.locator('.related').waitFor();
    await page.getByRole('button', { name: 'All topics' }).click();
    await page.locator('.filter-panel input:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.locator('.filter-panel').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${site.url}articles/story-1/`);
    await page.keyboard.press('Escape');
    await page.waitForURL(site.url);
    await page.waitForFunction(() => document.activeElement?.textContent === 'Story 1');
    expect(await page.evaluate(() => history.length)).toBe(3);
    await close();
  });

  test('? opens the list of shortcuts, and closing it returns the focus', async () => {
    const { page, errors, close } = await open();
    await pressTo(page, 'j', 'Story 1');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: keyboardStrings.title });
    await sheet.waitFor();
    expect(await sheet.locator('kbd').allTextContents()).toEqual([
      'j',
      'k',
      'Enter',
      'o',
      's',
      'm',
      'z',
      '/',
      't',
      'g',
      'h',
      'Esc',
      '?',
    ]);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('j');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await focusedText(page)).toBe('Story 1');
    expect(errors).toEqual([]);
    await close();
  });

  test('single-key shortcuts can be switched off in the sheet, and on again in the settings', async () => {
    const { page, errors, close } = await open('settings/');
    const keys = page.getByRole('group', { name: settingsStrings.settings.keys.legend });
    await page.getByRole('button', { name: settingsStrings.showShortcuts }).click();
    const inSheet = page.getByRole('dialog').getByRole('checkbox', { name: keyboardStrings.switch });
    expect(await inSheet.isChecked()).toBe(true);
    await inSheet.uncheck();
    expect(await keys.getByRole('radio', { name: 'Off' }).isChecked()).toBe(true);
    await waitForStore(page);
    await page.goto(site.url);
    await waitForHydration(page);
    await loadKeyboard(page);
    for (const key of ['j', 'g', 'h', '/', 't', '?']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await page.locator('dialog, .filter-panel').count()).toBe(0);
    expect(page.url()).toBe(site.url);
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    await keys.getByText('On', { exact: true }).click();
    await waitForStore(page);
    await page.goto(site.url);
    await waitForHydration(page);
    await pressTo(page, 'j', 'Story 1');
    expect(errors).toEqual([]);
    await close();
  });

  test('a key of a non-Latin layout counts by its position, and none with a modifier or during composition', async () => {
    const { page, close } = await open();
    await loadKeyboard(page);
    const send = (init: KeyboardEventInit): Promise<void> =>
      page.dispatchEvent('body', 'keydown', { bubbles: true, ...init });
    await send({ key: 'j', code: 'KeyJ', ctrlKey: true });
    await send({ key: 'j', code: 'KeyJ', altKey: true });
    await send({ key: 'j', code: 'KeyJ', metaKey: true });
    await send({ key: 'j', code: 'KeyJ', isComposing: true });
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await send({ key: 'о', code: 'KeyJ' });
    expect(await focusedText(page)).toBe('Story 1');
    await close();
  });
});

describe('focus', () => {
  test('a link moves the focus to the heading of the new page, and sets the title', async () => {
    const { page, close } = await open();
    await pressTo(page, 'j', 'Story 1');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    expect(await focusedText(page)).toBe('Story 1');
    expect(await page.title()).toBe('Story 1 · Broadsheet');
    expect(await scrollTop(page)).toBe(0);
    await tabTo(page, '.related h3 a');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    expect(await focusedText(page)).toBe('Story 2');
    expect(await page.title()).toBe('Story 2 · Broadsheet');
    await close();
  });

  test('going back from an article focuses its headline in the list, at the same scroll position (READER 7)', async () => {
    const { page, close } = await open('', { width: 390, height: 844 });
    for (let number = 1; number <= 15; number += 1) await pressTo(page, 'j', `Story ${number}`);
    const before = await scrollTop(page);
    expect(before).toBeGreaterThan(0);
    for (const goBack of [() => page.goBack(), () => page.keyboard.press('Escape')]) {
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('h1'));
      await goBack();
      await page.waitForFunction(() => document.activeElement?.matches('h3 a'));
      expect(await focusedText(page)).toBe('Story 15');
      await expect.poll(() => scrollTop(page)).toBe(before);
    }
    await pressTo(page, 'j', 'Story 16');
    await close();
  });

  test('the list is an ordered list of articles under headings, without role=feed', async () => {
    const { page, close } = await open();
    expect(await page.locator('[role=feed]').count()).toBe(0);
    expect(await page.locator('main section > h2 + ol > li > article > h3 > a').count()).toBe(STORIES);
    await close();
  });

  test.each(['articles/story-1/', 'settings/', 'topics/topic-1/'])(
    'every focusable element has a visible focus ring in both themes and in forced colours: /%s',
    async (path) => {
      const { page, close } = await open(path);
      const places = await inspectEachFocused(page, findPlace);
      expect(places.length).toBeGreaterThan(10);
      for (const [name, theme, media] of [
        ['light', 'light', {}],
        ['dark', 'dark', {}],
        ['light, on a dark device', 'light', { colorScheme: 'dark' }],
        ['forced colours', 'system', { forcedColors: 'active' }],
        ['light, in dark forced colours', 'light', { forcedColors: 'active', colorScheme: 'dark' }],
      ] as const) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
        const found = await findMissingFocusRings(page, theme);
        expect(found, name).toEqual({ inspected: places.length, failures: [] });
      }
      await close();
    },
  );

  test.each([
    { width: 320, height: 256 },
    { width: 320, height: 640 },
    { width: 1280, height: 256 },
  ])('the bars do not cover the focused element, at $width x $height', async (size) => {
    const covered: string[] = [];
    const { page, close } = await open('', size);
    for (const [path, least] of [
      ['', 2 * STORIES],
      ['articles/story-1/', 10],
    ] as const) {
      await page.goto(site.url + path);
      await waitForHydration(page);
      const places = await inspectEachFocused(page, findPlace);
      expect(places.length).toBeGreaterThan(least);
      covered.push(...places.flatMap(({ text, parts }) => (parts.includes(true) ? [] : [text])));
    }
    expect(covered).toEqual([]);
    await close();
  });

  test('nothing scrolls horizontally at 400 % zoom, including the list of shortcuts', async () => {
    const { page, close } = await open('', { width: 320, height: 256 });
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: keyboardStrings.title });
    await sheet.waitFor();
    const tooWide = await sheet.evaluate((dialog) =>
      [dialog, document.documentElement].map((element) => element.scrollWidth - element.clientWidth),
    );
    expect(tooWide).toEqual([0, 0]);
    await sheet.getByRole('checkbox').scrollIntoViewIfNeeded();
    expect(await isVisible(sheet.getByRole('checkbox'))).toBe(true);
    await close();
  });
});

describe('view transitions', () => {
  test('move the headline from the list to the article and back', async () => {
    const { page, errors, close } = await open();
    await recordTransitions(page);
    await page.getByRole('link', { name: 'Story 2', exact: true }).click();
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    await waitForTransitions(page, 1);
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.matches('h3 a'));
    await waitForTransitions(page, 2);
    expect(await focusedText(page)).toBe('Story 2');
    await page.getByRole('link', { name: 'Story 1', exact: true }).click();
    await page.locator('.related').waitFor();
    await waitForTransitions(page, 3);
    await page.locator('.related').getByRole('link', { name: 'Story 2', exact: true }).click();
    await waitForTransitions(page, 4);
    await page.getByRole('link', { name: 'Back to All stories' }).first().click();
    await page.locator('.stories h3').first().waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('[style*=view-transition]').length)).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('ignore a second click on the same link', async () => {
    const { page, close } = await open();
    await recordTransitions(page);
    await page.getByRole('link', { name: 'Story 2', exact: true }).evaluate((link: HTMLElement) => {
      link.click();
      link.click();
    });
    await waitForTransitions(page, 1);
    expect(await page.evaluate(() => history.length)).toBe(3);
    await close();
  });

  test('and all other animations are off with reduced motion', async () => {
    const { page, errors, close } = await open('', { reducedMotion: 'reduce', width: 390, height: 844 });
    await recordTransitions(page);
    await page.getByRole('link', { name: 'Story 2', exact: true }).click();
    await page.locator('.article').waitFor();
    await page.goBack();
    await page.locator('.stories h3').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    expect(await countTransitions(page)).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});

test('a key that comes before the buttons of the page does the same when they are there', async () => {
  const { page, errors, close } = await open('', { isWarm: false });
  const tools = new Promise<Route>((resolve) => void page.route('**/assets/tools-*', resolve));
  // No story has the focus.
  await page.keyboard.press('s');
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.textContent === 'Story 1');
  await page.keyboard.press('s');
  const held = await tools;
  expect(await page.locator('.save-tool').count()).toBe(0);
  await held.continue();
  await page.locator('.save-tool[aria-pressed=true]').waitFor();
  expect(await page.locator('.save-tool[aria-pressed=true]').getAttribute('aria-label')).toContain('Story 1');
  expect(errors).toEqual([]);
  await close();
});

test('nothing plays or moves without an interaction (READER 27)', async () => {
  const { page, close } = await open('articles/story-1/');
  expect(await page.locator('iframe, [autoplay], marquee').count()).toBe(0);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await close();
});

test.each(['', 'articles/story-1/'])(
  'print styles of the first load hide the bars and show the host of each story: /%s',
  async (path) => {
    const { page, close } = await open(path);
    await page.emulateMedia({ media: 'print' });
    for (const selector of [
      '.topic-bar',
      '.bottom-bar',
      '.masthead-tools',
      '.skip-link',
      '.back-link',
      '.card-tools',
    ]) {
      expect(await page.locator(`${selector} >> visible=true`).count(), selector).toBe(0);
    }
    // A date without a time of day is in the heading of its day.
    for (const story of await page.locator('.card, .article-header, .related-card').all()) {
      expect(await story.locator('time').count()).toBeGreaterThan(0);
    }
    const shown = page.locator('.source-link, .source-link-list bdi').filter({ visible: true });
    const hosts = await shown.allTextContents();
    expect(new Set(hosts)).toEqual(new Set(path ? ['example.com', 'elsewhere.example'] : ['example.com']));
    expect(hosts.length).toBe(path ? 3 : STORIES);
    await close();
  },
);

async function answerHosts(page: Page): Promise<void> {
  await page.route('https://www.example.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Another paper</title>' }),
  );
}

interface Place {
  text: string;
  scrollTop: number;
  /** Whether its top, its middle and its bottom are in the viewport, and not covered by a bar around it. */
  parts: boolean[];
}

/** Runs in the browser. */
function findPlace(element: Element): Place {
  const { left, top, height } = element.getBoundingClientRect();
  const parts = [2, height / 2, height - 2].map((offset) => {
    const bar = document.elementFromPoint(left + 4, top + offset)?.closest('.topic-bar, .bottom-bar, :root');
    return bar === document.documentElement || (bar?.contains(element) ?? false);
  });
  return { text: element.textContent, scrollTop: window.scrollY, parts };
}

const placeOf = (locator: Locator): Promise<Place> => locator.evaluate(findPlace);

const isWhole = ({ parts }: Place): boolean => !parts.includes(false);

const isVisible = async (locator: Locator): Promise<boolean> => isWhole(await placeOf(locator));

/** Presses Tab until all focusable elements had the focus. Returns what `inspect`, which runs in the browser, finds of each. */
async function inspectEachFocused<T>(page: Page, inspect: (focused: Element) => T): Promise<T[]> {
  // One call does both: there are many elements.
  const expression = `(${String(takeFocused)})().map(${String(inspect)})`;
  const found: T[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const inspected = await page.evaluate<T[]>(expression);
    if (inspected.length === 0) return found;
    found.push(...inspected);
  }
}

/** Runs in the browser. Returns the focused element, if it was not returned before. */
function takeFocused(): Element[] {
  const focused = document.activeElement as HTMLElement;
  if (focused === document.body || focused.dataset.reached === 'yes') return [];
  focused.dataset.reached = 'yes';
  return [focused];
}

/** Focuses the elements that `takeFocused` has found in a theme, and returns those whose ring has too little contrast. */
async function findMissingFocusRings(page: Page, theme: string): Promise<{ inspected: number; failures: string[] }> {
  const { background, elements } = await page.evaluate(findFocusRings, theme);
  const failures = elements.filter(({ rings }) => rings.every((color) => contrast(color, background) < 3));
  return { inspected: elements.length, failures: failures.map(({ html }) => html) };
}

/** Runs in the browser. The colours of the rings of each element. Fields have it on their label. */
function findFocusRings(theme: string): { background: string; elements: { html: string; rings: string[] }[] } {
  document.documentElement.dataset.theme = theme;
  const ringOf = (element: Element | null): string[] => {
    if (!element) return [];
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 ? [outlineColor] : [];
  };
  const elements = [...document.querySelectorAll<HTMLElement>('[data-reached]')].map((element) => {
    element.focus();
    const rings = element.matches(':focus-visible') ? [element, element.closest('label')].flatMap(ringOf) : [];
    return { html: element.outerHTML.slice(0, 80), rings };
  });
  return { background: getComputedStyle(document.body).backgroundColor, elements };
}

interface TransitionLog {
  /** The pseudo-elements that each view transition animates. */
  transitions: (string | null | undefined)[][];
}

/** Loads the code for view transitions by moving the pointer, and records every view transition from then on. */
async function recordTransitions(page: Page): Promise<void> {
  await waitForModule(page, 'article-page', () => page.mouse.move(2, 2));
  await page.evaluate(() => {
    const transitions: TransitionLog['transitions'] = [];
    Object.assign(window, { transitions });
    const start = document.startViewTransition.bind(document);
    document.startViewTransition = (change) => {
      const transition = start(change);
      void transition.ready.then(() => {
        const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect | null);
        transitions.push(effects.map((effect) => effect?.pseudoElement));
      });
      return transition;
    };
  });
}

const countTransitions = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as TransitionLog).transitions.length);

/** Waits until so many transitions have moved a headline. */
async function waitForTransitions(page: Page, count: number): Promise<void> {
  const headlineGroup = '::view-transition-group(headline)';
  await page.waitForFunction(
    ([wanted, group]) =>
      (window as unknown as TransitionLog).transitions.filter((animated) => animated.includes(group)).length === wanted,
    [count, headlineGroup] as const,
  );
}
