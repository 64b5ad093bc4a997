import { useEffect, useMemo, useState } from 'react';
import type { Summary } from '../../model/article.ts';
import { valuesOf } from '../reader/state/reader-state.ts';

/**
 * The stories of a list that were unread when the reader came to it: stories that are read meanwhile keep their places.
 * `undefined` until the read marks are known. `list` names the list. If only unread stories are not asked for: all.
 */
export function useUnreadStories(
  stories: Summary[] | undefined,
  list: string,
  isActive: boolean,
): Summary[] | undefined {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    if (!isActive) return;
    const open = async (): Promise<unknown> => (await import('../reader/store/reader-store.ts')).openStore();
    // Without the marks all stories are unread.
    void open()
      .catch(() => {})
      .then(() => setIsReady(true));
  }, [isActive]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the marks at the moment at which the list is entered
  const readBefore = useMemo(() => new Set(valuesOf('read').keys()), [list, isReady]);
  return useMemo(() => {
    if (!isActive) return stories;
    return isReady ? stories?.filter(({ slug }) => !readBefore.has(slug)) : undefined;
  }, [stories, isActive, isReady, readBefore]);
}
