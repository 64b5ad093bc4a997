import type { Feed } from '../model/edition.ts';
import { EDITION_FILE, headFile } from '../model/edition-files.ts';
import type { AppServer, PageData, RenderedPage } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import { textDirection } from '../model/text-direction.ts';

/** A page of the site as a file. */
export interface PageFile {
  /** Below the output folder. */
  path: string;
  html: string;
}

interface RenderPagesInput {
  app: AppServer;
  /** `index.html` as Vite built it, with the marks where a page's parts go. */
  template: string;
  site: Site;
  /** Gives a file of the edition by its path. */
  readFile: (path: string) => unknown;
}

/** Renders every page that is written as HTML: the front page, and the page that starts the app elsewhere. */
export function* renderPages({ app, template, site, readFile }: RenderPagesInput): Generator<PageFile> {
  const all: Feed = { kind: 'all' };
  const frontData = readFiles([EDITION_FILE, headFile(all)], readFile);
  const front = app.renderPage('/', frontData);
  yield { path: 'index.html', html: fillTemplate(template, site, front, pageDataScript(frontData, '/')) };

  const startData = readFiles([EDITION_FILE], readFile);
  const start = app.renderStart(startData);
  const noIndex = { ...start, head: `<meta name="robots" content="noindex">${start.head}` };
  yield { path: '404.html', html: fillTemplate(template, site, noIndex, pageDataScript(startData)) };
}

/** Puts a page's parts into `index.html`. Replaced by function, so that a `$` in a title stays what it is. */
export function fillTemplate(template: string, site: Site, { head, root }: RenderedPage, data = ''): string {
  return template
    .replace(
      /<html lang="[^"]*"/,
      () => `<html lang="${escapeAttribute(site.language)}" dir="${textDirection(site.language)}"`,
    )
    .replace('<!--page-head-->', () => head + descriptionOf(site))
    .replace('<!--page-root-->', () => root)
    .replace('</body>', () => `${data}</body>`);
}

/**
 * The page's data as a JSON block. `<` is escaped, so that no text of a story can end the block or open a comment.
 * Without an address the data belongs to no page in particular.
 */
function pageDataScript(data: PageData, address?: string): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const mark = address === undefined ? '' : ` data-address="${escapeAttribute(address)}"`;
  return `<script type="application/json" id="page-data"${mark}>${json}</script>`;
}

const readFiles = (paths: string[], readFile: (path: string) => unknown): PageData =>
  Object.fromEntries(paths.map((path) => [path, readFile(path)]));

const descriptionOf = ({ description }: Site): string =>
  description ? `<meta name="description" content="${escapeAttribute(description)}">` : '';

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
