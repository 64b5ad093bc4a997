import { parseRoute } from '../../model/addresses/routes.ts';
import { isLocalPath } from '../content/images/local-images.ts';
import { didYouMean } from '../content/normalize/names/misspellings.ts';
import { cleanUrl } from '../content/normalize/values/clean-url.ts';
import { describeValue, scalarText } from '../content/normalize/values/describe-value.ts';
import { parseLanguage } from '../content/normalize/values/language.ts';
import { plainText } from '../content/normalize/values/plain-text.ts';
import { asList, isMapping } from '../content/normalize/values/read-value.ts';
import type { FieldPath } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';
import { INTERFACE_LANGUAGES, interfaceLanguageOf, languageNamed } from './interface-language.ts';
import type { InvalidSetting } from './invalid-setting.ts';
import { parseColor } from './look/accent-palette.ts';
import { readTypefaces } from './look/typefaces.ts';
import { readStrings } from './read-strings.ts';
import { type NameplatePaths, OUTPUTS, type OutputName, type SettingValues } from './settings.ts';

type Result = { value: unknown } | InvalidSetting | InvalidSetting[];
/** `root` is the content root. */
type Reader = (value: unknown, root: string) => Result;

const readBoolean = oneOf(true, false);

/** The function that reads and checks the value of each setting. */
export const SETTING_READERS = {
  title: readText,
  description: readText,
  language: readLanguage,
  interfaceLanguage: readInterfaceLanguage,
  strings: readStrings,
  timeZone: readTimeZone,
  address: readSiteAddress,
  logo: readLogo,
  accent: (value) => orInvalid(parseColor(asText(value)), 'an opaque colour of CSS, such as #0a5a48', value),
  icon: (value) => orInvalid(localPath(value), 'the path of a picture in the content folder', value),
  nameplate: readNameplate,
  footer: readFooter,
  credit: oneOf('show', 'hide'),
  links: readLinks,
  repository: readUrl,
  pagesFolder: readFolder,
  articles: readGlobs,
  onError: oneOf('fail', 'skip'),
  unpublished: oneOf('hide', 'show'),
  duplicates: oneOf('newest', 'keep'),
  future: oneOf('show', 'hide'),
  remoteImages: readBoolean,
  strict: readBoolean,
  outputs: readOutputs,
  feedLinks: oneOf('page', 'origin'),
  feedContent: oneOf('excerpt', 'full'),
  pages: readPages,
  search: oneOf('titles', 'bodies', false),
  serviceWorker: readBoolean,
  offline: oneOf('packs', 'off'),
  coverage: oneOf('on', 'strict', 'off'),
  layout: oneOf('cards', 'list', 'headlines'),
  typefaces: readTypefaces,
  order: oneOf('top', 'newest'),
  singleSource: oneOf('show', 'hide'),
  purge: readSlugs,
} satisfies Record<keyof Omit<SettingValues, 'file' | 'omittedOutputs' | 'filesUrl' | 'buildTime'>, Reader>;

export type SettingName = keyof typeof SETTING_READERS;

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTING_READERS, name);

/** Names of languages are well-formed tags, but no language has a code of more than three letters. */
function readLanguage(value: unknown): { value: string } | InvalidSetting {
  const language = parseLanguage(value);
  const isCode = language !== undefined && /^[a-z]{2,3}(?:-|$)/.test(language);
  const code = isCode ? undefined : languageNamed(asText(value));
  return {
    ...orInvalid(isCode ? language : undefined, 'the tag of a language such as en or pt-BR', value),
    ...defined('hint', code && `Did you mean \`${code}\`?`),
  };
}

function readInterfaceLanguage(value: unknown): { value: string } | InvalidSetting {
  const language = parseLanguage(value);
  const isKnown = language !== undefined && interfaceLanguageOf(language) !== undefined;
  return orInvalid(isKnown ? language : undefined, `one of ${INTERFACE_LANGUAGES.join(', ')}`, value);
}

