import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { articlePath, eventPath } from '../../../model/addresses/permalinks.ts';
import { type EventData, MIN_EVENT_REPORTS } from '../../../model/edition.ts';
import { CoverageReason } from '../../article/coverage/coverage-reason.tsx';
import { withBasePath } from '../../data/base-path.ts';
import { articleQuery, eventQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { PageTitle } from '../../navigation/page-title.tsx';
import { navigateTo } from '../../navigation/scroll/scroll-restoration.ts';
import { notFound } from '../../states/lazy-not-found.ts';
import { isMissing, LoadState } from '../../states/load-state.tsx';
import { ListSkeleton } from '../../states/skeleton.tsx';
import { keptStories } from '../offline/lazy-kept-stories.ts';
import { EventReportList } from './event-report-list.tsx';
import { EventSources } from './event-sources.tsx';
import { eventStrings as words } from './event-strings.ts';
import './event-page.css';

/** All reports on an event. An address that an event had before leads to the event of its article, else to that article. */
export default function EventPage({ slug }: { slug: string }) {
  const { data: event, error } = useQuery(eventQuery(slug));
  if (event && event.total >= MIN_EVENT_REPORTS && !isMissing(error)) return <EventReports event={event} />;
  if (event || isMissing(error)) return <FormerEvent slug={slug} />;
  return (
    <>
      <LoadState title={words.failed} error={error} headingLevel={1}>
        <ListSkeleton />
      </LoadState>
      {error && <keptStories.View />}
    </>
  );
}

function EventReports({ event }: { event: EventData }) {
  const { site } = useSite();
  const { reports, lead: leadSlug, total, sources } = event;
  const lead = reports.find(({ slug }) => slug === leadSlug) ?? reports[0];
  if (!lead) return null;
  const left = total - reports.length;
  return (
    <>
      <PageTitle title={words.pageTitle({ title: lead.title })} />
      <p className="kicker pt-6" {...interfaceAttributes}>
        {words.allReports}
      </p>
      <div {...languageAttributes(lead.lang, site)}>
        <PageHeading className="collection-title">{lead.title}</PageHeading>
      </div>
      <p className="event-count" {...interfaceAttributes}>
        {words.from({ reports: words.reports({ count: total }), sources: words.sources({ count: sources }) })}
      </p>
      <div className="event-columns">
        <div className="event-about">
          <EventSources reports={reports} />
          <CoverageReason coverage={event} />
        </div>
        <div>
          <EventReportList reports={reports} />
          {left > 0 && (
            <p className="note" {...interfaceAttributes}>
              {words.notListed({ count: left })}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

/** Leads on to where the reports are now. */
function FormerEvent({ slug }: { slug: string }) {
  const { data: article, error } = useQuery(articleQuery(slug));
  const event = article?.event;
  const isMoved = event !== undefined && event !== slug && (article?.coverage?.total ?? 0) >= MIN_EVENT_REPORTS;
  const target = isMoved ? eventPath(event) : articlePath(slug);
  const isFound = article !== undefined;
  useEffect(() => {
    if (isFound) navigateTo(withBasePath(target), { replace: true });
  }, [isFound, target]);
  if (isMissing(error)) return <notFound.View what="event" />;
  return (
    <LoadState title={words.failed} error={error} headingLevel={1}>
      <ListSkeleton />
    </LoadState>
  );
}
