import type { QueryClient } from '@tanstack/react-query';
import { EDITION_FILE } from '../../model/edition-files.ts';
import { withBasePath } from '../data/base-path.ts';
import { TIME_LIMIT_MS } from '../data/fetch-json.ts';
import { isLineUp, onCopy, onLineChange, reportLine } from '../data/line.ts';
import { strings } from '../i18n/strings.ts';
import { createLoader } from './create-loader.ts';
import { showLastingNotice } from './notice.ts';
import { retryFailed } from './retry-failed.ts';
import { whenLoaded } from './when-loaded.ts';

const MIN_DELAY_MS = 2000;
const MAX_DELAY_MS = 30_000;

/**
 * Says when the server cannot be reached, asks it again from time to time, and fetches what has failed when it answers.
 * Events of the browser about its network only trigger a request.
 */
export function watchLine(client: QueryClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = MIN_DELAY_MS;
  const probe = async (): Promise<void> => {
    clearTimeout(timer);
    const init = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(TIME_LIMIT_MS) } as const;
    reportLine(
      await fetch(withBasePath(EDITION_FILE), init).then(
        () => true,
        () => false,
      ),
    );
    // Just after the network is lost, a request may still be answered.
    if (!isLineUp() || !navigator.onLine) probeLater();
    delay = Math.min(delay * 2, MAX_DELAY_MS);
  };
  const probeLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(probe, delay);
  };
  const probeIfDown = (): void => {
    if (!isLineUp()) void probe();
  };
  const showState = (): void =>
    showLastingNotice(isLineUp() ? '' : strings.failureReasons[navigator.onLine ? 'unreachable' : 'offline']);
  onLineChange(() => {
    delay = MIN_DELAY_MS;
    showState();
    if (isLineUp()) void retryFailed(client);
    else probeLater();
  });
  const copiesLoader = createLoader(() => import('./follow-copies.ts'));
  let isFollowing = false;
  onCopy(() => {
    if (isFollowing) return;
    isFollowing = true;
    whenLoaded(client, copiesLoader, (module) => module.followCopies(client));
  });
  addEventListener('offline', () => void probe().then(showState));
  addEventListener('online', probeIfDown);
  document.addEventListener('visibilitychange', probeIfDown);
}
