import { deriveAmpCacheUrl } from '../../../model/amp-cache.ts';
import type { Image } from '../../../model/image.ts';
import type { Story } from '../../../model/story.ts';
import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { AllFields } from '../../util/defined.ts';
import type { FrontMatter } from '../front-matter/parse-front-matter.ts';
import type { Context } from './fields/field-context.ts';
import { givenValue, givenValues } from './fields/field-names.ts';
import { readImages } from './fields/images.ts';
import { readProvider } from './fields/provider.ts';
import { describeValue } from './values/describe-value.ts';
import { parseLanguage } from './values/language.ts';
import { readPlainText, readUrlValue } from './values/read-value.ts';

export const MAX_TITLE = 1_000;
export const MAX_EXCERPT = 10_000;
export const MAX_WORD = 100;
const AMP_CACHE_HOST = /(^|\.)(cdn\.ampproject\.org|bing-amp\.com|ampproject\.net)$/;

/** What articles and related stories share: everything but title, date and lead image. */
export type StoryPart = AllFields<Omit<Story, 'title' | 'publishedAt' | 'image'>>;

export function normalizeStory(
  data: FrontMatter,
  path: FieldPath,
  context: Context,
): { part: StoryPart; images: Image[] } {
  const { report } = context;
  const at = (name: string): FieldPath => [...path, name];
  const text = (field: 'excerpt' | 'kind', max: number): string | undefined => {
    const given = givenValue(data, field);
    return given && readPlainText({ value: given.value, path: at(given.name), report }, max);
  };
  const provider = givenValue(data, 'provider');
  const part: StoryPart = {
    kind: text('kind', MAX_WORD)?.toLowerCase() ?? 'article',
    excerpt: text('excerpt', MAX_EXCERPT),
    lang: readLanguage(data, at, context),
    provider: provider && readProvider(provider.value, at(provider.name), context),
    ...readLinks(data, at, context),
  };
  return { part, images: readImages(givenValues(data, 'images'), path, context) };
}

type Links = Pick<StoryPart, 'originUrl' | 'ampUrl' | 'ampCacheUrl'>;

/** The three URLs of a story. The origin URL is the first valid one of those given. */
function readLinks(data: FrontMatter, at: (name: string) => FieldPath, { report }: Context): Links {
  const read = (field: keyof Links): string | undefined => {
    for (const { name, value } of givenValues(data, field)) {
      const url = readUrlValue({ value, path: at(name), report });
      if (url !== undefined) return url;
    }
    return undefined;
  };
  const [originUrl, ampUrl, cacheUrl] = [read('originUrl'), read('ampUrl'), read('ampCacheUrl')];
  const isDerived = cacheUrl !== undefined && ampUrl !== undefined && deriveAmpCacheUrl(ampUrl) === cacheUrl;
  if (cacheUrl !== undefined && !isDerived && !AMP_CACHE_HOST.test(new URL(cacheUrl).hostname)) {
    const message = `Expected an address of a known AMP cache, found ${quote(new URL(cacheUrl).hostname)}; it is linked all the same.`;
    report({ severity: 'warning', path: at('cdnAmpWebUrl'), code: 'unknown-amp-cache', message });
  }
  return { originUrl, ampUrl, ampCacheUrl: isDerived || cacheUrl };
}

/** A story's language where it is not the site's. */
function readLanguage(
  data: FrontMatter,
  at: (name: string) => FieldPath,
  { language, report }: Context,
): string | undefined {
  const given = givenValue(data, 'lang');
  if (!given) return undefined;
  const lang = parseLanguage(given.value);
  if (lang === undefined) {
    const message = `Expected a language such as en or pt-BR, found ${describeValue(given.value)}.`;
    report({ severity: 'warning', path: at(given.name), code: 'bad-language', message });
  }
  return lang?.toLowerCase() === language.toLowerCase() ? undefined : lang;
}