function readText(value: unknown): { value: string } | InvalidSetting {
  const text = typeof value === 'string' ? plainText(value) : '';
  return text === '' ? { reason: `expected text, found ${describeValue(value)}` } : { value: text };
}

/** It is in every page. */
export const MAX_FOOTER = 2_000;

function readFooter(value: unknown): { value: string } | InvalidSetting {
  const text = asText(value);
  if (text.length <= MAX_FOOTER) return orInvalid(text.trim() || undefined, 'text in Markdown', value);
  const [most, found] = [MAX_FOOTER, text.length].map((length) => length.toLocaleString('en'));
  return { reason: `expected at most ${most} characters, found ${found}` };
}

function readUrl(value: unknown): { value: string } | InvalidSetting {
  const result = cleanUrl(value);
  return 'url' in result ? { value: result.url } : result;
}

/** A path relative to the content root, or a URL. */
function readLogo(value: unknown): { value: string } | InvalidSetting {
  if (typeof value === 'string' && isLocalPath(value)) return { value };
  const result = cleanUrl(value);
  return 'url' in result ? { value: result.url.replace(/^http:/, 'https:') } : result;
}

const localPath = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && isLocalPath(value) ? value : undefined;

/** A path, or one for each theme. */
function readNameplate(value: unknown): { value: NameplatePaths } | InvalidSetting | InvalidSetting[] {
  const themes = isMapping(value) ? Object.entries(value) : [['light', value] as const];
  const invalid = themes.flatMap(([theme, path]): InvalidSetting[] => {
    const at = isMapping(value) ? { path: [theme] } : {};
    if (theme !== 'light' && theme !== 'dark')
      return [{ reason: `expected \`light\` or \`dark\`, found ${describeValue(theme)}`, ...at }];
    if (localPath(path) !== undefined) return [];
    return [{ reason: `expected the path of a picture in the content folder, found ${describeValue(path)}`, ...at }];
  });
  const { light, dark } = Object.fromEntries(themes) as Partial<NameplatePaths>;
  if (invalid.length > 0) return invalid;
  return light === undefined
    ? { reason: 'expected a picture for the light theme in `light`, found only one for the dark theme' }
    : { value: { light, ...defined('dark', dark) } };
}

function readTimeZone(value: unknown): { value: string } | InvalidSetting {
  try {
    return { value: new Intl.DateTimeFormat('en', { timeZone: asText(value) }).resolvedOptions().timeZone };
  } catch {
    return { reason: `expected a time zone such as Europe/Berlin, found ${describeValue(value)}` };
  }
}

/** The path of a site. */
export const SITE_PATH = /^\/(?!\/)(?:(?!\.\.)[\w\-./~%])*$/;

