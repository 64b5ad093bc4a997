import path from 'node:path';
import { parseRoute } from '../../../model/addresses/routes.ts';
import type { Site } from '../../../model/site.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { parseReference } from '../../content/markdown/tree/body-links.ts';
import { quote } from '../../diagnostics/quote.ts';
import { publicPath } from '../../settings/public-url.ts';
import type { Settings } from '../../settings/settings.ts';
import { fileAtPath } from '../../util/path-to-file.ts';
import { describeReserved } from '../addresses/reserved-files.ts';
import type { PageIndex } from './page-index.ts';
import { type ResolvedLink, resolveReference } from './resolve-references.ts';

interface SiteLinksInput {
  settings: Settings;
  /** Called only if a link may lead to a page of the site. */
  pages: () => PageIndex;
}

/**
 * Resolves the setting `links`. A link to a page or a file of the site, by its address or its content file, gets the path
 * on the host. Others are URLs and stay. A file that is no page is left out, with a warning; a path that is none stays,
 * with a warning: the host may have something there.
 */
export function resolveSiteLinks({ settings, pages }: SiteLinksInput): {
  site: Site;
  diagnostics: DeferredDiagnostic[];
} {
  const { site, pagesFolder = '', file = 'site.yaml' } = settings;
  const diagnostics: DeferredDiagnostic[] = [];
  const warn = (key: string, message: string): void => {
    diagnostics.push({ file, names: ['links'], key, severity: 'warning', code: 'unknown-page', message });
  };
  const links = Object.entries(site.links ?? {}).flatMap(([name, written]): [string, string][] => {
    const target = targetIn(written, site);
    if (target === undefined) return [[name, written]];
    const link = find(target, [path.posix.join(pagesFolder, file), file], pages(), site);
    if (link) return [[name, urlOf(link, target, site)]];
    if (target !== written || isOther(target, site)) return [[name, hostPath(written, site)]];
    if (target.startsWith('/')) {
      warn(name, `Expected a page or a file of the site, found ${quote(target)}; the link may lead nowhere.`);
      return [[name, hostPath(target, site)]];
    }
    warn(name, `Expected a URL, a path or the file of a page, found ${quote(target)}; the link is left out.`);
    return [];
  });
  return { site: site.links ? { ...site, links: Object.fromEntries(links) } : site, diagnostics };
}

/** A path of the site, also from a full address, or a content file. `undefined` for the URL of another site. */
function targetIn(written: string, { address }: Site): string | undefined {
  if (address !== undefined && `${written}/` === address) return '/';
  if (address !== undefined && written.startsWith(address)) return `/${written.slice(address.length)}`;
  return /^[a-z][a-z0-9+.-]*:/i.test(written) ? undefined : written;
}

/** Finds a page or a file. A path may be relative to each of these files. */
function find(target: string, from: readonly string[], pages: PageIndex, site: Site): ResolvedLink | undefined {
  const reference = parseReference(target);
  for (const file of from) {
    const link = resolveReference(reference, { file }, pages, site);
    if (link) return link;
  }
  return undefined;
}

/** The path on the host, with the query of the target. */
function urlOf(link: ResolvedLink, target: string, site: Site): string {
  const [, query = ''] = /^[^?#]*(\?[^#]*)/.exec(target) ?? [];
  const url = publicPath(site, 'to' in link ? link.to : encodeURI(link.href));
  return url.replace(/(?=#|$)/, () => query);
}

/** Whether a path is of an event or of another output, which are no pages that texts link to. */
function isOther(target: string, site: Site): boolean {
  if (!target.startsWith('/')) return false;
  const below = belowBase(target, site);
  return parseRoute(below).page === 'event' || describeReserved(fileAtPath(parseReference(below).target)) !== undefined;
}

const belowBase = (target: string, { basePath }: Site): string =>
  target.startsWith(basePath) ? `/${target.slice(basePath.length)}` : target;

/** The path on the host of a path with or without the base path. URLs stay. */
const hostPath = (target: string, site: Site): string =>
  target.startsWith('/') ? publicPath(site, belowBase(target, site)) : target;
