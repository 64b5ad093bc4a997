import { expect, test } from 'vitest';
import {
  interfaceLanguageOf,
  languageNamed,
  loadInterfaceLanguage,
} from '../../../src/pipeline/settings/interface-language.ts';
import { articleFile, editionOf } from '../../support/content-folder.ts';

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['de-AT', 'de'],
  ['de-Latn', 'de'],
  ['eo', undefined],
  ['sr-Latn', undefined],
  ['uk', 'uk'],
  ['uk-Cyrl-UA', 'uk'],
  ['uk-Latn', undefined],
  ['ar-EG', 'ar'],
  ['ar-Latn', undefined],
  ['ja-Jpan', 'ja'],
  ['ja-Latn', undefined],
  ['zh-CN', 'zh'],
  ['zh-Hant', undefined],
  ['zh-TW', undefined],
])('the texts for %s are in %s', (tag, code) => {
  expect(interfaceLanguageOf(tag)).toBe(code);
});

test('the locale keeps the region, and has the calendar and the digits of addresses', async () => {
  const { locale, tables } = await loadInterfaceLanguage({ site: { language: 'de-AT-u-ca-buddhist' } });
  expect(locale).toBe('de-AT-u-ca-gregory-nu-latn');
  expect(tables.common.allStories).toBe('Alle Artikel');
});

test('a language without texts has those in English, with its dates and numbers', async () => {
  const { locale, tables, interfaceAttributes } = await loadInterfaceLanguage({ site: { language: 'eo' } });
  expect(locale).toBe('en-u-ca-gregory-nu-latn');
  expect(tables.common.allStories).toBe('All stories');
  expect(interfaceAttributes).toEqual({ lang: 'en', dir: 'ltr' });
});

test('English texts in a paper that is read from right to left are isolated', async () => {
  const { tables } = await loadInterfaceLanguage({ site: { language: 'fa-IR' } });
  expect(tables.common.allStories).toBe('\u2066All stories\u2069');
  expect(tables.common.stories).toEqual({ one: '\u20661 story\u2069', other: '\u2066{count} stories\u2069' });
});

test('the interface can be in another language than the content', async () => {
  const site = { language: 'fa' };
  const { locale, tables, interfaceAttributes } = await loadInterfaceLanguage({ site, interfaceLanguage: 'de-CH' });
  expect(locale).toBe('de-CH-u-ca-gregory-nu-latn');
  expect(tables.common.allStories).toBe('\u2066Alle Artikel\u2069');
  expect(interfaceAttributes).toEqual({ lang: 'de-CH', dir: 'ltr' });
});

test('texts of the publisher replace those of the language, plural forms as a whole', async () => {
  const { tables } = await loadInterfaceLanguage({
    site: { language: 'de' },
    strings: {
      common: { allStories: 'Alles', stories: { other: 'Meldungen: {count}' }, listLayouts: { cards: 'Kacheln' } },
    },
  });
  expect(tables.common).toMatchObject({
    allStories: 'Alles',
    settings: 'Einstellungen',
    listLayouts: { cards: 'Kacheln', list: 'Liste' },
  });
  expect(tables.common.stories).toEqual({ other: 'Meldungen: {count}' });
});

test.each([
  ['Deutsch', 'de'],
  ['german', 'de'],
  ['français', 'fr'],
  ['العربية', 'ar'],
  ['klingon', undefined],
])('the language named %s is %s', (name, code) => {
  expect(languageNamed(name)).toBe(code);
});

test('a language in another script than that of the texts is a warning', () => {
  const { diagnostics } = editionOf({ 'a.md': articleFile(), 'site.yaml': 'language: uk-Latn\n' });
  expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'english-interface', line: 1, field: 'language' }]);
});

test('the name of a language in place of its tag is an error with the tag', () => {
  const { diagnostics } = editionOf({ 'a.md': articleFile(), 'site.yaml': 'language: deutsch\n' });
  expect(diagnostics).toMatchObject([
    { severity: 'error', code: 'bad-setting', line: 1, field: 'language', hint: 'Did you mean `de`?' },
  ]);
});
