import { expect, test } from 'vitest';
import { longWords } from '../../../../src/app/article/card/long-words.ts';

test.each([
  ['Straßenverkehrsbehörde sperrt die Brücke', 'long'],
  ['Landesdatenschutzbeauftragte prüft', 'longer'],
  ['Der Bürgermeister spricht', undefined],
  ['A headline with hyphens-between-short-words', undefined],
  ['Длиннющееназваниегорода', 'long'],
  ['港の上にかかる橋が二年の修理の後に再び開通した', undefined],
  ['افتتاح رصيف الصيادين الجديد', undefined],
])('the words of %s are %s', (title, expected) => {
  expect(longWords(title)).toBe(expected);
});
