import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  FIRST_PAINT_LIMIT,
  findSlowPaint,
  HTML_BEFORE_FIRST_PAINT,
} from '../../../../src/pipeline/vite/bundle/first-paint.ts';
import { readBudgets } from '../../../support/budget.ts';
import { total } from '../../../support/first-load.ts';

/** A file that does not compress. */
const fileOf = (path: string, size: number) => ({ path, version: '', body: randomBytes(size) });

const ROOM = FIRST_PAINT_LIMIT - HTML_BEFORE_FIRST_PAINT;

test('what is reserved for HTML is that of the largest kind of page, as measured', () => {
  const pages = Object.values(readBudgets()).flatMap((site) => Object.values(site));
  const html = pages.map(({ beforeFirstPaint, bytes }) => beforeFirstPaint - total(bytes.css));
  expect(HTML_BEFORE_FIRST_PAINT).toBeGreaterThanOrEqual(Math.max(...html));
  expect(HTML_BEFORE_FIRST_PAINT).toBeLessThan(Math.max(...html) * 1.05);
});

test('theme.css may take about two kilobytes, as documented', () => {
  const pages = Object.values(readBudgets()).flatMap((site) => Object.values(site));
  const styles = Math.max(...pages.map(({ bytes }) => total(bytes.css)));
  expect(ROOM - styles).toBeGreaterThan(1_800);
  expect(ROOM - styles).toBeLessThan(3_000);
});

test('the style sheets of an article count, and no other file', () => {
  const others = [fileOf('assets/filter-panel-abcdefg.css', 20_000), fileOf('assets/index-abcdefg.js', 20_000)];
  const article = fileOf('assets/article-page-abcdefg.css', 2_000);
  const fits = fileOf('assets/index-abcdefg.css', ROOM - 2_100);
  expect(findSlowPaint({ clientFiles: [fits, article, ...others] })).toBeUndefined();
  const exceeds = fileOf('assets/index-abcdefg.css', ROOM);
  expect(findSlowPaint({ clientFiles: [exceeds, article, ...others] })).toMatchObject({
    file: 'theme.css',
    severity: 'error',
    code: 'slow-paint',
    message: expect.stringMatching(/ found 2,0\d\d bytes more\.$/) as string,
  });
});
