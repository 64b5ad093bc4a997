import { articlePath, eventPath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import { type LinkKind, selectLink, storyLinks } from '../../article/source-links/story-links.ts';
import { useSite } from '../../data/site-context.ts';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import type { ShownEvent } from './fold-events.ts';

interface EventReportsProps {
  /** The story of the card above. */
  lead: Summary;
  event: ShownEvent;
  /** The kind of link that the reader prefers. */
  preferred: LinkKind;
}

/** What a list shows of an event below the card of its lead: the headlines of other sources, and a link to all reports. */
export function EventReports({ lead, event, preferred }: EventReportsProps) {
  const { slug, others, moreSources, total, hasPage } = event;
  const label =
    moreSources > 0 ? strings.event.moreSources({ count: moreSources }) : strings.event.allReports({ count: total });
  return (
    <div className="event" data-last={(!hasPage && others.length === 1) || undefined}>
      {others.length > 0 && <ReportRows reports={others} preferred={preferred} label={strings.event.others} />}
      {hasPage && (
        <AppLink
          to={eventPath(slug)}
          className="event-more"
          {...interfaceAttributes}
          aria-label={strings.event.reportsOn({ label, title: lead.title })}
        >
          {label}
        </AppLink>
      )}
    </div>
  );
}

interface ReportRowsProps {
  reports: Summary[];
  preferred: LinkKind;
  /** What the list has, for screen readers. */
  label?: string;
}

/** Headlines, each with a link to its source. */
export function ReportRows({ reports, preferred, label }: ReportRowsProps) {
  const { site } = useSite();
  return (
    <ul className="event-rows" aria-label={label}>
      {reports.map((report) => (
        <li key={report.slug} data-of={hiddenIdsOf(report)} {...languageAttributes(report.lang, site)}>
          <h4>
            <AppLink to={articlePath(report.slug)}>{report.title}</AppLink>
          </h4>{' '}
          <ReportSource report={report} preferred={preferred} />
        </li>
      ))}
    </ul>
  );
}

/** The name of a provider, as a link to the report there. */
function ReportSource({ report, preferred }: { report: Summary; preferred: LinkKind }) {
  const link = selectLink(storyLinks(report), preferred);
  const name = report.provider?.name ?? link?.host;
  if (!link) return name === undefined ? null : <span className="event-source">{name}</span>;
  return (
    <a className="event-source" href={link.url} title={link.host}>
      {name}
    </a>
  );
}

/** The ids of the rules that would hide a story, see `write-record.ts`. */
const hiddenIdsOf = ({ topics, provider }: Summary): string | undefined =>
  [...topics.map(({ slug }) => `topic:${slug}`), ...(provider?.domain ? [`provider:${provider.domain}`] : [])].join(
    ' ',
  ) || undefined;
