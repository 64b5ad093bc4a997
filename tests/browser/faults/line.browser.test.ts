import { describe, expect, test } from 'vitest';
import { strings } from '../../../src/app/i18n/strings.ts';
import {
  expectInView,
  expectWholePage,
  interact,
  newFaultyPage,
  notice,
  openFaultyPage,
  sample,
  serveFaultyPaper,
} from '../../support/faults.ts';
import { waitForEffects, waitForHydration } from '../../support/hydration.ts';

/* The line, storage, other programs on the page, old browsers, pictures. `src/app/README.md` has a table of what the reader sees. */

const paper = serveFaultyPaper();

describe('the line', () => {
  test('is said to be down at once, without a click, and the note goes when it is back', async () => {
    const { page, context, passTime, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url, {
      width: 390,
    });
    // Else the first click would ask for code.
    await interact(page);
    await context.setOffline(true);
    await notice(page).getByText(strings.failureReasons.offline).waitFor();
    await expectInView(page, '#notice');
    expect(await notice(page).getAttribute('role')).toBe('status');
    await notice(page).getByRole('button', { name: strings.close }).click();
    await expect.poll(() => notice(page).textContent()).toBe('');
    // Nothing on the page tells that the server has answered: the note is closed.
    const answered = page.waitForResponse((response) => response.url().endsWith('edition.json'));
    await context.setOffline(false);
    await passTime(3000);
    await answered;
    await waitForEffects(page);
    await context.setOffline(true);
    await notice(page).getByText(strings.failureReasons.offline).waitFor();
    await context.setOffline(false);
    await passTime(3000);
    await expect.poll(() => notice(page).textContent()).toBe('');
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('is not said to be down if the browser says so, and requests are answered', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    const asked = page.waitForResponse((response) => response.url().endsWith('edition.json'));
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await asked;
    await waitForEffects(page);
    expect(await notice(page).count()).toBe(0);
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('that is down although the browser knows nothing of it is watched, and what failed comes by itself', async () => {
    const { page, passTime, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    await interact(page);
    paper.site.failing = () => 'cut';
    await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
    for (let second = 0; second < 3; second += 1) await passTime(1000);
    await page.getByRole('alert').getByText(strings.failureReasons.unreachable).waitFor();
    await expectWholePage(page);
    paper.site.failing = undefined;
    await passTime(2500);
    await page.locator('.stories h3').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(uncaught()).toEqual([]);
    await close();
  });
});

describe('storage', () => {
  test('that is blocked does not show the front page for a moment at the address of a filter', async () => {
    const { page, close } = await newFaultyPage(paper.browser);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    paper.site.failing = (file) => (file.endsWith('.js') ? 'silent' : undefined);
    await page.goto(`${paper.site.url}?topics=space`, { waitUntil: 'commit' });
    await page.locator('.card').first().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.documentElement.dataset['filtered'])).toBe('');
    await close();
  });

  test('with read marks of a newer format is left as it is', async () => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    const newer = {
      'broadsheet:read /': '{"version":9,"marks":["a"]}',
      'broadsheet:reader /': '{"version":9,"settings":{"x":1}}',
    };
    await page.addInitScript((values) => {
      for (const [key, value] of Object.entries(values))
        if (!localStorage.getItem(key)) localStorage.setItem(key, value);
    }, newer);
    await page.goto(paper.site.url);
    await waitForHydration(page);
    await interact(page);
    await page.locator('.card h3 a').first().click();
    await page.locator('.article').waitFor();
    await page.goBack();
    expect(await page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), Object.keys(newer))).toEqual(
      Object.values(newer),
    );
    expect(uncaught()).toEqual([]);
    await close();
  });
});

