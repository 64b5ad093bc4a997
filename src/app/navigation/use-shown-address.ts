import { useLayoutEffect, useState } from 'react';
import { navigationHooks } from './app-link.tsx';
import { isTraversal } from './scroll/scroll-restoration.ts';
import { usePath, useSearch } from './use-route.ts';

/**
 * The address whose page is rendered: the path below the base path, and the query with its `?`. It follows the address of
 * the browser by a frame: a list must not delay the paint of the control that was pressed. Back and forward render at
 * once.
 */
export function useShownAddress(): string {
  const address = usePath() + useSearch();
  const [shown, setShown] = useState(address);
  useLayoutEffect(() => {
    const update = (): void => setShown(address);
    if (isTraversal()) update();
    else navigationHooks.render(update);
  }, [address]);
  return shown;
}
