import { expect, test } from 'vitest';
import { IntegerList } from '../../../src/pipeline/util/integer-list.ts';

test.each([0, 1, 100, 1000])('a list for %d values takes 1000', (expected) => {
  const list = new IntegerList(expected);
  for (let value = 0; value < 1000; value += 1) list.push(-1 - value);
  list.increase(999, 5);
  list.push(2 ** 31 - 1);
  const values = Array.from({ length: 1000 }, (_, index) => -1 - index);
  values[999] = -995;
  expect([...list.values]).toEqual([...values, 2 ** 31 - 1]);
  expect(list.length).toBe(1001);
});
