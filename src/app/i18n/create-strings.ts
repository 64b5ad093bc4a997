import { formatCount } from './format-number.ts';
import type { PluralForms } from './languages/translation.ts';
import { locale } from './locale.ts';
import type { Strings, StringTable } from './string-table.ts';

/** Makes a table usable: texts with placeholders and plural forms become functions. */
export function createStrings<Table extends StringTable>(table: Table): Strings<Table> {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [name, createString(value)]),
  ) as Strings<Table>;
}

type Values = Record<string, string | number>;

function createString(value: StringTable[string]): unknown {
  if (typeof value === 'string') return /\{\w+\}/.test(value) ? (values: Values) => fill(value, values) : value;
  if (!('other' in value)) return createStrings(value);
  const forms = value as PluralForms;
  return (values: Values) => fill(forms[plurals.select(Number(values['count']))] ?? forms.other, values);
}

const plurals = new Intl.PluralRules(locale);

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? formatCount(value) : String(value);
  });
