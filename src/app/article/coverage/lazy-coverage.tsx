import { lazyComponent } from '../../states/lazy-component.tsx';
import { ArticleSkeleton } from '../../states/skeleton.tsx';

/** Lazy, because most articles are the only report on their event. */
export const coverage = lazyComponent('coverage', () => import('./coverage.tsx'), {
  fallback: (
    <div className="related">
      <ArticleSkeleton />
    </div>
  ),
});
