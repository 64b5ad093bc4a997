import { lazyComponent } from '../../navigation/lazy-component.tsx';

/** Lazy, because an article that only links to its original has no body. */
export const articleBody = lazyComponent('article-body', () => import('./article-body.tsx'));
