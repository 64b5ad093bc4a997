import { lazyPage } from '../navigation/lazy-page.tsx';
import type { Route } from '../navigation/routes.ts';

/* Pages that are not part of the first load, each named after its route. */

export const articlePage = lazyPage('article-page', () => import('./article-page.tsx'));
export const archivePage = lazyPage('archive-page', () => import('./archive-page.tsx'));
export const settingsPage = lazyPage('settings-page', () => import('./settings-page.tsx'));

/** Only in the browser: no filter is pre-rendered. */
export const filterPage = lazyPage('filter-page', () => import('./filter-page.tsx'));

export const lazyPages = [articlePage, archivePage, settingsPage];

/** The page of a route, if its code is not part of the first load. */
export const lazyPageOf = (page: Route['page']) => lazyPages.find(({ module }) => module === `${page}-page`);
