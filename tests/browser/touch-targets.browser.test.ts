import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toolsStrings } from '../../src/app/article/tools/text/tools-strings.ts';
import { readerStrings } from '../../src/app/pages/reader/reader-strings.ts';
import { card, choose, save, toast, visit, waitForStore } from '../support/reader-page.ts';
import { serveTestPaper } from '../support/serve-test-paper.ts';
import { NOW } from '../support/test-paper.ts';

/*
 * READER 13: on touch screens actions are at least 44 px wide and high. Links that are not actions need 24 px, and those
 * in a sentence nothing, https://www.w3.org/TR/WCAG22/#target-size-minimum.
 */

const paper = serveTestPaper();

async function open(path = '') {
  const reader = await paper.browser.newPage({ now: NOW, width: 390, height: 844, isMobile: true, isWarm: true });
  await visit(reader.page, paper.site.url + path);
  return reader;
}

const hideWord = async (page: Page, word: string): Promise<void> => {
  await page.getByLabel(readerStrings.hidden.word).fill(word);
  await page.getByRole('button', { name: readerStrings.hidden.addForever }).tap();
  await page.locator('.reader-rows li', { has: page.getByText(word, { exact: true }) }).waitFor();
};

test.each<[what: string, path: string, steps: (page: Page) => Promise<Locator>, atLeast: number]>([
  [
    'a card',
    '',
    async (page) => {
      await page.locator('.mark-group button').first().waitFor();
      return page.locator('main .group').first();
    },
    8,
  ],
  [
    'the menu of a card',
    '',
    async (page) => {
      await card(page, 'Story 0').locator('.menu-tool').tap();
      return page.locator('.card-menu');
    },
    8,
  ],
  [
    'the choices of what to hide',
    '',
    async (page) => {
      await choose(page, 'Story 0', toolsStrings.hide);
      return page.locator('.card-menu');
    },
    8,
  ],
  [
    'the note about hidden stories',
    '',
    async (page) => {
      await choose(page, 'Story 1', toolsStrings.hide, toolsStrings.hideForever({ name: 'Culture' }));
      return page.locator('.hidden-note');
    },
    1,
  ],
  [
    'the note after an action',
    '',
    async (page) => {
      await save(page, 'Story 1');
      return toast(page);
    },
    1,
  ],
  [
    'an article',
    'articles/story-0/',
    async (page) => {
      await page.locator('.copy-tool').waitFor();
      return page.locator('.article, .article-bar');
    },
    12,
  ],
  [
    'the menu of what to copy',
    'articles/story-0/',
    async (page) => {
      await page.locator('.copy-tool').tap();
      return page.locator('.copy-menu .card-menu');
    },
    2,
  ],
  [
    'the saved stories',
    '',
    async (page) => {
      await save(page, 'Story 0');
      await waitForStore(page);
      await visit(page, `${paper.site.url}saved/`);
      await card(page, 'Story 0').locator('.save-tool').waitFor();
      return page.locator('main');
    },
    9,
  ],
  [
    'the hidden stories',
    'settings/hidden/',
    async (page) => {
      await hideWord(page, 'a');
      await hideWord(page, 'b');
      return page.locator('main');
    },
    6,
  ],
  [
    'the followed topics',
    '',
    async (page) => {
      await choose(page, 'Story 5', toolsStrings.follow({ topic: 'Technology' }));
      await visit(page, `${paper.site.url}following/`);
      return page.locator('.reader-rows');
    },
    2,
  ],
  [
    'the settings',
    'settings/',
    async (page) => {
      await page.getByText('Dark', { exact: true }).tap();
      return page.locator('main');
    },
    40,
  ],
])('the targets of %s are large enough to tap', async (_, path, steps, atLeast) => {
  const { page, close } = await open(path);
  const scope = await steps(page);
  await scope.first().waitFor({ state: 'attached' });
  const sizes = (await scope.evaluateAll(measureTargets)).map(({ what, isAction, width, height }) => {
    // The edge of a pixel is not hit.
    const least = (isAction ? 44 : 24) - 0.5;
    return { what, isLarge: width >= least && height >= least, width, height };
  });
  expect(sizes.filter(({ isLarge }) => !isLarge)).toEqual([]);
  expect(sizes.length).toBeGreaterThanOrEqual(atLeast);
  await close();
});

interface Target {
  what: string;
  /** Whether it does something here. A link leads elsewhere. */
  isAction: boolean;
  width: number;
  height: number;
}

/** Runs in the browser. Measures the hit area of each target, from its centre to where another one begins, at most 48 px. */
function measureTargets(scopes: Element[]): Target[] {
  const TARGETS = 'a[href], button, summary, label, input, select, textarea';
  const targetAt = (x: number, y: number) => document.elementFromPoint(x, y)?.closest(TARGETS);
  const isInSentence = (link: Element): boolean =>
    getComputedStyle(link).display === 'inline' &&
    [...(link.closest('p')?.childNodes ?? [])].some(
      (node) => node instanceof Text && /\p{L}{2}/u.test(node.textContent ?? ''),
    );
  const measure = (target: Element): Target => {
    target.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = target.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const reach = (stepX: number, stepY: number): number => {
      let distance = 0;
      while (distance < 24 && targetAt(x + (distance + 0.25) * stepX, y + (distance + 0.25) * stepY) === target)
        distance += 0.25;
      return distance;
    };
    return {
      what: `${target.tagName} ${target.className} ${target.getAttribute('aria-label') ?? target.textContent}`.slice(
        0,
        80,
      ),
      isAction: target.tagName !== 'A' || target.className.includes('button') || target.closest('.card-menu') !== null,
      width: reach(-1, 0) + reach(1, 0),
      height: reach(0, -1) + reach(0, 1),
    };
  };
  return (
    scopes
      .flatMap((scope) => [...scope.querySelectorAll(TARGETS)])
      .filter((target) => target.checkVisibility({ visibilityProperty: true }) && target.clientWidth !== 1)
      // A control inside a label is a part of it. Other labels are not the only way to their control.
      .filter((target) => (target.tagName === 'LABEL' ? target.querySelector('input') : !target.closest('label')))
      // The link of a headline covers its card.
      .filter((target) => !target.matches('.card .headline a') && !isInSentence(target))
      .map(measure)
  );
}
