import { lazyComponent } from '../../states/lazy-component.tsx';

/** Loads when the data of a page does not. */
export const keptStories = lazyComponent('kept-stories', () => import('./kept-stories.tsx'));