/** A full URL, or only its path. The result ends with a slash. */
function readSiteAddress(value: unknown): { value: string } | InvalidSetting {
  const text = asText(value).trim();
  if (SITE_PATH.test(text)) return { value: text.replace(/\/*$/, '/') };
  const result = cleanUrl(value);
  if (!('url' in result)) return { ...result, reason: `${result.reason}; a path such as /paper/ is also allowed` };
  const { origin, pathname } = new URL(result.url);
  return { value: origin + pathname.replace(/\/*$/, '/') };
}

/** A path of the site, or the file of a page; which of them exist is known later. */
export const OWN_LINK = /^\/(?![/\\])|^[^:]+\.(?:md|markdown)$/i;

function readLinks(value: unknown): { value: Record<string, string> } | InvalidSetting | InvalidSetting[] {
  if (!isMapping(value))
    return {
      reason: `expected names with URLs, paths or files of pages, such as \`about: https://…\`, found ${describeValue(value)}`,
    };
  const links: Record<string, string> = {};
  const invalid: InvalidSetting[] = [];
  for (const [name, url] of Object.entries(value)) {
    const isOwn = typeof url === 'string' && OWN_LINK.test(url);
    const result = isOwn ? { url } : cleanUrl(url);
    if ('url' in result) links[plainText(name)] = result.url;
    else invalid.push({ ...result, path: [name] });
  }
  return invalid.length > 0 ? invalid : { value: links };
}

function readFolder(value: unknown): { value: string } | InvalidSetting {
  const folder = asText(value)
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^\.\/|\/+$/g, '');
  const isInside =
    folder !== '' && !folder.startsWith('/') && folder.split('/').every((name) => !/^(?:\.|$)/.test(name));
  return orInvalid(isInside ? folder : undefined, 'a folder inside the content folder, such as pages', value);
}

export const MAX_GLOB = 1_000;

function readGlobs(value: unknown): { value: string[] } | InvalidSetting[] {
  const globs: string[] = [];
  const invalid: InvalidSetting[] = [];
  for (const [index, item] of asList(value).entries()) {
    if (typeof item === 'string' && item !== '' && item.length <= MAX_GLOB) globs.push(item);
    else
      invalid.push({
        reason: `expected a pattern such as news/*.md, found ${describeValue(item)}`,
        path: indexPath(value, index),
      });
  }
  return invalid.length > 0 ? invalid : { value: globs };
}

/** Slugs, or addresses of articles. */
function readSlugs(value: unknown): { value: string[] } | InvalidSetting[] {
  const slugs: string[] = [];
  const invalid: InvalidSetting[] = [];
  for (const [index, item] of asList(value).entries()) {
    const slug = slugIn(asText(item).trim().normalize('NFC'));
    if (slug !== undefined) slugs.push(slug);
    else
      invalid.push({
        reason: `expected the slug of an article, such as 2026/11/name, found ${describeValue(item)}`,
        path: indexPath(value, index),
      });
  }
  return invalid.length > 0 ? invalid : { value: slugs };
}

/** The slug in an address, which begins with a scheme or a slash, or the text itself. */
function slugIn(text: string): string | undefined {
  if (!/^(?:https?:\/)?\//.test(text)) return text === '' ? undefined : text;
  const [, path = ''] = /\/articles(\/[^?#]+)/.exec(text) ?? [];
  const route = parseRoute(`/articles${path}`);
  return route.page === 'article' ? route.slug : undefined;
}

const indexPath = (value: unknown, index: number): FieldPath => (Array.isArray(value) ? [index] : []);

function readOutputs(value: unknown): { value: OutputName[] } | InvalidSetting[] {
  const list = asList(value);
  const invalid = list.flatMap((item, index): InvalidSetting[] => {
    if (OUTPUTS.some((output) => output === item)) return [];
    const reason = `expected ${OUTPUTS.slice(0, -1).join(', ')} or ${OUTPUTS.at(-1)}, found ${describeValue(item)}`;
    return [{ reason, path: indexPath(value, index), ...defined('hint', didYouMean(asText(item), OUTPUTS)) }];
  });
  return invalid.length > 0 ? invalid : { value: OUTPUTS.filter((output) => list.includes(output)) };
}

/** A number of article pages. */
export const NEWEST = /^newest (\d{1,7})$/;

function readPages(value: unknown): { value: 'all' | number } | InvalidSetting {
  if (value === 'all') return { value };
  const count = NEWEST.exec(asText(value))?.[1];
  return orInvalid(count === undefined ? undefined : Number(count), '`all` or `newest` with a number', value);
}

/** A word or a boolean that a setting can have. */
export type Word = string | boolean;

/** Reads one of these words. The schema of the setting has the same `words`. */
function oneOf(...words: Word[]): ((value: unknown) => Result) & { words: readonly Word[] } {
  const expected = words.map((word) => `\`${word}\``).join(' or ');
  const read = (value: unknown): Result =>
    orInvalid(
      words.find((word) => String(word) === asText(value)),
      expected,
      value,
    );
  return Object.assign(read, { words });
}

const asText = (value: unknown): string => scalarText(value) ?? '';

const orInvalid = <T>(value: T | undefined, expected: string, found: unknown): { value: T } | InvalidSetting =>
  value === undefined ? { reason: `expected ${expected}, found ${describeValue(found)}` } : { value };
