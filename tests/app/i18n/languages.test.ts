import { describe, expect, test } from 'vitest';
import * as english from '../../../src/app/i18n/languages/en.ts';
import {
  INTERFACE_LANGUAGES,
  type InterfaceTexts,
  loadInterfaceLanguage,
} from '../../../src/pipeline/settings/interface-language.ts';

/* All languages of the interface have texts that fit those in English. The compiler compares the names. */

/** A text of a table: its path, and its forms by their plural categories, or one form without a category. */
interface Entry {
  path: string;
  forms: [category: string | undefined, text: string][];
}

function entriesOf(table: object, path = ''): Entry[] {
  return Object.entries(table as Record<string, string | Record<string, string>>).flatMap(([name, value]): Entry[] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') return [{ path: at, forms: [[undefined, value]] }];
    return 'other' in value ? [{ path: at, forms: Object.entries(value) }] : entriesOf(value, at);
  });
}

const placeholdersOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')))].sort();

/** The placeholders of an entry, without the number that chooses the form. */
const valuesOf = (texts: readonly string[]): string[] => placeholdersOf(texts).filter((name) => name !== 'count');

/**
 * Whole numbers that are in all plural categories of the languages here, but for `many` in Spanish, French, Italian and
 * Portuguese: it begins at a million.
 */
const NUMBERS = [...Array.from({ length: 203 }, (_, number) => number), 1000, 10_000, 100_000];

const inEnglish = new Map(entriesOf(english).map((entry) => [entry.path, entry]));

test('the tables are found', () => {
  expect(inEnglish.size).toBeGreaterThan(500);
  expect(INTERFACE_LANGUAGES).toContain('de');
});

describe.each(INTERFACE_LANGUAGES)('%s', async (code) => {
  const { tables } = (await loadInterfaceLanguage({ site: { language: code } })) as { tables: InterfaceTexts };
  const entries = entriesOf(tables);
  const plurals = new Intl.PluralRules(code);

  test('has every text, in the order of English', () => {
    expect(entries.map(({ path }) => path)).toEqual([...inEnglish.keys()]);
  });

  test('has the placeholders of English in every text and in each of its plural forms', () => {
    for (const { path, forms } of entries) {
      const expected = valuesOf((inEnglish.get(path)?.forms ?? []).map(([, text]) => text));
      for (const [category = 'only form', text] of forms)
        expect.soft(valuesOf([text]), `${path}, ${category}`).toEqual(expected);
    }
  });

  test('names the number in each form that is for more than one number', () => {
    const faults = entries.flatMap(({ path, forms }) => {
      const english = inEnglish.get(path)?.forms ?? [];
      if (!english.some(([, text]) => text.includes('{count}'))) return [];
      const formOf = (number: number): string | undefined => {
        const selected = plurals.select(number);
        return forms.some(([category]) => category === selected) ? selected : 'other';
      };
      return forms
        .filter(
          ([category, text]) => !text.includes('{count}') && NUMBERS.filter((n) => formOf(n) === category).length > 1,
        )
        .map(([category]) => `${path}.${category}`);
    });
    expect(faults).toEqual([]);
  });

  test('has the plural forms that the language needs, and no others', () => {
    const categories = [...new Set(NUMBERS.map((number) => plurals.select(number)))];
    for (const { path, forms } of entries) {
      const found = forms.flatMap(([category]) => category ?? []);
      if (found.length === 0) continue;
      // One of them may be `other`: the one for most numbers.
      const [missing = 'other', ...more] = categories.filter((category) => !found.includes(category));
      expect.soft(more, path).toEqual([]);
      expect.soft(['other', 'many'], path).toContain(missing);
      expect
        .soft(
          found.filter((category) => category !== 'other' && !categories.includes(category as never)),
          path,
        )
        .toEqual([]);
    }
  });

  test('has plain text: no markup, no straight quotation marks, no space at an end', () => {
    for (const { path, forms } of entries)
      for (const [, text] of forms) {
        expect.soft(text, path).not.toMatch(/[<>"']|&\w+;|^$/);
        if (path !== 'common.listSeparator') expect.soft(text.trim(), path).toBe(text);
      }
  });
});
