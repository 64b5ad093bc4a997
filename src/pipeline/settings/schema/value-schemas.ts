import { common } from '../../../app/i18n/languages/en.ts';
import { ADDRESS_START, anyCase, type JsonSchema } from '../../content/normalize/values/json-schema.ts';
import { INTERFACE_LANGUAGES } from '../interface-language.ts';
import { OWN_LINK, type Word } from '../setting-readers.ts';

/** The types of plain scalars. All of them are text for the pipeline: `title: 1984` is a title. */
export const SCALAR = ['string', 'number', 'boolean'];

/** Text that matches a pattern as a whole. `expected` is for the message of editors that know `patternErrorMessage`. */
export const matching = (pattern: string, expected: string): JsonSchema => ({
  type: 'string',
  pattern: `^(?:${pattern})$`,
  patternErrorMessage: `Expected ${expected}.`,
});

/** The same for text that an editor may take for a number or a boolean. */
export const scalarMatching = (pattern: string, expected: string): JsonSchema => ({
  ...matching(pattern, expected),
  type: SCALAR,
});

/** One of the words of a reader. A boolean may be in quotes. */
export function wordOf({ words }: { words: readonly Word[] }): JsonSchema {
  const booleans = words.filter((word) => typeof word === 'boolean').map(String);
  if (booleans.length === 0) return { enum: words };
  return { anyOf: [{ enum: words }, { type: 'string', pattern: `^(?:${booleans.join('|')})$` }] };
}

/** One value, or a list of values. */
export const someOf = (one: JsonSchema, keywords: JsonSchema = {}): JsonSchema => ({
  anyOf: [one, { type: 'array', items: one, ...keywords }],
});

export const httpUrl = (): JsonSchema => matching(`\\s*${ADDRESS_START}[^]*`, 'an http or https address');

/** A path without a scheme and without a host. */
export const localPath = (): JsonSchema =>
  scalarMatching('(?![A-Za-z][A-Za-z0-9+.\\-]*:|//)[^]+', 'a path in the content folder');

/** A language of the interface. Codes of three letters and more may be other names of these: `deu`. */
export const interfaceLanguage = (): JsonSchema =>
  matching(
    `\\s*(?:${INTERFACE_LANGUAGES.map(anyCase).join('|')}|[A-Za-z]{3,8})(?:[-_][A-Za-z0-9]{1,8})*\\s*`,
    `one of ${INTERFACE_LANGUAGES.join(', ')}`,
  );

/** Links by name. Editors suggest the names that have a text in each language. */
export const footerLinks = (): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(Object.keys(common.siteLinks).map((name) => [name, LINK])),
  additionalProperties: LINK,
});

const LINK = {
  description:
    'A URL, a path of the site, or the file of a page, an article or a file of `public/`; one that leads nowhere is a warning.',
  type: 'string',
  // The pattern has no escapes with letters.
  pattern: `${anyCase(OWN_LINK.source)}|^\\s*${ADDRESS_START}`,
  patternErrorMessage: 'Expected an http or https address, a path of the site, or a file.',
};
