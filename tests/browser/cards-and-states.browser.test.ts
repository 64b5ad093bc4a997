import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { strings } from '../../src/app/i18n/strings.ts';
import { yourDataStrings } from '../../src/app/pages/settings/your-data-strings.ts';
import { launchBrowser, type TestBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build-site.ts';
import { waitForHydration } from '../support/hydration.ts';
import { watchShifts } from '../support/layout-shift.ts';
import { type StaticServer, serveFolder } from '../support/static-server.ts';
import { writeContent } from '../support/temp-content.ts';

const NOW = '2026-11-23T20:00:00Z';

interface Story {
  title?: string;
  at?: string;
  lines?: string;
}

const story = (name: string, { title = name, at = '2026-11-22T10:00:00Z', lines = '' }: Story): string =>
  `---\ntitle: ${title}\nexcerpt: ${'What there is to say about it goes on for a while. '.repeat(8)}\npublishedDateTime: ${at}
webUrl: https://www.source.example/${name}\ntopics: [Science]\nprovider: { name: The Source, domain: source.example }\n${lines}---\n`;

const imageLines = (name: string, width = 1200, height = 800): string =>
  `images:\n  - url: https://images.example/${name}.jpg\n    width: ${width}\n    height: ${height}\n`;

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(2);

const FILES: Record<string, string> = {
  'site.yaml': 'title: Paper\nlanguage: en-GB\ntimeZone: Europe/Berlin\n',
  'lead.md': story('lead', {
    title: 'Leads',
    at: '2026-11-23T19:30:00Z',
    lines: `${imageLines('lead')}ampWebUrl: https://amp.source.example/lead\n`,
  }),
  'arabic.md': story('arabic', { title: 'قصة عن النجوم', at: '2026-11-23T12:00:00Z', lines: 'locale: ar\n' }),
  'square.md': story('square', { title: 'Square', at: '2026-11-23T11:00:00Z', lines: imageLines('square', 900, 900) }),
  'wrong.md': story('wrong', {
    title: 'Of a wrong size',
    at: '2026-11-23T10:00:00Z',
    lines: imageLines('wrong', 10, 9000),
  }),
  'bare.md': story('bare', {
    title: `Without a picture, but with a word as long as ${LONG_WORD}`,
    at: '2026-11-23T09:00:00Z',
  }),
  'ahead.md': story('ahead', { title: 'Ahead of its time', at: '2026-11-24T09:00:00Z', lines: imageLines('ahead') }),
  'midnight.md': story('midnight', { title: 'Of a day', at: '2026-11-22' }),
  'old.md': story('old', { title: 'Old', at: '2025-03-01T10:00:00Z' }),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `more-${index}.md`,
      story(`more-${index}`, { title: `More ${index}`, lines: imageLines(`more-${index}`) }),
    ]),
  ),
};

let browser: TestBrowser;
let site: StaticServer;

beforeAll(async () => {
  const { folder } = await buildSite({ CONTENT_DIR: writeContent(FILES) });
  [browser, site] = await Promise.all([launchBrowser(), serveFolder(folder)]);
});
afterEach(() => site.faults.clear());
afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

type Options = NonNullable<Parameters<TestBrowser['newPage']>[0]>;

async function open(path = '', options: Options = {}) {
  const reader = await browser.newPage({ now: NOW, remoteImages: 'plate', ...options });
  await reader.page.goto(site.url + path);
  if (options.javaScriptEnabled !== false) await waitForHydration(reader.page);
  return reader;
}

const card = (page: Page, title: string) =>
  page.locator('article.card', { has: page.getByRole('heading', { name: title, exact: true }) });

