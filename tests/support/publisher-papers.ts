import path from 'node:path';
import { type BuiltSite, buildSite } from './build-site.ts';
import { type StaticServer, serveFolder } from './static-server.ts';

/* Papers as publishers make them: only a content folder. */

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/papers');

/** What a browser test expects of a paper. */
export interface PublisherPaper {
  name: string;
  basePath: string;
  /** The language and the direction of its pages. */
  language: string;
  title: string;
  pages: string[];
  /** The number of times that a page names the software. */
  credits: number;
  now: string;
}

export const PAPERS = {
  town: {
    name: 'town',
    basePath: '/zeitung/',
    language: 'de ltr',
    title: 'Ohlenbrücker Stadtblatt',
    pages: ['', 'articles/verkehr/Sperrung der Mühlbrücke/', 'impressum/'],
    credits: 0,
    // More than two days after the newest article: the date in the masthead changes.
    now: '2026-09-23T12:00:00Z',
  },
  gulf: {
    name: 'gulf',
    basePath: '/',
    language: 'ar rtl',
    title: 'صحيفة المرسى',
    pages: ['', 'articles/2026/سفن-كهربائية/', 'من-نحن/'],
    credits: 1,
    now: '2026-10-09T12:00:00Z',
  },
  links: {
    name: 'links',
    basePath: '/',
    language: 'en-GB ltr',
    title: 'The Side Door',
    pages: ['', 'articles/2026/reading-list/'],
    credits: 0,
    now: '2026-11-20T12:00:00Z',
  },
} as const satisfies Record<string, PublisherPaper>;

export const contentOf = ({ name }: PublisherPaper): string => path.join(FOLDER, name);

/** Builds a paper, once per run, and serves it. */
export async function servePaper(paper: PublisherPaper): Promise<{ built: BuiltSite; site: StaticServer }> {
  const built = await buildSite({ CONTENT_DIR: contentOf(paper), BUILD_TIME: paper.now });
  return { built, site: await serveFolder(built.folder, { basePath: paper.basePath }) };
}
