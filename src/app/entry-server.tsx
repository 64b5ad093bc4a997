import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Edition } from '../model/edition.ts';
import { EDITION_FILE } from '../model/edition-files.ts';
import type { AppServer, PageData, RenderedPage } from '../model/page.ts';
import { App } from './app.tsx';
import { createQueries } from './create-queries.ts';
import { seedQueries } from './page-data.ts';
import { StartPage } from './pages/start-page.tsx';

export const renderPage: AppServer['renderPage'] = (address, data) =>
  render(<App queries={seededQueries(data)} serverPath={address} />);

export const renderStart: AppServer['renderStart'] = (data) =>
  render(<StartPage queries={seededQueries(data)} edition={data[EDITION_FILE] as Edition} />);

/** Titles, metas and preloads come before the first element of a rendered page: they belong into its head. */
const HOISTED = /^(?:<(?:link|meta)\b[^>]*>|<title\b[^>]*>[^<]*<\/title>)+/;

function render(page: ReactNode): RenderedPage {
  const html = renderToString(page);
  const [head = ''] = HOISTED.exec(html) ?? [];
  return { head, root: html.slice(head.length) };
}

function seededQueries(data: PageData) {
  const queries = createQueries();
  seedQueries(queries, data);
  return queries;
}
