import { lazyPage } from '../../navigation/lazy-page.tsx';

/** The player, which few articles need: it comes with these. */
export const videoPlayer = lazyPage('video-player', () => import('./video-player.tsx'));
