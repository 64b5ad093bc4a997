import { articlePath, eventPath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import { MIN_EVENT_REPORTS } from '../../../model/edition.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { BuiltEdition } from '../../edition/build-edition.ts';
import { indexEvents, slugOfEvent } from '../../edition/coverage/news-event.ts';
import { publicUrl } from '../../settings/public-url.ts';
import { hashOf } from '../../util/hash.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';
import { lazyFile, type OutputFile } from '../files/output-file.ts';

/** A page for each former path, which redirects to the article without JavaScript and without other files. */
export function* redirectFiles(built: BuiltEdition): Generator<OutputFile> {
  for (const { file, article } of built.redirects) yield redirectFile(built, file, article, articlePath(article.slug));
}

/**
 * A redirect for each page of an event that the output folder still has from an earlier build: to the event that has its
 * article now, else to the article. `leftFiles` are the files that this build has not written.
 */
export function* formerEventFiles(built: BuiltEdition, leftFiles: readonly string[]): Generator<OutputFile> {
  const former = new Map(
    leftFiles.flatMap((file): [string, string][] => {
      const slug = EVENT_PAGE.exec(file)?.[1];
      return slug === undefined ? [] : [[slug, file]];
    }),
  );
  if (former.size === 0) return;
  const eventOf = indexEvents(built.events.filter(({ reports }) => reports.length >= MIN_EVENT_REPORTS));
  for (const article of [...built.articles, ...built.unlisted]) {
    const file = former.get(article.slug);
    if (file === undefined) continue;
    const event = eventOf(article);
    // It opens through `404.html`: few pages are written as HTML.
    if (event && slugOfEvent(event) === article.slug) continue;
    yield redirectFile(built, file, article, event ? eventPath(slugOfEvent(event)) : articlePath(article.slug));
  }
}

const EVENT_PAGE = /^events\/(.+)\/index\.html$/;

/** A page that redirects to another one, whose title is that of an article. */
const redirectFile = (
  { serializer, settings: { site } }: BuiltEdition,
  path: string,
  article: ArticleRecord,
  to: string,
): OutputFile =>
  lazyFile({
    path,
    version: () => hashOf([article.version, to, site.basePath, site.address ?? '', site.language].join('\n')),
    body: () => {
      const { title, lang = site.language } = JSON.parse(serializer.summary(article)) as Summary;
      const canonical = site.address === undefined ? undefined : publicUrl(site, to);
      return redirectPage({ title, lang, url: site.basePath + to.slice(1), canonical });
    },
  });

interface RedirectPage {
  title: string;
  lang: string;
  /** The path of the page on the same host. */
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
