import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Summary } from '../../../../model/article.ts';
import { type CollectionHead, PAGE_SIZE } from '../../../../model/edition.ts';
import { archiveQuery, DERIVED, headQuery } from '../../../data/queries.ts';
import { useReader } from '../../../reader/state/use-reader.ts';
import { lastVisit } from '../../../reader/visits/visits.ts';
import type { ListedTopic } from './topic-row.tsx';

const ALL = { kind: 'all' } as const;
/** More are not fetched only to count. */
const MAX_PAGES = 5;

interface NewCounts {
  /** By the slug of the topic. A story counts for the topics above its own, too. */
  counts: Map<string, number>;
  /** Whether there are more new stories than were counted. */
  isMore: boolean;
}

/** How many stories of each topic are new since the last visit. `undefined` if there was none, and while loading. */
export function useNewCounts(topics: readonly ListedTopic[]): NewCounts | undefined {
  const client = useQueryClient();
  const [openedAt] = useState(() => Date.now());
  const since = lastVisit(useReader('visits'), openedAt)?.newestAt;
  const { data } = useQuery({
    queryKey: [DERIVED, 'new stories', since, ...topics.map(({ slug }) => slug)],
    enabled: since !== undefined,
    queryFn: async () => {
      const head = await client.query(headQuery(ALL));
      const stories = [...head.articles];
      for (const page of olderPageNumbers(head)) {
        if (!isNew(stories.at(-1), since)) break;
        stories.push(...(await client.query(archiveQuery(ALL, page))).articles);
      }
      const fresh = [...new Map(stories.map((story) => [story.slug, story])).values()].filter((story) =>
        isNew(story, since),
      );
      return {
        counts: countByTopic(fresh, topics),
        isMore: isNew(stories.at(-1), since) && stories.length < head.total,
      };
    },
  });
  return data;
}

const isNew = (story: Summary | undefined, since = ''): boolean => story !== undefined && story.publishedAt > since;

/** The newest archive pages after the head, newest first. */
const olderPageNumbers = ({ total, pages }: CollectionHead): number[] =>
  total <= PAGE_SIZE ? [] : Array.from({ length: Math.min(pages, MAX_PAGES - 1) }, (_, index) => pages - index);

function countByTopic(stories: readonly Summary[], topics: readonly ListedTopic[]): Map<string, number> {
  const parents = new Map(topics.map(({ slug, parent }) => [slug, parent]));
  const counts = new Map<string, number>();
  for (const story of stories) {
    const own = new Set<string>();
    for (const { slug } of story.topics) {
      for (let topic: string | undefined = slug; topic !== undefined && !own.has(topic); topic = parents.get(topic))
        own.add(topic);
    }
    for (const slug of own) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}
