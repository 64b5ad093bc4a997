import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { focusedText, isSameDocument, markDocument, tabTo } from '../support/reader.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

const NOW = '2026-11-23T12:00:00Z';
const STORIES = 24;

const lead = `
related:
  - title: Story 2
    publishedDateTime: 2026-11-22T22:00:00Z
    webUrl: https://www.example.com/2
  - title: Of another paper
    publishedDateTime: 2026-11-20T08:00:00Z
    webUrl: https://elsewhere.example/a
    ampWebUrl: https://amp.elsewhere.example/a`;

/** Story 1 is the newest; three hours lie between two of them. */
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

/** Opens a page of the paper, taken over by the app. */
async function open(path = '', options: Options = {}) {
  const opened = await browser.newPage({ now: NOW, ...options });
  await opened.page.goto(site.url + path);
  await waitForHydration(opened.page);
  return opened;
}

/** Presses a key and waits until that has put the focus on something with this text. */
async function pressTo(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, text);
}

const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Waits for code that is fetched on demand; each such part brings a style sheet of its own. */
async function waitForParts(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.adoptedStyleSheets.length === wanted, count);
}

/** Brings the code for keys, and that for the way to an article: each key does, meant for the page or not. */
async function bringKeys(page: Page): Promise<void> {
  await page.keyboard.press('Control');
  await waitForParts(page, 2);
}

