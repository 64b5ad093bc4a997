import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { filterStrings } from '../../../src/app/filter/filter-strings.ts';
import { strings } from '../../../src/app/i18n/strings.ts';
import {
  expectWholePage,
  interact,
  newFaultyPage,
  notice,
  openFaultyPage,
  sample,
  serveFaultyPaper,
} from '../../support/faults.ts';
import { waitForHydration } from '../../support/hydration.ts';

/* Data that is damaged, missing, late, or of another edition. `src/app/README.md` has a table of what the reader sees. */

const paper = serveFaultyPaper();

type Json = Record<string, unknown>;

/** Changes the JSON of a file. */
function change(file: string, edit: (value: Json) => unknown): void {
  paper.site.faults.set(file, { replace: (body: string) => JSON.stringify(edit(JSON.parse(body) as Json)) });
}

const SCIENCE = 'data/feeds/topics/science/head.json';
const openStory = (page: Page) => page.getByRole('link', { name: 'Story 0', exact: true }).click();
const ARTICLE = 'data/articles/story-0.json';

/** Opens a topic. The list of the page before is gone when this returns. */
async function openScience(page: Page): Promise<void> {
  await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
  await page.getByRole('heading', { level: 1, name: 'Science' }).waitFor();
}

describe('a list', () => {
  const DAMAGES: [string, (article: Json) => unknown][] = [
    ['without a valid date', (article) => ({ ...article, publishedAt: 'x' })],
    ['that is nothing', () => null],
    ['without a title', (article) => ({ ...article, title: null })],
    ['without a slug', (article) => ({ ...article, slug: 7 })],
  ];
  test.each(sample(DAMAGES))('leaves out a story %s, and shows the others', async (_name, edit) => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    change(SCIENCE, (head) => {
      const [first, ...others] = head['articles'] as Json[];
      return { ...head, articles: [edit(first as Json), ...others] };
    });
    await openScience(page);
    await page.locator('.stories h3').nth(28).waitFor();
    expect(await page.locator('.stories h3').count()).toBe(29);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('shows a story without what is damaged of it', async () => {
    const { page, uncaught, policyReports, close } = await openFaultyPage(paper.browser, paper.site.url);
    change(SCIENCE, (head) => {
      const [first, ...others] = head['articles'] as Json[];
      const damaged = {
        topics: 7,
        provider: [],
        image: { url: 'javascript:alert(1)' },
        originUrl: 'javascript:alert(1)',
      };
      return { ...head, articles: [{ ...first, ...damaged, lang: '<', authors: 'x' }, ...others] };
    });
    await openScience(page);
    await page.locator('.stories h3').nth(29).waitFor();
    expect(await page.locator('[href^="javascript"]').count()).toBe(0);
    expect([...uncaught(), ...policyReports]).toEqual([]);
    await close();
  });
});

describe('an article', () => {
  test('without a title, a date, an image, a related story and a part of its body shows the rest', async () => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    change('data/articles/story-5.json', ({ title: _title, ...article }) => ({
      ...article,
      publishedAt: 'x',
      image: 7,
      images: null,
      topics: [null, { slug: 'space', name: 'Space' }],
      related: [null, { title: 3 }, { title: 'A good one', kind: 'article' }],
      body: [
        null,
        ...(article['body'] as unknown[]),
        { tag: 'script', children: ['x'] },
        { tag: 'p', children: [null, 'The end'] },
      ],
    }));
    await page.goto(`${paper.site.url}saved/`);
    await waitForHydration(page);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/articles/story-5/';
      history.pushState({ place: 'x' }, '', link.href);
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByText('The end').waitFor();
    expect(await page.textContent('h1')).toBe('story-5');
    expect(await page.locator('.prose h2').count()).toBeGreaterThan(1);
    expect(await page.locator('.related').getByText('A good one').count()).toBe(1);
    expect(await page.locator('script:not([src])[src]').count()).toBe(0);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('with the title and the date of its card, if its own are damaged', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    change(ARTICLE, (article) => ({ ...article, publishedAt: 'x', title: null }));
    await openStory(page);
    await page.locator('.related').waitFor();
    expect(await page.textContent('h1')).toBe('Story 0');
    expect(await page.locator('.article-header time').count()).toBe(1);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test.each(
    sample(['javascript:alert(1)', '//evil.example/x', 'data:text/html,x', 'vbscript:x', ' javascript:alert(1)']),
  )('with the addresses %s has no such link', async (url) => {
    const { page, uncaught, policyReports, close } = await openFaultyPage(paper.browser, paper.site.url);
    const link = { tag: 'a', href: url, children: ['x'] };
    change(ARTICLE, (article) => ({
      ...article,
      originUrl: url,
      ampUrl: url,
      ampCacheUrl: url,
      authors: [{ name: 'A', url }],
      image: { url },
      related: [{ title: 'R', kind: 'article', originUrl: url }],
      body: [link, { ...link, to: url, href: undefined }, { ...link, note: 'back' }, { tag: 'img', src: url }],
    }));
    await openStory(page);
    await page.locator('.prose').waitFor();
    const hrefs = await page.evaluate(() => [...document.links].map(({ href }) => href));
    expect(hrefs.filter((href) => !/^(https?:\/\/(127|www|images)|https:\/\/web\.archive)/.test(href))).toEqual([]);
    expect(hrefs.join()).not.toContain('evil.example/x');
    expect([...uncaught(), ...policyReports]).toEqual([]);
    await close();
  });
});

describe('"Try again"', () => {
  test('asks for a file anew that was cut, also if the browser keeps it', async () => {
    const { page, close } = await openFaultyPage(paper.browser, paper.site.url);
    paper.site.faults.set(ARTICLE, 'truncated');
    await openStory(page);
    const button = page.getByRole('alert').getByRole('button');
    await button.waitFor();
    paper.site.faults.clear();
    const requested = page.waitForRequest(paper.site.url + ARTICLE);
    await button.click();
    const headers = await (await requested).allHeaders();
    expect([headers['cache-control'], headers['if-none-match']]).toEqual(['no-cache', undefined]);
    await page.locator('.related').waitFor();
    await close();
  });

  test('keeps the focus if it fails again, and passes it to the list if it works', async () => {
    const { page, close } = await openFaultyPage(paper.browser, paper.site.url);
    paper.site.faults.set(SCIENCE, 'truncated');
    await openScience(page);
    const button = page.getByRole('alert').getByRole('button');
    await button.focus();
    // The button is disabled while the data loads.
    await button.evaluate((element) => {
      const observer = new MutationObserver(() => element.setAttribute('data-changed-to', element.ariaDisabled ?? ''));
      observer.observe(element, { attributeFilter: ['aria-disabled'] });
    });
    await page.keyboard.press('Enter');
    await page.locator('[role=alert] button[data-changed-to=false]').waitFor();
    await button.getByText(strings.tryAgain).waitFor();
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    paper.site.faults.clear();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('.stories h3 a'));
    await close();
  });

  test('of older stories passes the focus to the first of them', async () => {
    const { page, close } = await openFaultyPage(paper.browser, paper.site.url);
    paper.site.faults.set('data/feeds/all/6.json', 500);
    await page.getByRole('link', { name: strings.older }).click();
    await page.clock.fastForward(3000);
    const button = page.getByRole('alert').getByRole('button', { name: strings.tryAgain });
    await button.waitFor();
    const count = await page.locator('.stories h3 a').count();
    paper.site.faults.clear();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (index) => document.querySelectorAll('.stories h3 a')[index] === document.activeElement,
      count,
    );
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });
});

describe('what never answers', () => {
  test.each(sample(['stalled', 'silent'] as const))(
    'is said after ten seconds, and can be asked for again: %s',
    async (fault) => {
      const { page, passTime, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
      await interact(page);
      paper.site.faults.set(SCIENCE, fault);
      await openScience(page);
      await page.locator('.skeleton').waitFor();
      await passTime(10_500);
      await page.getByRole('alert').getByText(strings.failureReasons.slow).waitFor();
      await expectWholePage(page);
      paper.site.faults.clear();
      await page.getByRole('alert').getByRole('button').click();
      await page.locator('.stories h3').first().waitFor();
      expect(uncaught()).toEqual([]);
      await close();
    },
  );

  test('leaves the page before until ten seconds have passed, if the next one has no title yet', async () => {
    const { page, passTime, close } = await openFaultyPage(paper.browser, `${paper.site.url}articles/story-0/`);
    paper.site.faults.set('data/articles/story-6.json', 'silent');
    await page.locator('.related h3 a').first().click();
    await passTime(2000);
    expect(await page.textContent('h1')).toBe('Story 0');
    await notice(page).getByText(strings.loading).waitFor();
    await passTime(9000);
    await page.getByRole('alert').waitFor();
    await expectWholePage(page);
    await close();
  });
});

describe('a filter', () => {
  const open = (search: string) => openFaultyPage(paper.browser, paper.site.url + search);

  test('does not say that nothing matches, if the positions of a topic are missing', async () => {
    const { page, uncaught, close } = await open('?topics=space,physics&match=all');
    await page.locator('.stories h3').first().waitFor();
    await close();
    const other = await newFaultyPage(paper.browser);
    paper.site.faults.set('data/feeds/topics/physics/positions.json', 404);
    await other.page.goto(`${paper.site.url}?topics=space,physics&match=all`);
    await other.page.getByRole('alert').getByText(strings.failureReasons.missing).waitFor();
    expect(await other.page.getByText(filterStrings.none.both).count()).toBe(0);
    await expectWholePage(other.page);
    expect([...uncaught(), ...other.uncaught()]).toEqual([]);
    await other.close();
  });

  test.each(sample([''], 0))('of a topic that does not exist says that it does not exist', async () => {
    const { page, close } = await open('?topics=alchemy');
    await page.getByText(filterStrings.none.filter).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });

  test('shows what it has, if one of several lists is missing', async () => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    paper.site.faults.set('data/feeds/topics/technology/1.json', 404);
    await page.goto(`${paper.site.url}?topics=technology,culture&sort=oldest`);
    await page.locator('.stories h3').first().waitFor();
    await page.getByRole('alert').getByText(strings.failureReasons.missing).waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('never shows a story that does not match, if positions and lists are of two editions', async () => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    // The positions of the edition before: the list is one story longer.
    change('data/feeds/topics/physics/positions.json', (positions) => {
      const [first = 0, ...distances] = positions as unknown as number[];
      return [first + 1, ...distances];
    });
    await page.goto(`${paper.site.url}?topics=space,physics&match=all`);
    await page.getByRole('alert').getByText(strings.failureReasons.outdated).waitFor();
    const topics = await page
      .locator('.stories .card')
      .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset['topics'] ?? ''));
    for (const each of topics) expect(each.split(' ')).toEqual(expect.arrayContaining(['space', 'physics']));
    expect(uncaught()).toEqual([]);
    await close();
  });
});

