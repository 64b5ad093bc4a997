import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsOf } from '../../../../src/model/search/terms.ts';
import { addedWords } from '../../../../src/pipeline/edition/coverage/added-words.ts';
import { runsOf } from '../../../support/property-runs.ts';

const none = (): boolean => false;
const text = (title: string, excerpt?: string) => ({ title, ...(excerpt !== undefined && { excerpt }) });

test('the first report adds nothing, a later one the words that no earlier one has, as it spells them', () => {
  const reports = [
    text('Fire in Marwick harbour', 'Crews from Tollen help.'),
    text('MARWICK: Élodie Quill thanks crews', 'The fire is out.'),
    text('Quill resigns', 'élodie says nothing; fire insurance pays.'),
  ];
  expect(addedWords(reports, none)).toEqual([
    [],
    ['Élodie', 'Quill', 'thanks', 'The', 'out'],
    ['resigns', 'says', 'nothing', 'insurance', 'pays'],
  ]);
});

test('an ending does not make a word new', () => {
  expect(addedWords([text('Investigation begins'), text('Police investigate harbour')], none)).toEqual([
    [],
    ['Police', 'harbour'],
  ]);
});

test('a word is added once, stop words and words of two letters never, and at most five', () => {
  const reports = [text('Fire'), text('Dogs, dogs and an ox: one two three four five six')];
  expect(addedWords(reports, (stem) => stem === 'and')).toEqual([[], ['Dogs', 'one', 'two', 'three', 'four']]);
  expect(addedWords(reports, (stem) => stem.length < 4)).toEqual([[], ['Dogs', 'three', 'four', 'five']]);
});

test('a word that an earlier report has, but does not show, is not new', () => {
  const reports = [text('Fire'), text('one two three four five six seven'), text('seven eight')];
  expect(addedWords(reports, none)[2]).toEqual(['eight']);
});

test('the stop words are those of the language of each report', () => {
  const reports = [
    { title: 'Fire', lang: 'en' },
    { title: 'Die Feuerwehr', lang: 'de' },
    { title: 'Chiefs die', lang: 'en' },
  ];
  const isStop = (stem: string, { lang }: { lang: string }): boolean => lang === 'de' && stem === 'die';
  expect(addedWords(reports, isStop)[1]).toEqual(['Feuerwehr']);
});

test('for any reports, an added word is in its report and in no earlier one', () => {
  const words = fc.array(
    fc.constantFrom('Fire', 'fires', 'ÉLAN', 'elan', 'U.S.', '東京', 'C++', 'Marwick', 'ein', 'of'),
  );
  const reports = fc.array(fc.record({ title: words.map((list) => list.join(' ')), excerpt: words.map(String) }));
  fc.assert(
    fc.property(reports, (list) => {
      const added = addedWords(list, none);
      expect(added).toHaveLength(list.length);
      for (const [index, own] of added.entries()) {
        const { title = '', excerpt = '' } = list[index] ?? {};
        const earlier = list.slice(0, index).flatMap((one) => termsOf(`${one.title}\n${one.excerpt}`));
        for (const word of own) {
          expect(`${title}\n${excerpt}`).toContain(word);
          for (const term of termsOf(word)) expect(earlier).not.toContain(term);
        }
      }
    }),
    { numRuns: runsOf(200) },
  );
});
