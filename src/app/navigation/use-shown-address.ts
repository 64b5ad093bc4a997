import { useLayoutEffect, useState } from 'react';
import { TIME_LIMIT_MS } from '../data/fetch-json.ts';
import { strings } from '../i18n/strings.ts';
import { markLate } from '../loading/late.ts';
import { showNotice } from '../loading/notice.ts';
import { navigationHooks } from './app-link.tsx';
import { isTraversal } from './scroll/scroll-restoration.ts';
import { usePath, useSearch } from './use-route.ts';

/** Most pages render sooner. */
const NOTICE_DELAY_MS = 500;

/**
 * The address whose page is rendered: the path below the base path, and the query with its `?`. It follows the address of
 * the browser by a frame: a list must not delay the paint of the control that was pressed. Back and forward render at
 * once. The page before stays until `prepare` has loaded what the next one needs, or has taken too long.
 */
export function useShownAddress(prepare: (address: string) => Promise<unknown> | undefined): string {
  const address = usePath() + useSearch();
  const [shown, setShown] = useState(address);
  useLayoutEffect(() => {
    const update = (): void => setShown(address);
    const waiting = shown === address ? undefined : prepare(address);
    if (!waiting) {
      if (isTraversal()) update();
      else navigationHooks.render(update);
      return;
    }
    let isWaiting = true;
    let hideNotice = (): void => {};
    const noticeTimer = setTimeout(() => {
      hideNotice = showNotice(strings.loading);
    }, NOTICE_DELAY_MS);
    const finish = (): void => {
      if (isWaiting) update();
    };
    const timer = setTimeout(() => {
      markLate();
      finish();
    }, TIME_LIMIT_MS);
    void waiting.then(finish);
    return () => {
      isWaiting = false;
      clearTimeout(timer);
      clearTimeout(noticeTimer);
      hideNotice();
    };
  }, [address, shown, prepare]);
  return shown;
}
