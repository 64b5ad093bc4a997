import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState } from 'react';
import { topicPath } from '../../model/permalinks.ts';
import type { Site } from '../../model/site.ts';
import { buildQuery } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { formatDateTime } from '../i18n/format-date.ts';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { nestTopics } from './topics/nest-topics.ts';

/** The footer of every page: the topics, the links of the site, and when the edition was built. */
export const PageFooter = memo(function PageFooter() {
  const { site, topics } = useSite();
  return (
    <footer className="page-footer">
      <nav id="topics" aria-label={strings.topicIndex} tabIndex={-1}>
        <ul className="footer-topics">
          {nestTopics(topics)
            .flatMap(({ topic, children }) => [topic, ...children])
            .map(({ slug, name }) => (
              <li key={slug}>
                <AppLink to={topicPath(slug)} dir="auto">
                  {name}
                </AppLink>
              </li>
            ))}
        </ul>
      </nav>
      {site.description && <p className="mt-5 font-serif text-ink-2">{site.description}</p>}
      <SiteLinks site={site} />
      <BuiltAt site={site} />
    </footer>
  );
});

function SiteLinks({ site: { links = {} } }: { site: Site }) {
  const entries = Object.entries(links);
  if (entries.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5">
      {entries.map(([name, url]) => (
        <li key={name}>
          <a href={url} className="inline-block py-2 underline">
            {strings.siteLinks[name] ?? name}
          </a>
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
  const [isInView, setIsInView] = useState(false);
  const element = useRef<HTMLParagraphElement>(null);
  const { data } = useQuery({ ...buildQuery(), enabled: isInView });
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setIsInView(true);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return (
    <p ref={element} className="mt-3 min-h-6 text-ink-3">
      {data && strings.builtAt(formatDateTime(data.builtAt, site))}
    </p>
  );
}