describe('an edition', () => {
  test('of a newer format asks for a reload', async () => {
    const { page, close } = await openFaultyPage(paper.browser, paper.site.url);
    change(SCIENCE, () => ({ stories: [] }));
    change('data/edition.json', (edition) => ({ ...edition, format: 2 }));
    await openScience(page);
    await page.getByRole('alert').getByText(strings.failureReasons.outdated).waitFor();
    await page.getByRole('alert').getByRole('button', { name: strings.reload }).click();
    await page.locator('.stories h3').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });

  test('without the date of its newest story still has a masthead', async () => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    change('data/edition.json', ({ newestAt: _newestAt, ...edition }) => edition);
    await page.goto(`${paper.site.url}settings/`);
    await waitForHydration(page);
    await page.locator('.nameplate a').click();
    await page.locator('.stories h3').first().waitFor();
    await page.locator('.masthead-date').getByText('200 stories').waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });
});

test.each(
  sample(
    [
      ['archive/99/', 'archive'],
      ['?page=99999999999999999999', 'filter'],
      ['archive/9999999/', 'archive'],
      ['?page=999999', 'filter'],
    ],
    2,
  ),
)('%s says where the collection ends', async (path, kind) => {
  const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url + path);
  await page.getByText(kind === 'archive' ? 'archive ends at page 6' : 'ends at page 7').waitFor();
  await expectWholePage(page);
  await page.locator('main').getByRole('link', { name: 'Go to page' }).click();
  await page.locator('.stories h3').first().waitFor();
  expect(uncaught()).toEqual([]);
  await close();
});

