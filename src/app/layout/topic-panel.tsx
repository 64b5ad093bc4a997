import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { topicPath } from '../../model/permalinks.ts';
import type { TopicEntry, TopicLabel } from '../../model/topic.ts';
import { AppLink } from '../app-link.tsx';
import { formatCount } from '../format-date.ts';
import { useFrame } from '../frame-context.ts';
import { topicsQuery } from '../queries.ts';
import { LoadFailed } from '../states/load-failed.tsx';
import { strings } from '../strings.ts';
import { Icon } from './icon.tsx';
import { arrangeTopics, searchTopics } from './topic-tree.ts';

/** With fewer topics the eye is quicker than typing. */
const SEARCHABLE = 12;

interface TopicPanelProps {
  /** The slug of the topic shown now. */
  current: string | undefined;
  onClose: () => void;
}

/** A topic, with its count once the list of all topics has come. */
type Listed = TopicLabel & Partial<Pick<TopicEntry, 'count'>>;

/** All topics with their counts, each under its parent. Typing finds one by its name. */
export default function TopicPanel({ current, onClose }: TopicPanelProps) {
  const { topics: first } = useFrame();
  const { data = first, error, refetch } = useQuery(topicsQuery());
  const [query, setQuery] = useState('');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>('input, a')?.focus(), []);
  const closeOnEscape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onClose();
  };
  return (
    <div ref={panel} className="topic-panel" onKeyDown={closeOnEscape}>
      {data.length >= SEARCHABLE && <TopicSearch query={query} onChange={setQuery} />}
      {error && <LoadFailed what="topics" error={error} onRetry={() => void refetch()} />}
      {query.trim() ? (
        <FoundTopics query={query} topics={data} current={current} />
      ) : (
        <TopicTree topics={data} current={current} />
      )}
    </div>
  );
}

function TopicSearch({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  return (
    <label className="field">
      <Icon name="search" />
      <span className="sr-only">{strings.findTopic}</span>
      <input
        type="search"
        value={query}
        placeholder={strings.findTopic}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

function TopicTree({ topics, current }: { topics: Listed[]; current: string | undefined }) {
  return (
    <ul className="topic-tree">
      {arrangeTopics(topics).map(({ topic, children }) => (
        <li key={topic.slug}>
          <TopicRow topic={topic} current={current} />
          {children.length > 0 && (
            <ul>
              {children.map((child) => (
                <li key={child.slug}>
                  <TopicRow topic={child} current={current} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

interface FoundTopicsProps {
  query: string;
  topics: Listed[];
  current: string | undefined;
}

function FoundTopics({ query, topics, current }: FoundTopicsProps) {
  const found = searchTopics(topics, query);
  if (found.length === 0) return <p className="py-3 text-ink-2">{strings.noTopicFound(query.trim())}</p>;
  return (
    <ul className="topic-tree">
      {found.map((topic) => (
        <li key={topic.slug}>
          <TopicRow topic={topic} current={current} />
        </li>
      ))}
    </ul>
  );
}

function TopicRow({ topic, current }: { topic: Listed; current: string | undefined }) {
  const { site } = useFrame();
  return (
    <AppLink to={topicPath(topic.slug)} aria-current={topic.slug === current ? 'page' : undefined}>
      <span>
        <bdi>{topic.name}</bdi>
      </span>
      {topic.count !== undefined && <TopicCount count={topic.count} language={site.language} />}
    </AppLink>
  );
}

function TopicCount({ count, language }: { count: number; language: string }) {
  const shown = formatCount(count, language);
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">, {strings.stories(count, shown)}</span>
    </>
  );
}
