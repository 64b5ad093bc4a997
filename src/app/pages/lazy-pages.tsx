import { hasFilter, type Route } from '../../model/addresses/routes.ts';
import { strings } from '../i18n/strings.ts';
import { lazyComponent } from '../states/lazy-component.tsx';
import { ListSkeleton } from '../states/skeleton.tsx';

/* The pages that are not part of the first load. Their modules are named after their routes. */

const options = { fallback: <ListSkeleton />, title: strings.failed.page, headingLevel: 1 } as const;

export const articlePage = lazyComponent('article-page', () => import('./article-page.tsx'), options);
export const eventPage = lazyComponent('event-page', () => import('./event/event-page.tsx'), options);
export const archivePage = lazyComponent('archive-page', () => import('./archive-page.tsx'), options);
export const settingsPage = lazyComponent('settings-page', () => import('./settings/settings-page.tsx'), options);
export const searchPage = lazyComponent('search-page', () => import('./search/search-page.tsx'), options);
export const readerPage = lazyComponent('reader-page', () => import('./reader/reader-page.tsx'), options);

/** Not in `lazyPages`: it is never pre-rendered. */
export const filterPage = lazyComponent('filter-page', () => import('./filter-page.tsx'), options);

export const lazyPages = [articlePage, eventPage, archivePage, settingsPage, searchPage, readerPage];

/** The page of a route and the query of its address, if it is lazy. */
export function lazyPageOf(page: Route['page'], search = '') {
  if (page === 'collection' && hasFilter(search)) return filterPage;
  return lazyPages.find(({ module }) => module === `${page}-page`) ?? (isReaderPage(page) ? readerPage : undefined);
}

const isReaderPage = (page: Route['page']): boolean => page === 'hidden' || page === 'saved' || page === 'following';
