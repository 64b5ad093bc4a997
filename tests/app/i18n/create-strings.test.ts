import { afterEach, expect, test, vi } from 'vitest';

const LANGUAGE = '../../../src/app/i18n/language.ts';

/** `createStrings` in a language. */
async function createIn(locale: string) {
  vi.doMock(LANGUAGE, () => ({ locale }));
  vi.resetModules();
  return (await import('../../../src/app/i18n/create-strings.ts')).createStrings;
}
afterEach(() => {
  vi.doUnmock(LANGUAGE);
  vi.resetModules();
});

test('texts without placeholders stay, the others become functions', async () => {
  const createStrings = await createIn('en');
  const strings = createStrings({
    close: 'Close',
    brace: 'Topics {a b',
    deep: { readAt: 'Read “{title}” at {host}' },
  } as const);
  expect(strings.close).toBe('Close');
  expect(strings.brace).toBe('Topics {a b');
  expect(strings.deep.readAt({ host: 'a.example', title: '{host} $& $1' })).toBe('Read “{host} $& $1” at a.example');
});

const POLISH = { stories: { one: '1 artykuł', few: '{count} artykuły', other: '{count} artykułów' } } as const;

test.each([
  [1, '1 artykuł'],
  [3, '3 artykuły'],
  [5, '5 artykułów'],
  [12, '12 artykułów'],
  [22, '22 artykuły'],
])('the plural form for %i in Polish, where `other` also has the many', async (count, text) => {
  const createStrings = await createIn('pl');
  expect(createStrings(POLISH).stories({ count })).toBe(text);
});

test('numbers are written as the language writes them, texts as they are', async () => {
  const createStrings = await createIn('de');
  const { partOf } = createStrings({ partOf: 'Artikel {first} bis {last} von {total}.' } as const);
  expect(partOf({ first: 1, last: '1,5', total: 12_345.5 })).toBe('Artikel 1 bis 1,5 von 12.345,5.');
});
