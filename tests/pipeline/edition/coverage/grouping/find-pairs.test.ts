import { expect, test } from 'vitest';
import { findPairs } from '../../../../../src/pipeline/edition/coverage/grouping/find-pairs.ts';
import { HOUR } from '../../../../../src/pipeline/edition/coverage/terms/event-report.ts';

/** Each report has the same terms. */
const TERMS = [0, 1, 2];

/** The pairs of the newest report, where so many are spread over these hours, and the last `alike` on one subject. */
function pairsOf(count: number, hours: number, alike = count) {
  const reports = Array.from({ length: count }, (_, index) => ({
    version: `${index}`,
    at: (index / count) * hours * HOUR,
    read: () => ({ title: '', excerpt: '' }),
  }));
  const uses = count * TERMS.length;
  const { pairs, isBounded } = findPairs({
    reports,
    terms: {
      startOf: (index) => index * TERMS.length,
      ids: Int32Array.from({ length: uses }, (_, use) => TERMS[use % TERMS.length] ?? 0),
      frequencies: new Int32Array(uses).fill(1),
      idOf: (term) => Number(term),
      nameOf: (id) => `${id}`,
      isStopWord: () => false,
    },
    weights: new Float64Array(uses).fill(Math.sqrt(1 / TERMS.length), (count - alike) * TERMS.length),
    start: 0,
  });
  return { ofNewest: pairs.filter(({ newer }) => newer === count - 1), isBounded };
}

test('a report is compared with all similar ones if they are few, and with the latest and best if they are many', () => {
  expect(pairsOf(50, 10)).toMatchObject({ ofNewest: { length: 49 }, isBounded: false });
  const { ofNewest, isBounded } = pairsOf(1000, 10);
  expect(ofNewest).toHaveLength(16);
  expect(Math.min(...ofNewest.map(({ older }) => older))).toBeGreaterThanOrEqual(600);
  expect(isBounded).toBe(true);
});

test('the more reports there are within 96 hours, the fewer are compared with each', () => {
  expect(pairsOf(20_000, 90, 300).ofNewest).toHaveLength(8);
  expect(pairsOf(20_000, 200, 300).ofNewest).toHaveLength(16);
});
