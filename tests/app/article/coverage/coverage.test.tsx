import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import Coverage from '../../../../src/app/article/coverage/coverage.tsx';
import { coverageStrings } from '../../../../src/app/article/coverage/coverage-strings.ts';
import { SiteProvider } from '../../../../src/app/data/site-context.ts';
import type { Coverage as CoverageData, CoverageReport } from '../../../../src/model/article.ts';
import type { SiteInfo } from '../../../../src/model/edition.ts';

const siteInfo: SiteInfo = { site: { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/' }, topics: [] };

const report = (name: string, rest: Partial<CoverageReport> = {}): CoverageReport => ({
  slug: `2021/${name}`,
  title: `Report ${name}`,
  publishedAt: '2021-05-19T15:02:27Z',
  kind: 'article',
  originUrl: `https://www.${name}.example/fire`,
  ...rest,
});

const show = (coverage: CoverageData) =>
  render(
    <SiteProvider value={siteInfo}>
      <Coverage coverage={coverage} />
    </SiteProvider>,
  );

const renderCoverage = (reports: CoverageReport[], rest: Partial<CoverageData> = {}) =>
  show({ words: ['Marwick', 'harbour'], hours: 17, total: reports.length + 1, reports, ...rest });

/** A report for each letter. */
const reportsOf = (letters: string): CoverageReport[] => Array.from(letters, (letter) => report(letter));

const section = (): HTMLElement => screen.getByRole('region', { name: coverageStrings.alsoReportedBy });

/** The disclosure with this summary. */
const disclosure = (summary: string): HTMLElement | null => screen.queryByText(summary)?.closest('details') ?? null;

const titlesIn = (part: Element | null): (string | null)[] =>
  [...(part?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent);

/** The titles outside of all disclosures. */
const shownTitles = (): (string | null)[] => titlesIn(section().querySelector(':scope > ul'));

const summaries = (): (string | null)[] =>
  [...section().querySelectorAll('summary')].map(({ textContent }) => textContent);

/** The paragraphs under "Why together?". */
const reason = (): (string | null)[] =>
  [...(disclosure(coverageStrings.why)?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent);

afterEach(cleanup);

describe('the list of reports', () => {
  test('links each one to its page and to its sources', () => {
    renderCoverage([report('a', { ampUrl: 'https://amp.a.example/fire' }), report('b')]);
    const hrefOf = (name: string) => within(section()).getByRole('link', { name }).getAttribute('href');
    expect(shownTitles()).toEqual(['Report a', 'Report b']);
    expect(hrefOf('Report a')).toBe('/articles/2021/a/');
    expect(hrefOf('a.example Report a')).toBe('https://www.a.example/fire');
    expect(hrefOf('AMP page Report a')).toBe('https://amp.a.example/fire');
    expect(hrefOf('Report b')).toBe('/articles/2021/b/');
    expect(hrefOf('b.example Report b')).toBe('https://www.b.example/fire');
    expect(section().querySelectorAll('time')).toHaveLength(2);
    expect(summaries()).toEqual([coverageStrings.why]);
  });

  test('has the seventh and later ones behind a disclosure', () => {
    renderCoverage(reportsOf('abcdefgh'));
    expect(shownTitles()).toEqual(Array.from('abcdef', (letter) => `Report ${letter}`));
    expect(titlesIn(disclosure('2 more reports'))).toEqual(['Report g', 'Report h']);
    cleanup();
    renderCoverage(reportsOf('abcdefg'));
    expect(titlesIn(disclosure('1 more report'))).toEqual(['Report g']);
    cleanup();
    renderCoverage(reportsOf('abcdef'));
    expect(summaries()).toEqual([coverageStrings.why]);
  });

  test('has copies of one text behind a disclosure of their own', () => {
    renderCoverage([report('a'), report('b', { sameTextAs: '2021/a' })]);
    expect(shownTitles()).toEqual(['Report a']);
    expect(titlesIn(disclosure('Same text in 1 more report'))).toEqual(['Report b']);
    cleanup();
    renderCoverage([
      report('copy', { sameTextAs: 'the/article/itself' }),
      ...reportsOf('abcdefg'),
      report('other', { sameTextAs: '2021/a' }),
    ]);
    expect(shownTitles()).toEqual(Array.from('abcdef', (letter) => `Report ${letter}`));
    expect(summaries()).toEqual(['1 more report', 'Same text in 2 more reports', coverageStrings.why]);
    expect(titlesIn(disclosure('Same text in 2 more reports'))).toEqual(['Report copy', 'Report other']);
  });

  test('shows copies if there is nothing else', () => {
    renderCoverage([report('copy', { sameTextAs: 'the/article/itself' })]);
    expect(section().querySelectorAll('ul').length).toBe(1);
    expect(disclosure('Same text in 1 more report')?.hasAttribute('open')).toBe(true);
  });

  test('has an id of its own for each link and headline', () => {
    renderCoverage([...reportsOf('abcdefgh'), report('copy', { sameTextAs: '2021/a' })]);
    const ids = [...section().querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(18);
  });

  test('says how many reports it leaves out', () => {
    const note = (): string | undefined => section().querySelector('.note')?.textContent;
    renderCoverage(reportsOf('ab'), { total: 5 });
    expect(note()).toBe('2 reports are not listed here.');
    cleanup();
    renderCoverage([report('a'), report('b', { sameTextAs: '2021/a' })], { total: 4 });
    expect(note()).toBe('1 report is not listed here.');
    cleanup();
    renderCoverage(reportsOf('ab'));
    expect(note()).toBeUndefined();
  });
});

describe('the reason', () => {
  test.each<[string, number, Partial<CoverageData>]>([
    ['Both name Marwick and harbour, within 17 hours.', 1, {}],
    ['All 3 name Marwick and harbour, within 17 hours.', 2, {}],
    ['All 3 name Marwick, within 17 hours.', 2, { words: ['Marwick'] }],
    ['All 4 name Marwick, harbour, and Tollen, within 17 hours.', 3, { words: ['Marwick', 'harbour', 'Tollen'] }],
    ['Most of the 9 name Marwick and harbour, within 17 hours.', 8, { isMost: true }],
  ])('names the words and the time: %s', (sentence, count, rest) => {
    renderCoverage(reportsOf('abcdefgh'.slice(0, count)), rest);
    expect(reason()).toEqual([sentence]);
    expect([...section().querySelectorAll('em')].map(({ textContent }) => textContent)).toEqual(
      rest.words ?? ['Marwick', 'harbour'],
    );
  });

  test('counts the reports that are not listed', () => {
    renderCoverage(reportsOf('ab'), { total: 40 });
    expect(reason()).toEqual(['All 40 name Marwick and harbour, within 17 hours.']);
  });

  test('is that each is similar to another if there are no words', () => {
    show({ hours: 5, total: 3, reports: reportsOf('ab') });
    expect(reason()).toEqual(['Each of the 3 is similar to another one, within 5 hours.']);
  });

  test('is not given if the time is damaged', () => {
    show({ words: ['Marwick'], total: 2, reports: reportsOf('a') });
    expect(summaries()).toEqual([]);
    expect(shownTitles()).toEqual(['Report a']);
  });

  test('names no copy as the most similar report', () => {
    renderCoverage([...reportsOf('ab'), report('copy', { isNearest: true, sameTextAs: '2021/a' })]);
    expect(reason().length).toBe(1);
  });

  test('is the publisher if files name the event', () => {
    show({ isNamed: true, hours: 5, total: 2, reports: reportsOf('a') });
    expect(reason()).toEqual(['The publisher of this site put them together. They appeared within 5 hours.']);
    expect(section().querySelector('em')).toBeNull();
  });

  test.each([
    [0, 'within an hour'],
    [1, 'within an hour'],
    [2, 'within 2 hours'],
    [48, 'within 48 hours'],
    [49, 'within 3 days'],
    [72, 'within 3 days'],
    [73, 'within 4 days'],
  ])('says %i hours as: %s', (hours, span) => {
    renderCoverage(reportsOf('a'), { hours });
    expect(reason()).toEqual([`Both name Marwick and harbour, ${span}.`]);
  });

  test('names the most similar report if there are several', () => {
    renderCoverage([report('a'), report('b', { isNearest: true })]);
    expect(reason()[1]).toBe('Most similar to this report: Report b');
    const link = disclosure(coverageStrings.why)?.querySelector('p a');
    expect(link?.textContent).toBe('Report b');
    expect(link?.getAttribute('href')).toBe('/articles/2021/b/');
    cleanup();
    renderCoverage([report('a', { isNearest: true })]);
    expect(reason()).toHaveLength(1);
    cleanup();
    renderCoverage(reportsOf('ab'));
    expect(reason()).toHaveLength(1);
  });
});
