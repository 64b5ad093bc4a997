import type { Site } from '../../model/site.ts';
import { textDirection } from '../../model/text/text-direction.ts';

/** The attributes of an element with text in a language, where they differ from those of the page. */
export function languageAttributes(
  lang: string | undefined,
  site: Pick<Site, 'language'>,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (lang === undefined || lang === site.language) return {};
  const dir = textDirection(lang);
  return dir === textDirection(site.language) ? { lang } : { lang, dir };
}
