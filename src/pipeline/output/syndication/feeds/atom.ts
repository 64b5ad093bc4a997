import { collectionPath, eventPath } from '../../../../model/addresses/permalinks.ts';
import type { Author, Summary } from '../../../../model/article.ts';
import { PAGE_SIZE } from '../../../../model/edition.ts';
import { archivePages, pageCount } from '../../../edition/collection.ts';
import { slugOfEvent } from '../../../edition/coverage/news-event.ts';
import { FEED_FORMATS } from '../../../settings/feed-formats.ts';
import { publicUrl } from '../../../settings/public-url.ts';
import type { Output } from '../../files/output-file.ts';
import { prerenderedEvents } from '../../files/prerendered-articles.ts';
import { element, textElement, XML_DECLARATION } from '../shared/xml.ts';
import { type FeedEntry, type FieldWriters, toAuthor, writeFields } from './feed-entry.ts';
import { type FeedDocument, feedFile, newestOf, publicCollections, sourceOf } from './feed-files.ts';
import { MEDIA, mediaContent } from './media-content.ts';

const { file: ATOM_FILE } = FEED_FORMATS.atom;

/**
 * `atom.xml` of each collection. The collection of all articles also has archive feeds of 30 entries, which do not change
 * and link to the previous one. https://www.rfc-editor.org/rfc/rfc4287 and
 * https://www.rfc-editor.org/rfc/rfc5005#section-4
 */
export const atom: Output = function* (built) {
  const { site } = built.settings;
  for (const collection of publicCollections(built)) {
    const source = sourceOf(collection);
    const hasArchive = collection.id.kind === 'all';
    const urlOf = (name: string): string => publicUrl(site, collectionPath(collection.id) + name);
    const previous = (page: number): Link[] =>
      page < 1 ? [] : [{ rel: 'prev-archive', href: urlOf(archiveName(page)) }];
    for (const { page, articles } of hasArchive ? archivePages(collection) : []) {
      const links = [{ rel: 'current', href: urlOf(ATOM_FILE) }, ...previous(page - 1)];
      const write = (document: FeedDocument): string => writeAtom(document, links, element('fh:archive', {}));
      yield feedFile(built, { source, articles, name: archiveName(page), write });
    }
    const links = hasArchive ? previous(pageCount(collection)) : [];
    const write = (document: FeedDocument): string => writeAtom(document, links);
    yield feedFile(built, {
      source,
      articles: newestOf(collection),
      name: ATOM_FILE,
      write,
      version: JSON.stringify(links),
    });
  }
};

/** `atom.xml` of the page of each event, named after its lead. */
export const eventFeeds: Output = function* (built) {
  const { summary, events } = built.serializer;
  for (const event of prerenderedEvents(built)) {
    const { title } = JSON.parse(summary(events.leadOf(event))) as Summary;
    yield feedFile(built, {
      source: { path: eventPath(slugOfEvent(event)), title },
      articles: event.reports
        .map(({ article }) => article)
        .toReversed()
        .slice(0, PAGE_SIZE),
      name: ATOM_FILE,
      write: (document) => writeAtom(document, []),
    });
  }
};

const archiveName = (page: number): string => `archive/${page}/${ATOM_FILE}`;

interface Link {
  rel: string;
  href: string;
}

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  ...MEDIA,
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
};

/** Writes a feed. `extensions` are further elements, as XML. */
function writeAtom(document: FeedDocument, links: readonly Link[], extensions = ''): string {
  const { title, description, language, pageUrl, selfUrl, iconUrl, generator, updatedAt, entries } = document;
  const all = [{ rel: 'self', href: selfUrl }, { rel: 'alternate', href: pageUrl }, ...links];
  const content = [
    textElement('id', pageUrl),
    textElement('title', title),
    description === title ? '' : textElement('subtitle', description),
    ...all.map(({ rel, href }) => element('link', { rel, href })),
    textElement('updated', updatedAt),
    // The author of entries without an author or a provider.
    element('author', {}, textElement('name', title)),
    textElement('icon', iconUrl),
    textElement('generator', generator),
    extensions,
    ...entries.map(writeEntry),
  ];
  return XML_DECLARATION + element('feed', { ...NAMESPACES, 'xml:lang': language }, content.join(''));
}

const ELEMENTS: FieldWriters<string> = {
  id: ({ id }) => textElement('id', id),
  title: ({ title }) => textElement('title', title),
  url: ({ url }) => element('link', { rel: 'alternate', href: url }),
  otherUrl: ({ otherUrl, leadsToOrigin }) =>
    otherUrl === undefined ? '' : element('link', { rel: leadsToOrigin ? 'related' : 'via', href: otherUrl }),
  publishedAt: ({ publishedAt }) => textElement('published', publishedAt),
  updatedAt: ({ updatedAt }) => textElement('updated', updatedAt),
  // The provider is the author of an entry without one.
  provider: ({ provider, authors }) => (provider && !authors ? writeAuthor(toAuthor(provider)) : ''),
  authors: ({ authors = [] }) => authors.map(writeAuthor).join(''),
  topics: ({ topics }) => topics.map((topic) => element('category', { term: topic })).join(''),
  excerpt: ({ excerpt }) => textElement('summary', excerpt),
  contentHtml: ({ contentHtml }) => textElement('content', contentHtml, { type: 'html' }),
  image: mediaContent,
  // Written with `otherUrl`.
  leadsToOrigin: () => '',
  // Written as an attribute of the entry.
  lang: () => '',
};

const writeEntry = (entry: FeedEntry): string =>
  element('entry', { 'xml:lang': entry.lang }, writeFields(ELEMENTS, entry).join(''));

const writeAuthor = ({ name, url }: Author): string =>
  element('author', {}, textElement('name', name) + textElement('uri', url));
