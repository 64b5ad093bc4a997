import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TopicEntry } from '../../model/topic.ts';
import { AppLink } from '../app-link.tsx';
import { useEdition } from '../edition-context.ts';
import { formatCount } from '../format-date.ts';
import { topicsQuery } from '../queries.ts';
import { topicPath } from '../routes.ts';
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

/** All topics with their counts, each under its parent. Typing finds one by its name. */
export default function TopicPanel({ current, onClose }: TopicPanelProps) {
  const { topics: first, topicCount } = useEdition();
  const isAllKnown = first.length >= topicCount;
  const { data = first, error, refetch } = useQuery({ ...topicsQuery(), enabled: !isAllKnown });
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

function TopicTree({ topics, current }: { topics: TopicEntry[]; current: string | undefined }) {
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
  topics: TopicEntry[];
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

function TopicRow({ topic, current }: { topic: TopicEntry; current: string | undefined }) {
  const { site } = useEdition();
  const shown = formatCount(topic.count, site.language);
  return (
    <AppLink to={topicPath(topic.slug)} aria-current={topic.slug === current ? 'page' : undefined}>
      <span>
        <bdi>{topic.name}</bdi>
      </span>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">, {strings.stories(topic.count, shown)}</span>
    </AppLink>
  );
}
