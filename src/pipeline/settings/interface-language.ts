import * as english from '../../app/i18n/languages/en.ts';
import type { Translation } from '../../app/i18n/languages/translation.ts';

import type { Site } from '../../model/site.ts';
import { primaryLanguage } from '../../model/text/primary-language.ts';
import { textDirection } from '../../model/text/text-direction.ts';
import type { StringOverrides } from './read-strings.ts';
import type { Settings } from './settings.ts';

/** The texts of all parts of the interface, in tables. */
export type InterfaceTexts = Translation<Intl.LDMLPluralRule> | Translation;

/** The settings that texts depend on. */
type TextSettings = { site: Pick<Site, 'language'> } & Pick<Settings, 'interfaceLanguage' | 'strings'>;

/** The languages of the interface besides English, by their ISO 639 codes. */
const LANGUAGES: Record<string, () => Promise<{ default: InterfaceTexts }>> = {
  ar: () => import('../../app/i18n/languages/ar.ts'),
  de: () => import('../../app/i18n/languages/de.ts'),
  es: () => import('../../app/i18n/languages/es.ts'),
  fr: () => import('../../app/i18n/languages/fr.ts'),
  it: () => import('../../app/i18n/languages/it.ts'),
  ja: () => import('../../app/i18n/languages/ja.ts'),
  nl: () => import('../../app/i18n/languages/nl.ts'),
  pl: () => import('../../app/i18n/languages/pl.ts'),
  pt: () => import('../../app/i18n/languages/pt.ts'),
  uk: () => import('../../app/i18n/languages/uk.ts'),
  zh: () => import('../../app/i18n/languages/zh.ts'),
};

/** The codes of all languages of the interface. */
export const INTERFACE_LANGUAGES: readonly string[] = ['en', ...Object.keys(LANGUAGES)];

/** The code of a language by its name, in itself or in English: `Deutsch`, `german`. */
export function languageNamed(name: string): string | undefined {
  const key = name.trim().toLowerCase();
  const nameIn = (code: string, language: string): string | undefined =>
    new Intl.DisplayNames([language], { type: 'language' }).of(code)?.toLowerCase();
  return INTERFACE_LANGUAGES.find((code) => [nameIn(code, code), nameIn(code, 'en')].includes(key));
}

/** The language of the interface. */
export interface InterfaceLanguage {
  /** The BCP 47 tag for `Intl`. Its calendar and its numbering system are those of addresses, in any language. */
  locale: string;
  /** Of elements with texts of the interface, where these are not in the language of the site. */
  interfaceAttributes: LanguageAttributes;
  /** Of elements with content in the language of the site, in an element with `interfaceAttributes`. As empty as those. */
  contentAttributes: LanguageAttributes;
  tables: InterfaceTexts;
}

interface LanguageAttributes {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** Loads the texts of the interface. In a language without texts they are in English. */
export async function loadInterfaceLanguage(settings: TextSettings): Promise<InterfaceLanguage> {
  const { site, interfaceLanguage = site.language, strings = {} } = settings;
  const code = interfaceLanguageOf(interfaceLanguage);
  const language = code === undefined ? 'en' : interfaceLanguage;
  const own = (await LANGUAGES[code ?? 'en']?.())?.default ?? english;
  const isSame = primaryLanguage(language) === primaryLanguage(site.language);
  const dir = textDirection(language);
  const siteDir = textDirection(site.language);
  // Attributes and titles have no element that could be marked.
  const tables = dir === siteDir ? own : isolate(own);
  return {
    locale: new Intl.Locale(language, { calendar: 'gregory', numberingSystem: 'latn' }).toString(),
    interfaceAttributes: isSame ? {} : { lang: language, dir },
    contentAttributes: isSame ? {} : { lang: site.language, dir: siteDir },
    tables: override(tables, strings),
  };
}

/** Isolates the direction of texts from that of the site: <https://www.w3.org/International/questions/qa-bidi-unicode-controls>. */
const isolate = <Table extends object>(table: Table): Table =>
  Object.fromEntries(
    Object.entries(table).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'object' && value !== null ? isolate(value) : `\u2066${String(value)}\u2069`,
    ]),
  ) as Table;

/** Replaces texts. Plural forms are replaced as a whole: another text may need others. */
function override<Table extends object>(table: Table, overrides: StringOverrides): Table {
  const entries = Object.entries(overrides).map(([name, value]) => {
    const own: unknown = table[name as keyof Table];
    const isTable = typeof own === 'object' && own !== null && !('other' in own) && typeof value === 'object';
    return [name, isTable ? override(own, value) : value];
  });
  return { ...table, ...(Object.fromEntries(entries) as Partial<Table>) };
}

/**
 * The language of the interface for the language of a site, or `undefined` if it has no texts. They are in the script that
 * most texts of the language are in.
 */
export function interfaceLanguageOf(tag: string): string | undefined {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (!INTERFACE_LANGUAGES.includes(language)) return undefined;
  return new Intl.Locale(language).maximize().script === script ? language : undefined;
}