test.each(sample([95, 85, 90, 98]))(
  'a document that is cut at %i % stays readable, and becomes whole',
  async (percent) => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    const cut = (body: string) => body.slice(0, Math.floor((body.length * percent) / 100));
    paper.site.faults.set('index.html', { replace: cut });
    await page.goto(paper.site.url);
    await waitForHydration(page);
    await page.locator('.card h3').first().waitFor();
    await expectWholePage(page);
    expect(uncaught()).toEqual([]);
    await close();
  },
);

test('a host that answers everything with the front page has the right titles', async () => {
  const { page, close } = await newFaultyPage(paper.browser);
  paper.site.failing = (file) => (/^articles\/.*index\.html$/.test(file) ? 'front-page' : undefined);
  await page.goto(`${paper.site.url}articles/story-1/`);
  await page.locator('.article').waitFor();
  expect(await page.title()).toBe('Story 1 · The Test Paper');
  await close();
});

describe('a part beside the list says so if its data is missing:', () => {
  test.each(
    sample([
      ['the providers', 'data/providers.json', filterStrings.panel.failed.providers],
      ['the topics', 'data/topics.json', filterStrings.panel.failed.topics],
    ]),
  )('%s', async (_name, file, message) => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    paper.site.faults.set(file, 404);
    await page.locator('.all-topics').click();
    await page.getByRole('alert').getByText(message).waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('the calendar', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    paper.site.faults.set('data/days.json', 'html');
    await page.locator('.all-topics').click();
    await page.getByRole('button', { name: filterStrings.panel.pickDate }).click();
    await page.getByRole('alert').getByText(filterStrings.panel.failed.calendar).waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });
});
