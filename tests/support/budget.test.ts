import { describe, expect, test } from 'vitest';
import { exceededBudgets } from './budget.ts';
import type { FirstLoad } from './first-load.ts';

const budget: FirstLoad = {
  bytes: { html: { 'the page': 9_000 }, js: { 'index.js': 78_000, 'article-page.js': 2_000 } },
  beforeFirstPaint: 9_700,
  requests: 4,
};

describe('a budget', () => {
  test('allows two per cent of each kind', () => {
    const bytes = { html: { 'the page': 9_180 }, js: { 'index.js': 79_000, 'article-page.js': 2_600 } };
    expect(exceededBudgets(budget, { ...budget, bytes })).toEqual([]);
  });

  test('is exceeded by 3 KB, and the message names the file that grew', () => {
    const bytes = { ...budget.bytes, js: { 'index.js': 81_000, 'article-page.js': 2_000 } };
    expect(exceededBudgets(budget, { ...budget, bytes })).toEqual([
      'js: 83000 bytes, budget 81600; index.js grew from 78000 to 81000',
    ]);
  });

  test('is exceeded by a new kind of file, by a request, and before first paint', () => {
    const bytes = { ...budget.bytes, json: { 'edition.json': 900 } };
    expect(exceededBudgets(budget, { bytes, requests: 5, beforeFirstPaint: 12_700 })).toEqual([
      'json: 900 bytes, budget 0; edition.json grew from 0 to 900',
      'before first paint: 12700 bytes, budget 9700 and 2 %',
      '5 requests, budget 4',
    ]);
  });
});
