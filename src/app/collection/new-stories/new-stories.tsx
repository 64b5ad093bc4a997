import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CollectionHead, CollectionId } from '../../../model/edition.ts';
import { headFile } from '../../../model/edition-files.ts';
import { DERIVED, fetchHead, headQuery } from '../../data/queries.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { announce } from '../../layout/announcer.tsx';
import { scrollToTop } from '../../navigation/scroll/scroll-restoration.ts';
import { adoptStyles } from '../../ui/adopt-styles.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './new-stories.css?inline';
import { newStoriesStrings as words } from './new-stories-strings.ts';

adoptStyles(css);

const MINUTE = 60_000;

interface NewStoriesProps {
  collection: CollectionId;
  head: CollectionHead;
}

/** Polls for a newer edition. A button shows its stories: the list never changes by itself. */
export default function NewStories({ collection, head }: NewStoriesProps) {
  const client = useQueryClient();
  const { data: fresh } = useQuery({
    queryKey: [DERIVED, 'fresh', headFile(collection)],
    queryFn: ({ signal }) => fetchHead(collection, signal),
    staleTime: MINUTE,
    refetchOnWindowFocus: true,
    refetchInterval: 5 * MINUTE,
  });
  const count = fresh ? countNew(fresh, head) : 0;
  const text = words.newStories({ count });
  useEffect(() => {
    if (count > 0) announce(text);
  }, [count, text]);
  if (!fresh || count === 0) return null;
  const show = (): void => {
    client.setQueryData(headQuery(collection).queryKey, fresh);
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== headFile(collection) });
    scrollToTop();
  };
  return (
    <button type="button" className="new-stories" onClick={show} {...interfaceAttributes}>
      <Icon name="arrow" />
      {text}
    </button>
  );
}

/** How many articles of a newer head come before the first one that the list already has. */
function countNew(fresh: CollectionHead, head: CollectionHead): number {
  const known = new Set(head.articles.map(({ slug }) => slug));
  const first = fresh.articles.findIndex(({ slug }) => known.has(slug));
  return first < 0 ? Math.max(fresh.total - head.total, fresh.articles.length) : first;
}
