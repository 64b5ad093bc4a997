import { strings } from '../../i18n/strings.ts';
import { lazyComponent } from '../../states/lazy-component.tsx';
import { ArticleSkeleton } from '../../states/skeleton.tsx';

/** Lazy, because an article that only links to its original has no body. */
export const articleBody = lazyComponent('article-body', () => import('./article-body.tsx'), {
  fallback: <ArticleSkeleton />,
  title: strings.failed.story,
});
