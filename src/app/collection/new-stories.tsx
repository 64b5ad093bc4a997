import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Feed, FeedHead } from '../../model/edition.ts';
import { headFile } from '../../model/edition-files.ts';
import { DERIVED, fetchHead, headQuery } from '../data/queries.ts';
import { useFrame } from '../data/site-context.ts';
import { formatCount } from '../i18n/format-date.ts';
import { announce } from '../layout/announcer.tsx';
import { toTop } from '../navigation/scroll-restoration.ts';
import { Icon } from '../ui/icon.tsx';
import { newStoriesStrings as words } from './new-stories-strings.ts';
import './new-stories.css';

const MINUTE = 60_000;

interface NewStoriesProps {
  feed: Feed;
  head: FeedHead;
}

/** Asks the host now and then for a newer edition. Its stories wait behind a button: nothing moves by itself. */
export default function NewStories({ feed, head }: NewStoriesProps) {
  const { site } = useFrame();
  const client = useQueryClient();
  const { data: fresh } = useQuery({
    queryKey: [DERIVED, 'fresh', headFile(feed)],
    queryFn: ({ signal }) => fetchHead(feed, signal),
    retry: false,
    staleTime: MINUTE,
    refetchOnWindowFocus: true,
    refetchInterval: 5 * MINUTE,
  });
  const count = fresh ? countNew(fresh, head) : 0;
  const text = words.newStories(count, formatCount(count, site.language));
  useEffect(() => {
    if (count > 0) announce(text);
  }, [count, text]);
  if (!fresh || count === 0) return null;
  const show = (): void => {
    client.setQueryData(headQuery(feed).queryKey, fresh);
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== headFile(feed) });
    toTop();
  };
  return (
    <button type="button" className="new-stories" onClick={show}>
      <Icon name="arrow" />
      {text}
    </button>
  );
}

/** How many articles of a newer head stand before the first that was there already. */
function countNew(fresh: FeedHead, head: FeedHead): number {
  const known = new Set(head.articles.map(({ slug }) => slug));
  const first = fresh.articles.findIndex(({ slug }) => known.has(slug));
  return first < 0 ? Math.max(fresh.total - head.total, fresh.articles.length) : first;
}
