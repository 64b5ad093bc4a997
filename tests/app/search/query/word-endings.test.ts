// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { otherEndings } from '../../../../src/app/search/query/word-endings.ts';
import { fold } from '../../../../src/model/search/fold.ts';

/** Whether a search for one word finds the other, and the reverse. */
const areForms = (a: string, b: string): boolean[] => [
  otherEndings(fold(a)).has(fold(b)),
  otherEndings(fold(b)).has(fold(a)),
];

const pairs = (text: string): [string, string][] =>
  text.split(/\s+/).map((pair) => pair.split('/') as [string, string]);

describe('forms of one word', () => {
  test.each(
    pairs(`city/cities report/reports report/reported report/reporting reporter/reporters box/boxes watch/watches
      wish/wished class/classes study/studies study/studied bake/baked bake/baking elect/elected
      vaccine/vaccines vaccinate/vaccination investigate/investigating plan/planned plan/planning stop/stopped
      run/running quick/quickly teach/teacher`),
  )('English: %s and %s', (a, b) => {
    expect(areForms(a, b)).toEqual([true, true]);
  });

  test.each(pairs('Zeitung/Zeitungen Stadt/Stadte grün/grünen Kind/Kinder klein/kleiner neue/neuen'))(
    'German: %s and %s',
    (a, b) => {
      expect(areForms(a, b)).toEqual([true, true]);
    },
  );

  test.each(pairs('maison/maisons nuevo/nueva nuevos/nuevas grande/grandes petite/petites gatto/gatti'))(
    'Romance languages: %s and %s',
    (a, b) => {
      expect(areForms(a, b)).toEqual([true, true]);
    },
  );

  test.each(
    pairs(`книга/книги книга/книгу книга/книгой земля/землей новая/новой город/города город/городах новый/нового новая/новые новость/новости
      выборы/выборов страна/странами`),
  )('Russian: %s and %s', (a, b) => {
    expect(areForms(a, b)).toEqual([true, true]);
  });

  test.each(pairs('δρόμος/δρόμου δρόμος/δρόμοι χώρα/χώρας χώρα/χωρών νίκη/νίκης βιβλίο/βιβλία'))(
    'Greek: %s and %s',
    (a, b) => {
      expect(areForms(a, b)).toEqual([true, true]);
    },
  );
});

describe('other words', () => {
  test.each(
    pairs(`planet/plan university/universe bus/bu is/i as/a car/care organ/organize apple/app
      мир/мираж нос/но ως/ω 2024/2025 東京/京`),
  )('%s and %s', (a, b) => {
    expect(areForms(a, b)).toEqual([false, false]);
  });
});
