import { lazyPage } from '../navigation/lazy-page.tsx';

/** What is said of what is not there: it comes when that is known. */
export const notFound = lazyPage('not-found', () => import('./not-found.tsx'));
