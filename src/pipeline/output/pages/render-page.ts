import { frontPath } from '../../../model/addresses/permalinks.ts';
import type { Article, Summary } from '../../../model/article.ts';
import type { CollectionArchivePage, CollectionId, EventData, SiteInfo } from '../../../model/edition.ts';
import { type AppServer, type PageData, SITE_INFO } from '../../../model/page.ts';
import type { Settings } from '../../settings/settings.ts';
import { splitTemplate } from './fill-template.ts';
import { jsonScript } from './json-script.ts';
import { packJson } from './pack-json.ts';
import { type PageSubject, pageHead } from './page-head.ts';
import { structuredData } from './structured-data.ts';
import { preloadModules, type Template } from './template.ts';

/** What all pages of a site share, as data that can be sent to another thread. */
export interface PageContext {
  template: Template;
  settings: Settings;
  siteInfo: SiteInfo;
}

/** A page to render, as data that can be sent to another thread. */
export interface PageRequest {
  /** The path relative to the base path. `undefined` for `404.html`, which starts the app at any other address. */
  address: string | undefined;
  subject: SubjectKind;
  /** The files of the edition that the page shows: their paths and their JSON. The subject is in the first one. */
  data: readonly (readonly [path: string, json: string])[];
}

/** What the metadata of a page describe: an article, a list of articles, the page of a collection, an event, or nothing. */
export type SubjectKind =
  | { kind: 'article' }
  | { kind: 'list' }
  | { kind: 'event' }
  | { kind: 'collection'; id: CollectionId }
  | { kind: 'hidden' };

/** Returns a function that renders a page as HTML with its data. */
export function createPageRenderer(
  app: AppServer,
  { template, settings, siteInfo }: PageContext,
): (request: PageRequest) => string {
  const siteInfoText = packJson(siteInfo);
  const { site } = settings;
  const fill = splitTemplate(template.html, site);
  return ({ address, subject: kind, data }) => {
    const values = data.map(([, json]): unknown => JSON.parse(json));
    const pageData: PageData = Object.fromEntries(data.map(([path], index) => [path, values[index]]));
    pageData[SITE_INFO] = siteInfo;
    const { head, root, modules } =
      address === undefined ? app.renderSpaFallback(pageData) : app.renderPage(address, pageData);
    const subject = subjectOf(kind, values[0]);
    const texts = data.map(([path], index): [string, string] => [path, packJson(shownPart(values[index]))]);
    // The front page contains the whole edition, which includes the site info.
    if (address !== frontPath) texts.unshift([SITE_INFO, siteInfoText]);
    return fill({
      head: head + preloadModules(template, modules) + pageHead({ settings, address, head, subject }),
      root,
      end: dataScript(joinObject(texts), address) + structuredData({ site, subject }),
    });
  };
}

function subjectOf(subject: SubjectKind, value: unknown): PageSubject {
  if (subject.kind === 'hidden') return { isHidden: true };
  if (subject.kind === 'article') return { article: value as Article };
  if (subject.kind === 'event') return { event: value as EventData, list: (value as EventData).reports };
  const list: Summary[] = (value as CollectionArchivePage).articles;
  return subject.kind === 'list' ? { list } : { list, collection: subject.id };
}

/** The part of a file that a page shows: the cards of related stories have no excerpts. */
function shownPart(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('related' in value)) return value;
  const { related } = value as Article;
  return { ...value, related: related.map((story) => ({ ...story, excerpt: undefined })) };
}

/** Joins keys and values that are JSON already to a JSON object. */
const joinObject = (entries: readonly (readonly [key: string, json: string])[]): string =>
  `{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;

/** The data of a page, as a script element. `404.html` has no address. */
const dataScript = (json: string, address?: string): string =>
  jsonScript(json, { id: 'page-data', ...(address === undefined ? {} : { 'data-address': address }) });
