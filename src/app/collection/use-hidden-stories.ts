import { useContext, useEffect, useState } from 'react';
import { hasFilter } from '../../model/addresses/routes.ts';
import type { Summary } from '../../model/article.ts';
import { useTools } from '../article/tools/use-tools.ts';
import { ShownSearch } from '../navigation/use-route.ts';
import { dropFirstPaintRules } from '../reader/state/local-record.ts';
import { valuesOf } from '../reader/state/reader-state.ts';
import { useReader } from '../reader/state/use-reader.ts';
import { isHydrating } from './use-incremental-list.ts';

/** What a list needs to leave out the stories that the reader hides. */
interface HiddenStories {
  /** Whether a story is hidden. `undefined` if none is. */
  isHidden: ((story: Summary) => boolean) | undefined;
  /**
   * Whether hidden stories stay in the list, out of sight: their removal would change the layout of a painted page. With
   * hidden words the pre-rendered list is not painted.
   */
  isKept: boolean;
  show: () => void;
}

export function useHiddenStories(): HiddenStories {
  const rules = useReader('hidden');
  const tools = useTools();
  const shownSearch = useContext(ShownSearch);
  const [isShown, setIsShown] = useState(false);
  const [isPrerendered] = useState(isHydrating);
  const hasWords = [...rules.keys()].some((id) => id.startsWith('word:'));
  useEffect(() => {
    // While hydrating `rules` is empty.
    if (!tools && valuesOf('hidden').size > 0) return;
    dropFirstPaintRules();
    // While hydrating, the list is that of the address without a query.
    if (shownSearch === location.search && !hasFilter(shownSearch)) delete document.documentElement.dataset.filtered;
  }, [tools, shownSearch]);
  return {
    isHidden: isShown ? undefined : tools?.hiddenTest(rules),
    isKept: isPrerendered && !hasWords,
    show: () => setIsShown(true),
  };
}
