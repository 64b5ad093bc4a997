import { lazyPage } from '../lazy-page.tsx';

/* Pages that are not part of the first load. */

export const articlePage = lazyPage(() => import('./article-page.tsx'));
export const archivePage = lazyPage(() => import('./archive-page.tsx'));
export const settingsPage = lazyPage(() => import('./settings-page.tsx'));
