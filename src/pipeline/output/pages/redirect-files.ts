import { articlePath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import { publicUrl } from '../../settings/public-url.ts';
import { hashOf } from '../../util/hash.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';
import { lazyFile, type OutputFile } from '../files/output-file.ts';

/** A page for each former path, which redirects to the article without JavaScript and without other files. */
export function* redirectFiles({ redirects, serializer, settings: { site } }: BuiltEdition): Generator<OutputFile> {
  for (const { file, article } of redirects) {
    const to = articlePath(article.slug);
    yield lazyFile({
      path: file,
      version: () => hashOf([article.version, to, site.basePath, site.address ?? '', site.language].join('\n')),
      body: () => {
        const { title, lang = site.language } = JSON.parse(serializer.summary(article)) as Summary;
        const canonical = site.address === undefined ? undefined : publicUrl(site, to);
        return redirectPage({ title, lang, url: site.basePath + to.slice(1), canonical });
      },
    });
  }
}

interface RedirectPage {
  title: string;
  lang: string;
  /** The path of the article on the same host. */
  url: string;
  canonical: string | undefined;
}

/** The policy is directly after the charset, because it does not apply to elements before it. */
function redirectPage({ title, lang, url, canonical }: RedirectPage): string {
  return [
    `<!doctype html><html lang="${escapeAttribute(lang)}" dir="${textDirection(lang)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`,
    `<title>${escapeAttribute(title)}</title><meta name="robots" content="noindex">`,
    canonical === undefined ? '' : `<link rel="canonical" href="${escapeAttribute(canonical)}">`,
    `<meta http-equiv="refresh" content="0; url=${escapeAttribute(url)}"></head>`,
    `<body><p><a href="${escapeAttribute(url)}">${escapeAttribute(title)}</a></p></body></html>\n`,
  ].join('');
}