describe('a card', () => {
  test.each([390, 1280])('has the same order in the document as on the screen, at %i px', async (width) => {
    const { page, close } = await open('', { width });
    const parts = ['.kicker a', 'h3', '.byline .provider', 'time', '.excerpt', '.source-link'];
    const lead = card(page, 'Leads');
    const tops = await Promise.all(
      parts.map(async (part) => (await lead.locator(part).first().boundingBox())?.y ?? -1),
    );
    expect(tops.every((top, index) => index === 0 || top >= (tops[index - 1] ?? 0) - 4)).toBe(true);
    const order = await lead.evaluate((element, selectors) => {
      const found = selectors.map((selector) => element.querySelector(selector) as Element);
      return found.every(
        (part, index) =>
          index === 0 ||
          ((found[index - 1] as Element).compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
      );
    }, parts);
    expect(order).toBe(true);
    expect(
      await lead
        .locator('.excerpt')
        .evaluate((text) => text.clientHeight / Number.parseFloat(getComputedStyle(text).lineHeight)),
    ).toBeLessThanOrEqual(4.1);
    await close();
  });

  test('is covered by one link, and its other links are above it and large enough to tap', async () => {
    const { page, close } = await open('', { width: 390, height: 844, isMobile: true });
    const lead = card(page, 'Leads');
    const covered = await card(page, 'Of a day').evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = (x: number, y: number) => document.elementFromPoint(left + x * width, top + y * height);
      return [at(0.5, 0.4), at(0.9, 0.85)].map((hit) => hit?.closest('a')?.textContent);
    });
    expect(covered).toEqual(['Of a day', 'Of a day']);
    for (const action of await lead.locator('.kicker a, .source-link, .card-tool').all()) {
      const size = await action.evaluate((element) => {
        const hit = getComputedStyle(element, '::after');
        return Math.max(Number.parseFloat(hit.height) || 0, element.getBoundingClientRect().height);
      });
      expect(size).toBeGreaterThanOrEqual(24);
    }
    const sourceLinkHeight = await lead.locator('.source-link').evaluate((link) => link.getBoundingClientRect().height);
    expect(sourceLinkHeight).toBeGreaterThanOrEqual(43.5);
    await close();
  });

  test('shows the host of its source, announces it once, and opens it in the same tab', async () => {
    const { page, close } = await open();
    const sourceLink = card(page, 'Leads').locator('.source-link');
    expect(await sourceLink.innerText()).toContain('source.example');
    expect(await sourceLink.getAttribute('target')).toBeNull();
    await page.getByRole('link', { name: 'Read “Leads” at source.example', exact: true }).waitFor();
    await close();
  });

  test('of a read article has another colour and a mark, and nothing shifts', async () => {
    const { page, close } = await open();
    const old = card(page, 'Old');
    const before = await old.boundingBox();
    const inkBefore = await old.locator('h3').evaluate((heading) => getComputedStyle(heading).color);
    await old.getByRole('link', { name: 'Old', exact: true }).click();
    await page.locator('.article').waitFor();
    const shifts = await watchShifts(page);
    await page.goto(site.url);
    await old.getByText('Read', { exact: true }).waitFor();
    expect(await old.locator('h3').evaluate((heading) => getComputedStyle(heading).color)).not.toBe(inkBefore);
    expect(await old.boundingBox()).toEqual(before);
    expect(await shifts.total()).toBe(0);
    expect(await card(page, 'Square').getByText('Read', { exact: true }).count()).toBe(0);
    expect(page.context().pages()).toHaveLength(1);
    await close();
  });

  test('without an image has no empty box, and its headline is never cut', async () => {
    const { page, close } = await open('', { width: 320, height: 640 });
    const bare = card(page, FILES['bare.md']?.match(/title: (.*)/)?.[1] ?? '');
    expect(await bare.locator('.picture').count()).toBe(0);
    const heading = bare.locator('h3');
    expect(await heading.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThanOrEqual(4);
    expect(await heading.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0);
    await close();
  });

  test('has the language and direction of its article, and long words wrap', async () => {
    const { page, close } = await open('', { width: 320, height: 640 });
    const arabic = card(page, 'قصة عن النجوم');
    expect(await arabic.locator('.headline').getAttribute('lang')).toBe('ar');
    expect(await arabic.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await card(page, 'Leads').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await close();
  });
});

describe('images', () => {
  test('have a box of fixed shape, and only those of the first row are eager', async () => {
    const { page, close } = await open();
    const shapes = await page.locator('.card .picture').evaluateAll((boxes) =>
      boxes.map((box) => {
        const { width, height } = box.getBoundingClientRect();
        return Math.round((width / height) * 10) / 10;
      }),
    );
    expect(shapes.length).toBeGreaterThan(10);
    for (const shape of shapes) expect([1.5, 1.8]).toContain(shape);
    const loading = await page
      .locator('.card img.picture')
      .evaluateAll((images) =>
        images.map((image) => [image.getAttribute('loading'), image.getAttribute('fetchpriority')].join(' ')),
      );
    expect(loading.slice(0, 2)).toEqual([' high', ' ']);
    expect(loading.slice(4).every((each) => each === 'lazy ')).toBe(true);
    await close();
  });

  test.each(['before', 'after'] as const)(
    'that fail to load %s the first paint leave a placeholder with the name of the provider, and nothing shifts',
    async (time) => {
      const { page, close } = await browser.newPage({ now: NOW });
      const shifts = await watchShifts(page);
      // Nothing is painted before the style sheet has loaded.
      const isFailed = page.waitForEvent('requestfailed', (request) => request.resourceType() === 'image');
      if (time === 'before')
        await page.route('**/*.css', async (route) => {
          await isFailed;
          await route.continue();
        });
      else
        await page.route(/^https:/, async (route) => {
          await page.locator('.stories h3').first().waitFor();
          await page.evaluate(
            () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
          );
          await route.abort();
        });
      await page.goto(site.url);
      await waitForHydration(page);
      const placeholder = card(page, 'Leads').locator('.picture-plate');
      await placeholder.waitFor();
      expect(await placeholder.textContent()).toBe('The Source');
      const height = (await placeholder.boundingBox())?.height ?? 0;
      if (time === 'before') expect(height).toBe(96);
      else expect(height).toBeGreaterThan(100);
      expect(await shifts.total()).toBe(0);
      await close();
    },
  );
});

describe('while data or code loads', () => {
  test('skeletons appear after a delay, and never for cached data', async () => {
    const { page, close } = await open();
    site.faults.set('data/feeds/topics/science/head.json', 'silent');
    await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
    const skeleton = page.locator('.skeleton');
    await skeleton.waitFor({ state: 'attached' });
    const delay = await skeleton.evaluate((element) => getComputedStyle(element).animationDelay);
    expect(delay).toBe('0.15s');
    await skeleton.waitFor({ state: 'visible' });
    site.faults.clear();
    await page.goto(site.url);
    await waitForHydration(page);
    await page.evaluate(() => {
      const watched = window as unknown as { skeletons: number };
      watched.skeletons = 0;
      new MutationObserver(() => {
        watched.skeletons += document.querySelectorAll('.skeleton').length;
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
    await page.getByRole('heading', { level: 1, name: 'Science' }).waitFor();
    await page.locator('.stories h3').first().waitFor();
    await page.goBack();
    await page.waitForURL(site.url);
    await page.evaluate(() => {
      (window as unknown as { skeletons: number }).skeletons = 0;
    });
    await page.goForward();
    await page.waitForURL('**/topics/science/');
    await page.locator('.stories h3').first().waitFor();
    expect(await page.evaluate(() => (window as unknown as { skeletons: number }).skeletons)).toBe(0);
    await close();
  });

  test('the list is readable and its links work without JavaScript', async () => {
    const { page, close } = await open('', { javaScriptEnabled: false });
    expect(await page.locator('.stories h3').count()).toBe(Object.keys(FILES).length - 1);
    await page.getByRole('link', { name: 'Leads', exact: true }).click();
    expect(await page.locator('h1').textContent()).toBe('Leads');
    await close();
  });
});

describe('dates', () => {
  test('are clocks under the heading of a day, in the time zone of the site; dates without a time have none', async () => {
    const { page, close } = await open();
    const timeOf = async (title: string) => {
      const time = card(page, title).locator('time');
      return [await time.textContent(), await time.getAttribute('datetime'), await time.getAttribute('title')];
    };
    await page.waitForFunction(() => document.querySelector('.card time[title]') !== null);
    expect(await timeOf('Leads')).toEqual(['20:30', '2026-11-23T19:30:00Z', expect.stringMatching(/20:30 CET/)]);
    expect((await timeOf('Ahead of its time'))[0]).toBe('10:00');
    expect(await timeOf('Of a day')).toEqual(['', '2026-11-22', expect.not.stringContaining(':')]);
    expect((await timeOf('Old'))[0]).toBe('11:00');
    await close();
  });

  test('the footer says when the edition was built', async () => {
    const { page, close } = await open();
    await page.locator('.page-footer').scrollIntoViewIfNeeded();
    await page.getByText(/^This edition was built on \w+/).waitFor();
    expect(await page.getByText(/^This edition was built on/).count()).toBe(1);
    await close();
  });
});

describe('states', () => {
  test('being offline has a message of its own', async () => {
    const { page, context, close } = await open();
    await context.setOffline(true);
    await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
    await page.getByRole('alert').getByText(strings.failureReasons.offline).waitFor();
    await context.setOffline(false);
    // The server is asked again by itself.
    await page.locator('.stories h3').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });

  test('an edition of a newer format has a message of its own', async () => {
    const { page, context, close } = await open();
    await context.route('**/data/feeds/topics/science/head.json', (route) => route.fulfill({ json: { stories: [] } }));
    await context.route('**/data/edition.json', (route) => route.fulfill({ json: { format: 2 } }));
    await page.locator('.topic-bar').getByRole('link', { name: 'Science' }).click();
    await page.getByRole('alert').getByText(strings.failureReasons.outdated).waitFor();
    expect(await page.getByRole('alert').getByRole('heading').textContent()).toBe(strings.failed.stories);
    await close();
  });

  test('everything works if storage is blocked or has invalid values', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }
      sessionStorage.setItem('broadsheet:places', '[["x",null],7,{');
    });
    await page.goto(site.url);
    await waitForHydration(page);
    await page.getByRole('button', { name: 'List' }).click();
    await page.locator('html[data-density=list]').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Leads', exact: true }).click();
    await page.locator('.article').waitFor();
    await page.goBack();
    await card(page, 'Leads').getByText('Read', { exact: true }).waitFor();
    await page.goto(`${site.url}settings/`);
    await page.getByText(yourDataStrings.unstored).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  test('settings apply to other tabs', async () => {
    const { page, context, close } = await open('settings/');
    const other = await context.newPage();
    await other.goto(`${site.url}settings/`);
    await waitForHydration(other);
    await page.getByText('AMP cache', { exact: true }).click();
    await other.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('input[name=link]:checked')?.parentElement?.textContent ===
        'AMP cache',
    );
    expect(await other.getByRole('radio', { name: 'AMP cache' }).isChecked()).toBe(true);

    await other.mouse.move(1, 1);
    await page.getByText('Dark', { exact: true }).click();
    await page.getByText('Larger', { exact: true }).click();
    await other.locator('html[data-theme=dark][data-text-size=larger]').waitFor({ state: 'attached' });
    await page.getByText('Headlines', { exact: true }).click();
    await other.locator('html[data-density=headlines]').waitFor({ state: 'attached' });
    await close();
  });

  test('a click on a layout button is painted before the new layout', async () => {
    const { page, close } = await open('');
    const beforePaint = await page.evaluate(async () => {
      const button = document.querySelector<HTMLElement>('.list-layout-buttons [aria-pressed=false]');
      button?.click();
      await Promise.resolve();
      return [button?.getAttribute('aria-pressed'), document.documentElement.dataset.density];
    });
    expect(beforePaint).toEqual(['true', undefined]);
    await page.locator('html[data-density=list]').waitFor({ state: 'attached' });
    await close();
  });
});

describe('the first paint', () => {
  test.each(['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata'])(
    'hydrates without a mismatch in %s, a year later',
    async (timezone) => {
      const { page, errors, close } = await open('', { timezone, now: '2027-11-23T20:00:00Z' });
      expect(await page.locator('.stories h3').count()).toBe(Object.keys(FILES).length - 1);
      expect(errors).toEqual([]);
      await close();
    },
  );

  test('has the stored settings and read marks, and nothing shifts (READER 25)', async () => {
    const { page, errors, close } = await browser.newPage({ now: NOW, remoteImages: 'plate' });
    const shifts = await watchShifts(page);
    await page.addInitScript(() => {
      localStorage.setItem('broadsheet:theme', 'dark');
      localStorage.setItem('broadsheet:text-size', 'large');
      localStorage.setItem('broadsheet:density', 'headlines');
      localStorage.setItem('broadsheet:link', 'amp');
      localStorage.setItem('broadsheet:read /', JSON.stringify(['lead', 'more-1', 'bare']));
    });
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await card(page, 'Leads').getByText('Read', { exact: true }).waitFor();
    expect(await page.evaluate(() => Object.fromEntries(Object.entries(document.documentElement.dataset)))).toEqual({
      theme: 'dark',
      textSize: 'large',
      density: 'headlines',
    });
    expect(await shifts.total()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});
