import { lazyComponent } from './lazy-component.tsx';

/** Loads when a page turns out to be missing. */
export const notFound = lazyComponent('not-found', () => import('./not-found.tsx'));
