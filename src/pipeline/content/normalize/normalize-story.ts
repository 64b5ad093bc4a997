import { deriveAmpCacheUrl } from '../../../model/amp-cache.ts';
import type { Image } from '../../../model/image.ts';
import type { Story } from '../../../model/story.ts';
import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { AllFields } from '../../util/defined.ts';
import type { FieldContext } from './fields/field-context.ts';
import { readStoryImages } from './fields/images.ts';
import { readProvider } from './fields/provider.ts';
import { type FieldIndex, type FieldValue, fieldValue } from './names/index-fields.ts';
import { describeValue } from './values/describe-value.ts';
import { parseLanguage } from './values/language.ts';
import { readPlainText, readUrlValue } from './values/read-value.ts';

export const MAX_TITLE = 1_000;
export const MAX_EXCERPT = 10_000;
/** The maximum length of an excerpt on a card, in characters. */
export const MAX_SUMMARY_EXCERPT = 400;
export const MAX_WORD = 100;
const AMP_CACHE_HOST = /(^|\.)(cdn\.ampproject\.org|bing-amp\.com|ampproject\.net)$/;

/** The fields that articles and related stories share, except title, date and lead image. */
export type StoryPart = AllFields<Omit<Story, 'title' | 'publishedAt' | 'image'>>;

export function normalizeStory(
  fields: FieldIndex,
  path: FieldPath,
  context: FieldContext,
): { part: StoryPart; images: Image[] } {
  // Helpers are functions of the module: this runs for each related story, and each closure has a cost.
  const provider = fieldValue(fields, 'provider');
  const part: StoryPart = {
    kind: readText('kind', MAX_WORD, fields, path, context)?.toLowerCase() ?? 'article',
    excerpt: readText('excerpt', MAX_EXCERPT, fields, path, context),
    lang: readLanguage(fields, path, context),
    provider: provider && readProvider(provider.value, [...path, provider.name], context),
    ...readLinks(fields, path, context),
  };
  return { part, images: readStoryImages(fields, path, context) };
}

function readText(
  field: 'excerpt' | 'kind',
  max: number,
  fields: FieldIndex,
  path: FieldPath,
  { report }: FieldContext,
): string | undefined {
  const found = fieldValue(fields, field);
  return found && readPlainText({ value: found.value, path: [...path, found.name], report }, max);
}

type Links = Pick<StoryPart, 'originUrl' | 'ampUrl' | 'ampCacheUrl'>;

/** Reads the three URLs of a story. For each, the first valid value is used. */
function readLinks(fields: FieldIndex, path: FieldPath, context: FieldContext): Links {
  const originUrl = readLink('originUrl', fields, path, context);
  const ampUrl = readLink('ampUrl', fields, path, context);
  const cacheUrl = readLink('ampCacheUrl', fields, path, context);
  const isDerived = cacheUrl !== undefined && ampUrl !== undefined && deriveAmpCacheUrl(ampUrl) === cacheUrl;
  if (cacheUrl !== undefined && !isDerived && !AMP_CACHE_HOST.test(new URL(cacheUrl).hostname)) {
    const message = `Expected an address of a known AMP cache, found ${quote(new URL(cacheUrl).hostname)}; it is linked anyway.`;
    context.report({ severity: 'warning', path: [...path, 'cdnAmpWebUrl'], code: 'unknown-amp-cache', message });
  }
  return { originUrl, ampUrl, ampCacheUrl: isDerived || cacheUrl };
}

function readLink(
  field: keyof Links,
  fields: FieldIndex,
  path: FieldPath,
  { report }: FieldContext,
): string | undefined {
  for (let found = fieldValue(fields, field); found; found = found.next) {
    const url = readUrlValue({ value: found.value, path: [...path, found.name], report });
    if (url !== undefined) return url;
  }
  return undefined;
}

/** Reads the language of a story; `undefined` if it is the site's language. */
function readLanguage(
  fields: FieldIndex,
  path: FieldPath,
  { file, language, layout, report }: FieldContext,
): string | undefined {
  const found = fieldValue(fields, 'lang') ?? (layout.namesLanguage ? languageInName(file) : undefined);
  if (!found) return undefined;
  const lang = parseLanguage(found.value);
  if (lang === undefined) {
    const message = `Expected a language such as en or pt-BR, found ${describeValue(found.value)}.`;
    report({ severity: 'warning', path: [...path, found.name], code: 'bad-language', message });
  }
  return lang?.toLowerCase() === language.toLowerCase() ? undefined : lang;
}

/** The language in the name of a file: `fair.de.md`. */
function languageInName(file: string): FieldValue | undefined {
  const value = /\.([a-z]{2}(?:-[a-z]{2,4})?)\.[^./]+$/i.exec(file)?.[1];
  return value === undefined ? undefined : { name: 'lang', value };
}
