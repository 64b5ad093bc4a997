import { strings } from '../../i18n/strings.ts';
import { lazyComponent } from '../../states/lazy-component.tsx';
import { ListSkeleton } from '../../states/skeleton.tsx';

/** Lazy, because not every paper has events or scores. */
export const topStories = lazyComponent('top-stories', () => import('./top-stories.tsx'), {
  fallback: <ListSkeleton />,
  title: strings.failed.stories,
});
