import { useLayoutEffect, useState } from 'react';
import { afterPaint } from '../ui/after-paint.ts';
import { isTraversal } from './scroll-restoration.ts';
import { usePath, useSearch } from './use-route.ts';

export interface ShownAddress {
  /** Below the base path. */
  path: string;
  /** The query with its `?`. */
  search: string;
}

/** How the page follows the address. A view transition needs the new page synchronously, so it replaces `render`. */
export const pageUpdates = { render: afterPaint };

/**
 * The address whose page is rendered. It follows the address of the browser after a paint: a list must not delay the paint
 * of the control that was pressed. Back and forward render at once.
 */
export function useShownAddress(): ShownAddress {
  const [path, search] = [usePath(), useSearch()];
  const [shown, setShown] = useState<ShownAddress>({ path, search });
  useLayoutEffect(() => {
    const update = (): void =>
      setShown((current) => (current.path === path && current.search === search ? current : { path, search }));
    if (isTraversal()) update();
    else pageUpdates.render(update);
  }, [path, search]);
  return shown;
}