describe('keys', () => {
  test('READER 8: j and k move the focus from headline to headline, over headings, and stay at the ends', async () => {
    const { page, errors, close } = await open();
    await pressTo(page, 'j', 'Story 1');
    for (let number = 2; number <= STORIES; number += 1) await pressTo(page, 'j', `Story ${number}`);
    await pressTo(page, 'j', `Story ${STORIES}`);
    await pressTo(page, 'k', `Story ${STORIES - 1}`);
    expect(await page.evaluate(() => document.activeElement?.matches('h3 a:focus-visible'))).toBe(true);
    expect(errors).toEqual([]);
    await close();
  });

  test('READER 8: what is pressed before the code for keys has come is done when it comes', async () => {
    const { page, close } = await open();
    const asked: Route[] = [];
    await page.route(/\/keyboard-[^/]*\.js$/, (route) => void asked.push(route));
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    // Its style sheet comes first.
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    for (const route of asked) await route.continue();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Story 3');
    expect(await scrolled(page)).toBe(0);
    await close();
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])('READER 8: what is seen is not scrolled, what is not seen is shown, at $width px', async (size) => {
    const { page, close } = await open('', size);
    for (let number = 1; number <= STORIES; number += 1) {
      const headline = page.getByRole('link', { name: `Story ${number}`, exact: true });
      const [before, wasSeen] = [await scrolled(page), await isSeen(headline)];
      await pressTo(page, 'j', `Story ${number}`);
      if (wasSeen) expect(await scrolled(page), `Story ${number}`).toBe(before);
      expect(await isSeen(headline), `Story ${number}`).toBe(true);
    }
    for (let number = STORIES - 1; number > 0; number -= 1) {
      await pressTo(page, 'k', `Story ${number}`);
      expect(await isSeen(page.locator(':focus')), `Story ${number}`).toBe(true);
    }
    await close();
  });

  test('READER 8: without a focus they start from the first story in view', async () => {
    const { page, close } = await open('', { width: 390, height: 844 });
    const tenth = page.getByRole('link', { name: 'Story 10', exact: true });
    await tenth.evaluate((headline) => window.scrollTo(0, headline.getBoundingClientRect().top - 20));
    const before = await scrolled(page);
    await pressTo(page, 'j', 'Story 10');
    expect(await scrolled(page)).toBe(before);
    await close();
  });

  test('READER 8: beside an article they go through its related stories', async () => {
    const { page, close } = await open('articles/story-1/');
    await pressTo(page, 'j', 'Story 2');
    await pressTo(page, 'j', 'Of another paper');
    await pressTo(page, 'j', 'Of another paper');
    await pressTo(page, 'k', 'Story 2');
    expect(await page.locator('.related :focus').count()).toBe(1);
    await close();
  });

  test('o reads a story where it was published', async () => {
    const { page, close } = await open();
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
  ])('/ opens the topics and takes what is typed then, at $width px', async (size) => {
    for (const path of ['', 'articles/story-1/']) {
      const { page, errors, close } = await open(path, size);
      await page.keyboard.press('/');
      await page.locator('.filter-panel input:focus').waitFor();
      await page.keyboard.type('jko/?');
      expect(await page.locator('.filter-panel [type=search]').inputValue()).toBe('jko/?');
      expect(errors).toEqual([]);
      await close();
    }
  });

  test('g and then h lead to the front page, in place', async () => {
    const { page, close } = await open('articles/story-1/');
    await markDocument(page);
    await page.keyboard.press('h');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForURL(site.url);
    await page.locator('.stories').first().waitFor();
    expect(await isSameDocument(page)).toBe(true);
    await close();
  });

  test('Escape goes back from an article like its back link, when it has nothing else to close', async () => {
    const { page, close } = await open();
    await bringKeys(page);
    await pressTo(page, 'j', 'Story 1');
    await page.keyboard.press('Enter');
    await page.locator('.related').waitFor();
    await page.locator('.related summary').click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.source-link-menu[open]').count()).toBe(0);
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

  test('READER 9: ? shows the keys, and gives the focus back', async () => {
    const { page, errors, close } = await open();
    await pressTo(page, 'j', 'Story 1');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    expect(await sheet.locator('kbd').allTextContents()).toEqual(['j', 'k', 'Enter', 'o', '/', 'g', 'h', 'Esc', '?']);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('j');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await focusedText(page)).toBe('Story 1');
    expect(errors).toEqual([]);
    await close();
  });

  test('READER 9: keys of one letter can be switched off, in the sheet and in the settings, without keys too', async () => {
    const { page, errors, close } = await open('settings/');
    const keys = page.getByRole('group', { name: 'Single-key shortcuts' });
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    const inSheet = page.getByRole('dialog').getByRole('checkbox', { name: 'Single-key shortcuts' });
    expect(await inSheet.isChecked()).toBe(true);
    await inSheet.uncheck();
    expect(await keys.getByRole('radio', { name: 'Off' }).isChecked()).toBe(true);
    await page.goto(site.url);
    await waitForHydration(page);
    await bringKeys(page);
    for (const key of ['j', 'g', 'h', '/', '?']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await page.locator('dialog, .filter-panel').count()).toBe(0);
    await page.goto(`${site.url}settings/`);
    await waitForHydration(page);
    await keys.getByText('On', { exact: true }).click();
    await page.goto(site.url);
    await waitForHydration(page);
    await pressTo(page, 'j', 'Story 1');
    expect(errors).toEqual([]);
    await close();
  });

  test('READER 9: by its place on a keyboard of other letters; never with a modifier or while composing', async () => {
    const { page, close } = await open();
    await bringKeys(page);
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
  test('READER 6: on the way to a page its heading takes the focus, and its title is set', async () => {
    const { page, close } = await open();
    await pressTo(page, 'j', 'Story 1');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    expect(await focusedText(page)).toBe('Story 1');
    expect(await page.title()).toBe('Story 1 · Broadsheet');
    expect(await scrolled(page)).toBe(0);
    await tabTo(page, '.related h3 a');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    expect(await focusedText(page)).toBe('Story 2');
    expect(await page.title()).toBe('Story 2 · Broadsheet');
    await close();
  });

  test('READER 7: back from an article the headline that led there has the focus, at the same place', async () => {
    const { page, close } = await open('', { width: 390, height: 844 });
    for (let number = 1; number <= 15; number += 1) await pressTo(page, 'j', `Story ${number}`);
    const before = await scrolled(page);
    expect(before).toBeGreaterThan(0);
    for (const goBack of [() => page.goBack(), () => page.keyboard.press('Escape')]) {
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.matches('h1'));
      await goBack();
      await page.waitForFunction(() => document.activeElement?.matches('h3 a'));
      expect(await focusedText(page)).toBe('Story 15');
      expect(await scrolled(page)).toBe(before);
    }
    await pressTo(page, 'j', 'Story 16');
    await close();
  });

  test('READER 10: a feed is a plain list of articles under headings', async () => {
    const { page, close } = await open();
    expect(await page.locator('[role=feed]').count()).toBe(0);
    expect(await page.locator('main section > h2 + ol > li > article > h3 > a').count()).toBe(STORIES);
    await close();
  });

  test.each<[look: string, theme: string, options: Options]>([
    ['light', 'light', {}],
    ['dark', 'dark', {}],
    ['light, on a dark device', 'light', { colorScheme: 'dark' }],
    ['forced colours', 'system', { forcedColors: 'active' }],
    ['light, in dark forced colours', 'light', { forcedColors: 'active', colorScheme: 'dark' }],
  ])('READER 11: focus is seen on all that takes it: %s', async (_look, theme, options) => {
    const { page, close } = await open('articles/story-1/', options);
    await page.evaluate((chosen) => localStorage.setItem('broadsheet:theme', chosen), theme);
    const faults: string[] = [];
    for (const path of ['articles/story-1/', 'settings/', 'topics/topic-1/']) {
      await page.goto(site.url + path);
      await waitForHydration(page);
      await eachFocused(page, async () => {
        const failure = await page.evaluate(findUnseenFocus);
        if (failure) faults.push(`${path}: ${failure}`);
      });
    }
    expect(faults).toEqual([]);
    await close();
  });

  test.each([
    { width: 320, height: 256 },
    { width: 320, height: 640 },
    { width: 1280, height: 256 },
  ])('what has the focus is not covered by the bars, at $width x $height', async (size) => {
    const covered: string[] = [];
    for (const [path, least] of [
      ['', 2 * STORIES],
      ['articles/story-1/', 10],
    ] as const) {
      const { page, close } = await open(path, size);
      const reached = await eachFocused(page, async () => {
        if (!(await seenParts(page.locator(':focus'))).includes(true)) covered.push(await focusedText(page));
      });
      expect(reached).toBeGreaterThan(least);
      await close();
    }
    expect(covered).toEqual([]);
  });

  test('nothing scrolls sideways at 400 %, the sheet of keys included', async () => {
    const { page, close } = await open('', { width: 320, height: 256 });
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    const tooWide = await sheet.evaluate((dialog) =>
      [dialog, document.documentElement].map((element) => element.scrollWidth - element.clientWidth),
    );
    expect(tooWide).toEqual([0, 0]);
    await sheet.getByRole('checkbox').scrollIntoViewIfNeeded();
    expect(await isSeen(sheet.getByRole('checkbox'))).toBe(true);
    await close();
  });
});

describe('the way to an article and back', () => {
  test('the headline moves to the page of its article, and back again', async () => {
    const { page, errors, close } = await open();
    await watchMoves(page);
    await page.getByRole('link', { name: 'Story 2', exact: true }).click();
    await page.waitForFunction(() => document.activeElement?.matches('h1'));
    await waitForMoves(page, 1);
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.matches('h3 a'));
    await waitForMoves(page, 2);
    expect(await focusedText(page)).toBe('Story 2');
    await page.getByRole('link', { name: 'Story 1', exact: true }).click();
    await page.locator('.related').waitFor();
    await waitForMoves(page, 3);
    await page.locator('.related').getByRole('link', { name: 'Story 2', exact: true }).click();
    await waitForMoves(page, 4);
    await page.getByRole('link', { name: 'Back to All stories' }).first().click();
    await page.locator('.stories').first().waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('[style*=view-transition]').length)).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('a second click meanwhile does not lead there twice', async () => {
    const { page, close } = await open();
    await watchMoves(page);
    await page.getByRole('link', { name: 'Story 2', exact: true }).evaluate((link: HTMLElement) => {
      link.click();
      link.click();
    });
    await waitForMoves(page, 1);
    expect(await page.evaluate(() => history.length)).toBe(3);
    await close();
  });

  test('READER 27: nothing moves where motion is not wanted', async () => {
    const { page, errors, close } = await open('', { reducedMotion: 'reduce', width: 390, height: 844 });
    await watchMoves(page);
    await page.getByRole('link', { name: 'Story 2', exact: true }).click();
    await page.locator('.article').waitFor();
    await page.goBack();
    await page.locator('.stories').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    expect(await countMoves(page)).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});

test('READER 27: nothing plays by itself', async () => {
  const { page, close } = await open('articles/story-1/');
  expect(await page.locator('iframe, [autoplay], marquee').count()).toBe(0);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await close();
});

test.each(['', 'articles/story-1/'])(
  'READER 27: in print there are no bars, and each host is written out: /%s',
  async (path) => {
    const { page, close } = await open(path);
    await page.emulateMedia({ media: 'print' });
    for (const chrome of [
      '.topic-bar',
      '.bottom-bar',
      '.masthead-tools',
      '.skip-link',
      '.back-link',
      '.source-link-menu',
    ]) {
      expect(await page.locator(`${chrome} >> visible=true`).count(), chrome).toBe(0);
    }
    for (const story of await page.locator('.card, .article-header, .related-card').all()) {
      expect(await story.locator('time >> visible=true').count()).toBeGreaterThan(0);
    }
    const shown = page.locator('.card-footer .host, .source-link-list bdi').filter({ visible: true });
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

/** Which of the top, the middle and the bottom of an element is in the window, and not under a bar of which it is no part. */
const seenParts = (locator: Locator): Promise<boolean[]> =>
  locator.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect();
    return [2, height / 2, height - 2].map((offset) => {
      const bar = document.elementFromPoint(left + 4, top + offset)?.closest('.topic-bar, .bottom-bar, :root');
      return bar === document.documentElement || (bar?.contains(element) ?? false);
    });
  });

const isSeen = async (locator: Locator): Promise<boolean> => !(await seenParts(locator)).includes(false);

/** Presses Tab until the focus has been everywhere, and looks each time. Tells at how many places it has been. */
async function eachFocused(page: Page, look: () => Promise<void>): Promise<number> {
  for (let reached = 0; ; reached += 1) {
    await page.keyboard.press('Tab');
    const isNew = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const wasReached = focused === document.body || focused.dataset.reached === 'yes';
      focused.dataset.reached = 'yes';
      return !wasReached;
    });
    if (!isNew) return reached;
    await look();
  }
}

/** In the browser: what has the focus, if too little is drawn around it. A field and a choice draw it around their label. */
function findUnseenFocus(): string | undefined {
  const lightness = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? [])
      .map((part) => Number(part) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const paper = lightness(getComputedStyle(document.body).backgroundColor);
  const focused = document.activeElement;
  const isSeen = [focused, focused?.closest('label')].some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const contrast = paper / lightness(outlineColor);
    return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 && Math.max(contrast, 1 / contrast) >= 3;
  });
  return isSeen ? undefined : focused?.outerHTML.slice(0, 80);
}

interface Watched {
  /** For each view transition: what it moves. */
  moves: (string | null | undefined)[][];
}

/** Brings the code for the way to an article, as a pointer that moves does, and notes every view transition from then on. */
async function watchMoves(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await waitForParts(page, 1);
  await page.evaluate(() => {
    const moves: Watched['moves'] = [];
    Object.assign(window, { moves });
    const start = document.startViewTransition.bind(document);
    document.startViewTransition = (change) => {
      const moving = start(change);
      void moving.ready.then(() => {
        const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect | null);
        moves.push(effects.map((effect) => effect?.pseudoElement));
      });
      return moving;
    };
  });
}

const countMoves = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as Watched).moves.length);

/** Waits until a headline has moved so many times. */
async function waitForMoves(page: Page, count: number): Promise<void> {
  const moved = '::view-transition-group(headline)';
  await page.waitForFunction(
    ([wanted, group]) =>
      (window as unknown as Watched).moves.filter((moves) => moves.includes(group)).length === wanted,
    [count, moved] as const,
  );
}
