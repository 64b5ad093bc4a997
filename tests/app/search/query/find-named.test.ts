import { expect, test } from 'vitest';
import { findNamed } from '../../../../src/app/search/query/find-named.ts';

const TOPICS = [['money'], ['city'], ['city-council', 'City Council'], ['größe', 'Größe']];
const named = (value: string): string[] => findNamed(TOPICS, value, (names) => names).map(([slug = '']) => slug);

test.each([
  ['City', ['city']],
  ['cit', ['city', 'city-council']],
  ['city c', ['city-council']],
  ['GROSSE', ['größe']],
  ['grö', ['größe']],
  ['sports', []],
])('a name, or the names that begin with what was typed: %s', (value, expected) => {
  expect(named(value)).toEqual(expected);
});
