import { lazyComponent } from '../../navigation/lazy-component.tsx';

/** Loads on the first interaction. */
export const sourceLinkItems = lazyComponent('source-link-items', () => import('./source-link-items.tsx'));
