import type { PluralForms } from './languages/translation.ts';

/**
 * A table of interface strings of a language. A text may have placeholders like `{title}`. A text that depends on a
 * number has a form for each plural category of the language; the number is `{count}`.
 */
export interface StringTable {
  readonly [name: string]: string | PluralForms | StringTable;
}

/**
 * What components use of a table: a text, or a function that takes the values of its placeholders. Numbers are formatted
 * in the language.
 */
export type Strings<Table> = Table extends string
  ? [Placeholder<Table>] extends [never]
    ? string
    : (values: Values<Placeholder<Table>>) => string
  : Table extends PluralForms
    ? (values: { readonly count: number } & Values<Exclude<FormPlaceholder<Table>, 'count'>>) => string
    : { readonly [Name in keyof Table]: Strings<Table[Name]> };

type Values<Name extends string> = { readonly [Key in Name]: string | number };

type FormPlaceholder<Forms> = { [Category in keyof Forms]: Placeholder<Forms[Category]> }[keyof Forms];

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;