describe('history', () => {
  test('that takes no more entries does not stop links', async () => {
    const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
    await page.evaluate(() => {
      history.pushState = () => {
        throw new DOMException(
          'Attempt to use history.pushState() more than 100 times per 30 seconds',
          'SecurityError',
        );
      };
    });
    await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
    await page.waitForURL('**/topics/science/');
    await page.locator('.stories h3').first().waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });

  test('returns to the place from which the skip link led away', async () => {
    const { page, close } = await openFaultyPage(paper.browser, paper.site.url);
    await interact(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#main');
    await page.waitForFunction(() => scrollY > 0);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await close();
  });
});

describe('another program', () => {
  /** As translators do. */
  const wrapTexts = (selector: string): void => {
    const walker = document.createTreeWalker(document.querySelector(selector) as Node, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      text.replaceWith(font);
      font.append(`${text.data} (translated)`);
    }
  };

  test.each(sample(['after', 'before'] as const))(
    'that wraps all texts %s hydration leaves the app alive',
    async (when) => {
      const { page, uncaught, close } = await newFaultyPage(paper.browser);
      if (when === 'before') paper.site.faults.set('index.html', { replace: wrapHtml });
      await page.goto(paper.site.url);
      await waitForHydration(page);
      if (when === 'after') await page.evaluate(wrapTexts, '#root');
      await page.locator('.topic-bar a[href$="/topics/science/"]').click();
      await page.waitForURL('**/topics/science/');
      await page.locator('h1').waitFor();
      await page.locator('.card h3 a').first().click();
      await page.locator('.article').waitFor();
      await page.goBack();
      await page.locator('.stories h3').first().waitFor();
      expect(await page.getByText(strings.failed.page).count()).toBe(0);
      expect(uncaught().filter((error) => !/ydrat|React error/.test(error))).toEqual([]);
      await close();
    },
  );

  const wrapHtml = (html: string): string =>
    html
      .replace(/(<h3[^>]*><a[^>]*>)([^<]+)/g, '$1<font><font>$2</font></font>')
      .replace(/(<p class="excerpt">)([^<]+)/g, '$1<font>$2</font>');

  test.each(sample(['after', 'before'] as const))(
    'that adds nodes inside the root %s hydration leaves the app alive',
    async (when) => {
      const { page, uncaught, close } = await newFaultyPage(paper.browser);
      if (when === 'before')
        paper.site.faults.set('index.html', {
          replace: (html: string) =>
            html
              .replace('<main', '<div data-extension>x</div><main')
              .replace('</main>', '</main><i data-extension></i>'),
        });
      await page.goto(paper.site.url);
      await waitForHydration(page);
      if (when === 'after')
        await page.evaluate(() => {
          const root = document.getElementById('root') as HTMLElement;
          root.prepend(document.createElement('extension-bar'));
          root.append(document.createElement('extension-bar'));
          document.querySelector('main')?.append(document.createElement('extension-bar'));
          document.querySelector('.card')?.remove();
        });
      for (const open of ['.card h3 a', '.page-footer a[href$="/settings/"]']) {
        await page.locator(open).first().click();
        await page.locator('.article, .settings').waitFor();
        await page.goBack();
        await page.locator('.stories h3').first().waitFor();
      }
      expect(uncaught().filter((error) => !/ydrat|React error/.test(error))).toEqual([]);
      await close();
    },
  );
});

describe('an older browser', () => {
  test.each(
    sample(['AbortSignal.any', 'Array.prototype.toReversed', 'URLSearchParams.prototype.size', 'IntersectionObserver']),
  )('without %s has the page that works without script', async (feature) => {
    const { page, uncaught, close } = await newFaultyPage(paper.browser);
    await page.addInitScript((name) => {
      const path = name.split('.');
      const last = path.pop() as string;
      const owner = path.reduce((object, key) => (object as Record<string, unknown>)[key] as object, window as object);
      Reflect.deleteProperty(owner, last);
    }, feature);
    await page.goto(`${paper.site.url}?topics=space`);
    await notice(page).getByText(strings.oldBrowser).waitFor();
    expect(await page.locator('.card h3').count()).toBe(30);
    expect(await page.locator('.all-topics, .sort-link').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.dataset['filtered'])).toBeUndefined();
    await page.locator('.card h3 a').first().click();
    await page.locator('.article').waitFor();
    expect(uncaught()).toEqual([]);
    await close();
  });
});

test('a picture in a text that fails leaves a box with its description', async () => {
  const { page, uncaught, close } = await openFaultyPage(paper.browser, paper.site.url);
  paper.site.faults.set('data/articles/story-0.json', {
    replace: (body: string) =>
      JSON.stringify({
        ...(JSON.parse(body) as object),
        body: [
          { tag: 'p', children: ['Text'] },
          { tag: 'img', src: 'assets/none.jpg', alt: 'A harbour', width: 800, height: 400 },
        ],
      }),
  });
  await page.getByRole('link', { name: 'Story 0', exact: true }).click();
  await page.locator('.prose .picture-plate').getByText('A harbour').waitFor();
  expect(await page.locator('.prose img').count()).toBe(0);
  const { width = 0, height = 0 } = (await page.locator('.prose .picture-plate').boundingBox()) ?? {};
  expect(width / height).toBeCloseTo(2, 0);
  expect(uncaught()).toEqual([]);
  await close();
});
