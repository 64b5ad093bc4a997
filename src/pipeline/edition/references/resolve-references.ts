import path from 'node:path';
import { articlePath, frontPath } from '../../../model/addresses/permalinks.ts';
import type { Site } from '../../../model/site.ts';
import type { ArticleRecord } from '../../content/cache/article-record.ts';
import type { DeferredDiagnostic } from '../../content/locate-deferred.ts';
import { bodyId } from '../../content/markdown/tree/body-ids.ts';
import type { BodyReference } from '../../content/normalize/fields/body-reference.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Page, PageIndex } from './page-index.ts';

/** The attribute of a resolved link, see `BodyElement`. */
export type ResolvedLink = { to: string } | { href: string };

/** An article, or the setting `field` of the file, whose text has links. */
export interface Referrer extends Pick<ArticleRecord, 'file' | 'references'> {
  /** Absent for a text that is on all pages. */
  slug?: string;
  field?: string;
}

/** The links of texts to pages of this site. */
export interface References {
  /** The links of a text, by index. `undefined` for a link that leads nowhere and becomes text. */
  of: (referrer: Referrer) => (ResolvedLink | undefined)[];
  diagnostics: DeferredDiagnostic[];
}

interface ReferencesInput {
  articles: readonly ArticleRecord[];
  /** The texts that are no articles. */
  others: readonly Referrer[];
  /** Called only if there are references. */
  pages: () => PageIndex;
  site: Site;
}

/** Resolves the references of all texts. A link that leads nowhere is a warning. */
export function resolveReferences({ articles, others, pages, site }: ReferencesInput): References {
  const resolved = new Map<Referrer, (ResolvedLink | undefined)[]>();
  const diagnostics: DeferredDiagnostic[] = [];
  for (const referrer of [...articles, ...others]) {
    const { references = [] } = referrer;
    if (references.length === 0) continue;
    const links = references.map((reference) => resolveReference(reference, referrer, pages(), site));
    resolved.set(referrer, links);
    for (const [index, reference] of references.entries())
      if (!links[index]) diagnostics.push(brokenLinkWarning(referrer, reference));
  }
  return { of: (referrer) => resolved.get(referrer) ?? [], diagnostics };
}

/** A link of a text. The location of the reference is not needed. */
export function resolveReference(
  reference: Omit<BodyReference, 'line' | 'column'>,
  from: Referrer,
  pages: PageIndex,
  { basePath }: Site,
): ResolvedLink | undefined {
  const { target, isName, fallback } = reference;
  const page =
    firstOf(filePaths(reference, from), pages.byFile) ??
    firstOf(sitePaths(target, from, basePath), pages.byPath) ??
    (isName ? pages.byName(target, from.file) : undefined);
  if (page) return linkTo(page, reference, from);
  return fallback === undefined ? undefined : { href: fallback };
}

function linkTo(page: Page, { fragment }: Pick<BodyReference, 'fragment'>, from: Referrer): ResolvedLink {
  if ('path' in page) return { to: page.path };
  if ('file' in page) return { href: page.file };
  const hash = fragment === '' ? '' : `#${bodyId(fragment)}`;
  return page.article === from && hash !== '' ? { href: hash } : { to: articlePath(page.article.slug) + hash };
}

function firstOf(paths: readonly string[], find: (path: string) => Page | undefined): Page | undefined {
  for (const each of paths) {
    const page = find(each);
    if (page) return page;
  }
  return undefined;
}

/** Folders in which other programs keep their content. Paths of theirs begin below it. */
const CONTENT_FOLDERS = [
  '',
  'content',
  'content/blog',
  'src/content',
  'docs',
  'blog',
  '_posts',
  'posts',
  'source',
  'source/_posts',
];

/** The paths of content files that a reference may mean, relative to the root, without extension. */
function filePaths({ target, isName, fallback }: Omit<BodyReference, 'line' | 'column'>, { file }: Referrer): string[] {
  if (target === '' || fallback !== undefined) return [];
  const name = target.replace(/\/$/, '').replace(/\.(?:md|markdown|mdx|html?)$/i, '');
  const below = CONTENT_FOLDERS.map((folder) => path.posix.join(folder, name));
  const beside = path.posix.join(path.posix.dirname(file), name);
  const paths = target.startsWith('/') ? below : [beside, ...(isName ? below : [])];
  return paths.map((each) => each.replace(/^\//, '')).filter((each) => !each.startsWith('..'));
}

/** The paths of pages that a reference may mean: an address may be relative to the page that has the link. */
function sitePaths(target: string, { slug }: Referrer, basePath: string): string[] {
  if (target.startsWith('/')) {
    const isBelowBase = target.startsWith(basePath) || `${target}/` === basePath;
    const paths = isBelowBase && basePath !== '/' ? [`/${target.slice(basePath.length)}`, target] : [target];
    // Other systems have no folder `articles/`.
    return [...paths, `/articles${target}`];
  }
  const address = slug === undefined ? frontPath : decodeURIComponent(articlePath(slug));
  return target === '' ? [] : [path.posix.join(address, target)];
}

function brokenLinkWarning({ file, field }: Referrer, { target, line, column }: BodyReference): DeferredDiagnostic {
  return {
    file,
    ...(field === undefined ? { names: [], location: { line, column } } : { names: [field] }),
    severity: 'warning',
    code: 'bad-link',
    message: `Expected a link to an article or a file of this site, found ${quote(target)}; only its text is shown.`,
    hint: 'A path is relative to the file that contains it, or to the content folder if it begins with `/`.',
  };
}
