import { lazyComponent } from './lazy-component.tsx';

/** Loads when a collection turns out to be empty. */
export const emptyCollection = lazyComponent('empty-collection', () => import('./empty-collection.tsx'));
