import { useEffect, useState } from 'react';
import type { Summary } from '../../../model/article.ts';

/** What a list that the service worker has kept says of an article. `undefined` while it is searched, and without one. */
export function useKeptSummary(slug: string, isNeeded: boolean): Summary | undefined {
  const [summary, setSummary] = useState<Summary>();
  useEffect(() => {
    if (!isNeeded) return;
    import('../../data/kept-files.ts').then(({ findKeptSummary }) => findKeptSummary(slug)).then(setSummary, () => {});
  }, [slug, isNeeded]);
  return summary;
}
