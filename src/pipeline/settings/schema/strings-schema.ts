import * as english from '../../../app/i18n/languages/en.ts';
import type { JsonSchema } from '../../content/normalize/values/json-schema.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { CATEGORIES, isPlural, listPlaceholders, MAX_TEXT, placeholdersOf, type Table } from '../read-strings.ts';
import { matching, SCALAR } from './value-schemas.ts';

/**
 * The definitions of `strings`: the tables and names of the texts, with the English text as the description. They refer to
 * a text, or the plural forms of a text, for each set of placeholders.
 */
export const stringsDefinitions = (): Record<string, JsonSchema> => ({
  strings: tableSchema(sortNames(english)),
  ...sortNames(Object.fromEntries(textDefinitions())),
});

/** Sorts names, because bundlers and Node list the exports of a module in different orders. */
const sortNames = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareCodeUnits(a, b)));

function tableSchema(table: Table): JsonSchema {
  const properties = Object.entries(table).map(([name, item]) => {
    const forms = formsOf(item);
    if (!forms) return [name, tableSchema(item as Table)];
    const kind = typeof item === 'string' ? 'text' : 'plural';
    return [name, { description: forms.join(' · '), allOf: [reference(kind, placeholdersOf(forms))] }];
  });
  return { type: 'object', properties: Object.fromEntries(properties) as JsonSchema, additionalProperties: false };
}

const textDefinitions = (): [string, JsonSchema][] =>
  formsIn(english).flatMap((forms): [string, JsonSchema][] => {
    const names = placeholdersOf(forms);
    const text: [string, JsonSchema] = [definitionName('text', names), textSchema(names, names)];
    if (forms.length === 1) return [text];
    // A form for one number need not have the number.
    const required = names.filter((name) => name !== 'count');
    return [
      text,
      [definitionName('form', names), textSchema(names, required)],
      [definitionName('plural', names), pluralSchema(names)],
    ];
  });

type Kind = 'text' | 'form' | 'plural';

const definitionName = (kind: Kind, names: readonly string[]): string => [kind, ...names.toSorted()].join('-');

const reference = (kind: Kind, names: readonly string[]): JsonSchema => ({
  $ref: `#/definitions/${definitionName(kind, names)}`,
});

/** A text with one form or several; `undefined` for a table of texts. */
const formsOf = (item: string | Table): string[] | undefined => {
  if (typeof item === 'string') return [item];
  return isPlural(item) ? Object.values(item) : undefined;
};

const formsIn = (table: Table): string[][] =>
  Object.values(table).flatMap((item) => {
    const forms = formsOf(item);
    return forms ? [forms] : formsIn(item as Table);
  });

/** A text alone is the form for all numbers. */
const pluralSchema = (names: readonly string[]): JsonSchema => ({
  anyOf: [
    reference('text', names),
    {
      type: 'object',
      required: ['other'],
      properties: Object.fromEntries(
        CATEGORIES.map((category) => [category, reference(category === 'other' ? 'text' : 'form', names)]),
      ),
      additionalProperties: false,
    },
  ],
});

/** One line of text without markup and with these placeholders. */
function textSchema(names: readonly string[], required: readonly string[]): JsonSchema {
  const pattern = [
    '(?![^]*</?\\w)',
    `(?![^]*\\{${names.map((name) => `(?!${name}\\})`).join('')}\\w+\\})`,
    ...required.map((name) => `(?=[^]*\\{${name}\\})`),
    `\\s*\\S(?:[^\\n\\r]{0,${MAX_TEXT - 2}}\\S)?\\s*`,
  ].join('');
  const placeholders = names.length === 0 ? 'without placeholders' : `with ${listPlaceholders(names)}`;
  return {
    ...matching(pattern, `one line of text ${placeholders}`),
    ...(required.length === 0 ? { type: SCALAR } : {}),
  };
}
