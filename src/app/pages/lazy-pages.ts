import { lazyComponent } from '../navigation/lazy-component.tsx';
import type { Route } from '../navigation/routes.ts';

/* The pages that are not part of the first load. Their modules are named after their routes. */

export const articlePage = lazyComponent('article-page', () => import('./article-page.tsx'));
export const archivePage = lazyComponent('archive-page', () => import('./archive-page.tsx'));
export const settingsPage = lazyComponent('settings-page', () => import('./settings/settings-page.tsx'));
export const searchPage = lazyComponent('search-page', () => import('./search/search-page.tsx'));
export const readerPage = lazyComponent('reader-page', () => import('./reader/reader-page.tsx'));

/** Not in `lazyPages`: it is never pre-rendered. */
export const filterPage = lazyComponent('filter-page', () => import('./filter-page.tsx'));

export const lazyPages = [articlePage, archivePage, settingsPage, searchPage, readerPage];

/** The page of a route, if it is lazy. */
export const lazyPageOf = (page: Route['page']) =>
  lazyPages.find(({ module }) => module === `${page}-page`) ?? (isReaderPage(page) ? readerPage : undefined);

const isReaderPage = (page: Route['page']): boolean => page === 'hidden' || page === 'saved' || page === 'following';
