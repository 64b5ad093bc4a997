import { useQuery } from '@tanstack/react-query';
import { memo, useRef } from 'react';
import type { Site } from '../../model/site.ts';
import { buildQuery } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { formatDateTime } from '../i18n/format-date.ts';
import { strings } from '../i18n/strings.ts';
import { useIsNear } from '../ui/use-is-near.ts';
import { nestTopics } from './topics/nest-topics.ts';
import { TopicLinks } from './topics/topic-links.tsx';

/**
 * The footer of every page: the links of the site, and when the edition was built. On the front page also all topics; the topic
 * bar of every page has the top-level ones.
 */
export const PageFooter = memo(function PageFooter({ isFrontPage }: { isFrontPage: boolean }) {
  const { site, topics } = useSite();
  return (
    <footer className="page-footer">
      {isFrontPage && (
        <nav id="topics" aria-label={strings.topicIndex} tabIndex={-1}>
          <TopicLinks topics={nestTopics(topics).flatMap(({ topic, children }) => [topic, ...children])} />
        </nav>
      )}
      {site.description && <p className="site-description">{site.description}</p>}
      <SiteLinks site={site} />
      <BuiltAt site={site} />
    </footer>
  );
});

function SiteLinks({ site: { links = {} } }: { site: Site }) {
  const entries = Object.entries(links);
  if (entries.length === 0) return null;
  return (
    <ul className="site-links">
      {entries.map(([name, url]) => (
        <li key={name}>
          <a href={url}>{strings.siteLinks[name] ?? name}</a>
        </li>
      ))}
    </ul>
  );
}

/**
 * When the edition was built. Fetched when the footer is in view: in the HTML it would change every page with each
 * build.
 */
function BuiltAt({ site }: { site: Site }) {
  const element = useRef<HTMLParagraphElement>(null);
  const { data } = useQuery({ ...buildQuery(), enabled: useIsNear(element) });
  return (
    <p ref={element} className="built-at">
      {data && strings.builtAt(formatDateTime(data.builtAt, site))}
    </p>
  );
}
