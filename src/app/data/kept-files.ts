import type { Article, Summary } from '../../model/article.ts';
import type { CollectionArchivePage, CollectionHead, CollectionId } from '../../model/edition.ts';
import { cacheName } from '../../model/offline/caches.ts';
import { parseWith } from './parse-with.ts';

interface KeptFile {
  /** Not percent-encoded. */
  path: string;
  file: unknown;
}

/** A list of stories that the service worker has kept. */
type KeptList = Pick<CollectionHead & CollectionArchivePage, 'articles' | 'lead'>;

/** The articles whose files the service worker has kept, newest first. Those of collections that the reader keeps may be thousands. */
export async function readKeptArticles(): Promise<Summary[]> {
  const parse = ({ path, file }: KeptFile): Promise<Article | undefined> =>
    parseWith(
      ({ parseArticle }) =>
        (value) =>
          parseArticle(value, slugIn(path), undefined),
    )(file);
  const articles = await Promise.all((await readKept('data', 'data/articles/')).map(parse));
  return articles
    .filter((article) => article !== undefined)
    .filter(({ isPage }) => !isPage)
    .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
}

/** A list of stories whose newest ones the service worker has kept. */
export interface KeptCollection {
  id: CollectionId;
  /** Without one: all stories. */
  name?: string | undefined;
}

export async function readKeptCollections(): Promise<KeptCollection[]> {
  const parse = parseWith(({ parseHead }) => parseHead);
  const heads = (await readLists()).filter(({ path }) => path.endsWith('/head.json'));
  const collections = await Promise.all(
    heads.map(async ({ path, file }): Promise<KeptCollection[]> => {
      const head = await parse(file);
      const [, , kind, key = ''] = path.split('/');
      if (head?.topic) return [{ id: { kind: 'topic', slug: key }, name: head.topic.name }];
      if (head?.provider) return [{ id: { kind: 'provider', domain: key }, name: head.provider.name }];
      return head && kind === 'all' ? [{ id: { kind } }] : [];
    }),
  );
  return collections.flat();
}

/** What a kept list says of an article whose own file was not kept. */
export async function findKeptSummary(slug: string): Promise<Summary | undefined> {
  for (const { path, file } of await readLists()) {
    const parse = parseWith<KeptList | undefined>(({ parseHead, parseArchivePage }) =>
      path.endsWith('/head.json') ? parseHead : parseArchivePage,
    );
    const list = path.endsWith('/positions.json') ? undefined : await parse(file);
    const found = [...(list?.lead ? [list.lead] : []), ...(list?.articles ?? [])].find((each) => each.slug === slug);
    if (found) return found;
  }
  return undefined;
}

const slugIn = (path: string): string => path.slice('data/articles/'.length, -'.json'.length);

/** The lists that were seen, and those that the reader keeps. */
async function readLists(): Promise<KeptFile[]> {
  const [seen, kept] = await Promise.all((['data', 'kept'] as const).map((kind) => readKept(kind, 'data/feeds/')));
  return [...new Map([...(kept ?? []), ...(seen ?? [])].map((file) => [file.path, file])).values()];
}

/** The kept files of a folder. None if the browser has no caches: over http, and where storage is blocked. */
async function readKept(kind: 'data' | 'kept', folder: string): Promise<KeptFile[]> {
  try {
    const base = import.meta.env.BASE_URL;
    const name = cacheName(base, kind);
    if (!(await caches.has(name))) return [];
    const cache = await caches.open(name);
    const requests = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(base + folder));
    return await Promise.all(
      requests.map(async ({ url }) => {
        const path = decodeURIComponent(new URL(url).pathname.slice(base.length));
        const file: unknown = await (await cache.match(url))?.json();
        return { path, file };
      }),
    );
  } catch {
    return [];
  }
}
