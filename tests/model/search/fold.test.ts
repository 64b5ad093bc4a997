import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/model/search/fold.ts';
import { runsOf } from '../../support/property-runs.ts';
import { oddText } from '../../support/search-arbitrary.ts';

/** Marks on letters, in the decomposed form. */
const decomposed = (composed: string): string => composed.normalize('NFD');

describe('spellings that fold alike', () => {
  test.each([
    ['English', 'résumé', ['Resume', 'RÉSUMÉ', decomposed('résumé')]],
    ['German', 'Straße', ['strasse', 'STRASSE', 'STRAẞE']],
    ['German umlauts', 'Größenänderung', ['Grossenanderung', 'GRÖSSENÄNDERUNG', decomposed('Größenänderung')]],
    ['Turkish', 'İstanbul', ['istanbul', 'ISTANBUL', 'ıstanbul', 'i\u0307stanbul']],
    ['Polish', 'Łódź', ['lodz', 'ŁÓDŹ', decomposed('Łódź')]],
    ['Danish', 'Ærø', ['aero', 'ÆRØ']],
    ['Danish å', 'Århus', ['Arhus', decomposed('århus')]],
    ['French', 'cœur', ['coeur', 'CŒUR']],
    ['Icelandic', 'Þórður', ['thordur']],
    ['Croatian', 'Đakovo', ['dakovo', 'đakovo']],
    ['Maltese', 'Ħamrun', ['hamrun']],
    ['Vietnamese', 'Đà Nẵng, Việt Nam', ['da nang, viet nam', decomposed('Đà Nẵng, Việt Nam')]],
    ['Greek', 'οδός', ['ΟΔΟΣ', 'οδος', 'ΟΔΌΣ', 'οδόσ']],
    ['Greek with several marks', 'ᾧ', ['ω', 'Ω']],
    ['Russian', 'Ёлка ещё', ['елка еще', decomposed('ЁЛКА ЕЩЁ')]],
    ['Russian й', 'Йод', ['иод', decomposed('йод')]],
    ['Arabic letter forms', 'أحمد آمال إلى', ['احمد امال الي', 'ٱحمد امال الى']],
    ['Arabic teh marbuta', 'مدرسة', ['مدرسه']],
    ['Persian letters', 'کتابی', ['كتابي']],
    ['harakat', 'مُحَمَّد', ['محمد']],
    ['tatweel', 'محـــمد', ['محمد', 'مـَحمد']],
    ['Arabic presentation forms', 'ﻣﺤﻤﺪ', ['محمد']],
    ['Hebrew niqqud', 'שָׁלוֹם', ['שלום', 'שׁלום']],
    ['fullwidth forms', 'ＡＢＣ１２３', ['abc123']],
    ['halfwidth kana', 'ｶﾞｲﾄﾞ', ['ガイド', decomposed('ガイド')]],
    ['Korean syllables', '한글', [decomposed('한글'), '\u1112\u1161\u11ab\u1100\u1173\u11af']],
    ['Arabic-Indic digits', '٢٠٢٤', ['2024', '۲۰۲۴']],
    ['a soft hyphen', 'Donau\u00addampf', ['donaudampf']],
    ['a zero-width non-joiner', 'می\u200cخواهم', ['ميخواهم']],
    ['a zero-width space and a byte order mark', '\ufeffab\u200bcd', ['abcd']],
    ['ligatures', 'ﬁnance', ['finance']],
    ['raised and circled digits', 'x² ①', ['x2 1']],
    ['units', '㎏', ['kg']],
    ['Georgian capitals', 'ᲗᲑᲘᲚᲘᲡᲘ', ['თბილისი']],
  ])('%s', (_, spelling, others) => {
    for (const other of others) expect(fold(other), other).toBe(fold(spelling));
  });
});

describe('words that stay apart', () => {
  test.each([
    ['か', 'が'],
    ['はは', 'ぱぱ'],
    ['की', 'कि'],
    ['ไทย', 'ไท'],
    ['שלום', 'שלומ'],
    ['мир', 'мiр'],
    ['c', 'c#'],
  ])('%s and %s', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });
});

test('the result is in the normalization form C and has no capital letters', () => {
  expect(fold(decomposed('ÉTÉ हिन्दी 한글 が'))).toBe('ete हिन्दी 한글 が');
});

test('marks without a letter stay, in their canonical order', () => {
  expect(fold('\u0345\u200b\u05b0')).toBe('\u05b0\u0345');
  expect(fold('\u05b0\u0345')).toBe('\u05b0\u0345');
});

test('folding a folded text changes nothing', () => {
  const attempt = (): void =>
    fc.assert(
      fc.property(oddText, (source) => {
        expect(fold(fold(source))).toBe(fold(source));
      }),
      { numRuns: runsOf(1_500), seed: 1 },
    );
  expect(attempt).not.toThrow();
});
