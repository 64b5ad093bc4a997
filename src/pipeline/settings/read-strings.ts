import * as english from '../../app/i18n/languages/en.ts';
import { didYouMean } from '../content/normalize/names/misspellings.ts';
import { describeValue } from '../content/normalize/values/describe-value.ts';
import { isMapping } from '../content/normalize/values/read-value.ts';
import type { FieldPath } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { defined } from '../util/defined.ts';
import type { InvalidSetting } from './invalid-setting.ts';

/** Texts of the interface that replace those of the language, by table and name. */
export interface StringOverrides {
  readonly [name: string]: string | StringOverrides;
}

/** A longer text is not one of an interface. */
export const MAX_TEXT = 1000;

/** The names of plural forms. A language has some of them. */
export const CATEGORIES: readonly string[] = [
  'zero',
  'one',
  'two',
  'few',
  'many',
  'other',
] satisfies Intl.LDMLPluralRule[];

/** Reads `strings` of `site.yaml`: tables like those in English, see `src/app/i18n/README.md`. */
export function readStrings(value: unknown): { value: StringOverrides } | InvalidSetting[] {
  const invalid: InvalidSetting[] = [];
  const read = readTable(value, english, [], (setting) => invalid.push(setting));
  return invalid.length > 0 ? invalid : { value: read };
}

/** A table of texts, or the plural forms of a text. */
export type Table = { readonly [name: string]: string | Table };

export const isPlural = (table: Table): table is Record<string, string> => 'other' in table;
type Fail = (setting: InvalidSetting) => void;

function readTable(value: unknown, table: Table, path: FieldPath, fail: Fail): StringOverrides {
  if (!isMapping(value)) {
    fail({ reason: `expected a mapping of names to texts, found ${describeValue(value)}`, path });
    return {};
  }
  const entries = Object.entries(value).flatMap(([name, item]): [string, string | StringOverrides][] => {
    const at = [...path, name];
    const known = Object.hasOwn(table, name) ? table[name] : undefined;
    if (known === undefined) {
      const hint = didYouMean(name, Object.keys(table));
      fail({
        reason: `expected the name of a text of the interface, found ${quote(name)}`,
        path: at,
        ...defined('hint', hint),
      });
      return [];
    }
    if (typeof known === 'string') return [[name, readText(item, [known], at, fail)]];
    return [
      [name, isPlural(known) ? readForms(item, Object.values(known), at, fail) : readTable(item, known, at, fail)],
    ];
  });
  return Object.fromEntries(entries);
}

/** A text alone is the form for all numbers. */
function readForms(value: unknown, english: readonly string[], path: FieldPath, fail: Fail): StringOverrides {
  if (!isMapping(value)) return { other: readText(value, english, path, fail) };
  if (!('other' in value))
    fail({ reason: 'expected a form `other`, which all numbers have that have no form of their own', path });
  const forms = Object.entries(value).filter(([name]) => {
    const isKnown = CATEGORIES.includes(name);
    if (!isKnown)
      fail({ reason: `expected one of ${CATEGORIES.join(', ')}, found ${quote(name)}`, path: [...path, name] });
    return isKnown;
  });
  // A form for one number need not have the number.
  return Object.fromEntries(
    forms.map(([name, text]) => [
      name,
      readText(text, english, [...path, name], fail, name === 'other' ? [] : ['count']),
    ]),
  );
}

function readText(
  value: unknown,
  english: readonly string[],
  path: FieldPath,
  fail: Fail,
  optional: readonly string[] = [],
): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    fail({ reason: `expected a text, found ${describeValue(value)}`, path });
    return '';
  }
  // The space of a separator is a part of it.
  const keepsSpaces = english.some((each) => each !== each.trim());
  const text = keepsSpaces ? String(value) : String(value).trim();
  const expected = placeholdersOf(english);
  const found = placeholdersOf([text]);
  const missing = expected.filter((name) => !found.includes(name) && !optional.includes(name));
  const unknown = found.filter((name) => !expected.includes(name));
  const say = (reason: string): void => fail({ reason, path });
  if (text.trim() === '') say('expected a text, found none');
  if (text.length > MAX_TEXT)
    say(`expected at most ${MAX_TEXT.toLocaleString('en')} characters, found ${text.length.toLocaleString('en')}`);
  else if (/<\/?\w|[\n\r]/.test(text)) say(`expected one line of text without markup, found ${quote(text)}`);
  if (missing.length > 0) say(`expected ${listPlaceholders(missing)} in the text, found ${quote(text)}`);
  if (unknown.length > 0)
    say(`expected no placeholder but ${listPlaceholders(expected) || 'none'}, found ${listPlaceholders(unknown)}`);
  return text;
}

/** The names in braces, each once. */
export const placeholdersOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))),
];

export const listPlaceholders = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');
