import { lazyComponent } from '../../states/lazy-component.tsx';

/** Lazy, because few articles have a video. */
export const videoPlayer = lazyComponent('video-player', () => import('./video-player.tsx'), {
  fallback: <div className="figure video" />,
});
