import { useQuery } from '@tanstack/react-query';
import { memo, useRef } from 'react';
import { articlePath, settingsPath, topicPath } from '../../model/addresses/permalinks.ts';
import type { PageLabel } from '../../model/edition.ts';
import type { Site } from '../../model/site.ts';
import type { TopicLabel } from '../../model/topic.ts';
import { withBasePath } from '../data/base-path.ts';
import { buildQuery } from '../data/queries.ts';
import { useSite } from '../data/site-context.ts';
import { formatDateTime } from '../i18n/format-date.ts';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { useIsNear } from '../ui/use-is-near.ts';
import { FooterText } from './footer-text.tsx';
import { nestTopics } from './topics/nest-topics.ts';

/** The footer of every page: the publisher's text, the links of the site, and when the edition was built. On the front page also the topics. */
export const PageFooter = memo(function PageFooter({ isFrontPage }: { isFrontPage: boolean }) {
  const { site, topics, pages = [], footer } = useSite();
  return (
    <footer className="page-footer">
      {isFrontPage && <TopicIndex topics={topics} />}
      {site.description && <p className="site-description">{site.description}</p>}
      {footer && <FooterText nodes={footer} />}
      <SiteLinks site={site} pages={pages} />
      {!site.hidesCredit && (
        <p className="credit" {...interfaceAttributes}>
          {strings.madeWith}
        </p>
      )}
      {/* Last: its text comes late, and may have two lines. */}
      <BuiltAt site={site} />
    </footer>
  );
});

/**
 * On the front page only: the topic bar of every page has the top-level topics. Where there is room, CSS opens the
 * disclosure.
 */
const TopicIndex = ({ topics }: { topics: TopicLabel[] }) => (
  <nav aria-label={strings.topicIndex}>
    <details>
      <summary {...interfaceAttributes}>{strings.topics}</summary>
      {/* Browsers open the disclosure for a link to an element inside it. */}
      <ul id="topics" className="footer-topics">
        {nestTopics(topics).map(({ topic, children }) => (
          <li key={topic.slug}>
            <TopicLink topic={topic} />
            {children.length > 0 && (
              <ul>
                {children.map((child) => (
                  <li key={child.slug}>
                    <TopicLink topic={child} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  </nav>
);

const TopicLink = ({ topic: { slug, name } }: { topic: TopicLabel }) => <AppLink to={topicPath(slug)}>{name}</AppLink>;

const siteLinks: Record<string, string> = strings.siteLinks;

/** The pages that no link of the site leads to, without drafts. */
const unlinked = (pages: PageLabel[], links: Record<string, string>): PageLabel[] =>
  pages.filter(({ slug, isDraft }) => !isDraft && !Object.values(links).includes(withBasePath(articlePath(slug))));

const SiteLinks = ({ site: { links = {} }, pages }: { site: Site; pages: PageLabel[] }) => (
  <ul className="site-links">
    {unlinked(pages, links).map(({ slug, title }) => (
      <li key={slug}>
        <AppLink to={articlePath(slug)}>{title}</AppLink>
      </li>
    ))}
    {Object.entries(links).map(([name, url]) => (
      <li key={name} {...(siteLinks[name] !== undefined && interfaceAttributes)}>
        <a href={url}>{siteLinks[name] ?? name}</a>
      </li>
    ))}
    <li {...interfaceAttributes}>
      <AppLink to={settingsPath}>{strings.settings}</AppLink>
    </li>
    <li {...interfaceAttributes}>
      <a href="#top">{strings.backToTop}</a>
    </li>
  </ul>
);

/**
 * When the edition was built. Fetched when the footer is in view: in the HTML it would change every page with each
 * build.
 */
function BuiltAt({ site }: { site: Site }) {
  const element = useRef<HTMLParagraphElement>(null);
  const { data } = useQuery({ ...buildQuery(), enabled: useIsNear(element) });
  return (
    <p ref={element} className="built-at" {...interfaceAttributes}>
      {data && strings.builtAt({ dateTime: formatDateTime(data.builtAt, site) })}
    </p>
  );
}
