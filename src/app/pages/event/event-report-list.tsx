import { useState } from 'react';
import { dayOf } from '../../../model/calendar-day.ts';
import type { EventReport } from '../../../model/edition.ts';
import { ArticleCard } from '../../article/card/article-card.tsx';
import { dropFailedImages } from '../../article/card/story-image.tsx';
import { usePreferredLinkKind } from '../../article/source-links/story-links.ts';
import { useTools } from '../../article/tools/use-tools.ts';
import { ReportRows } from '../../collection/events/event-reports.tsx';
import { groupArticles } from '../../collection/group-articles.ts';
import { useHiddenStories } from '../../collection/use-hidden-stories.ts';
import { useSite } from '../../data/site-context.ts';
import { contentAttributes, interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { useCurrentTime } from '../../ui/use-current-time.ts';
import { eventStrings as words } from './event-strings.ts';

/** The reports on an event, oldest first, under headings of days. Copies of one text are folded below the first one. */
export function EventReportList({ reports }: { reports: EventReport[] }) {
  const { site } = useSite();
  useState(dropFailedImages);
  const { isHidden, isKept, show } = useHiddenStories();
  const read = useReader('read');
  const saved = useReader('saved');
  const tools = useTools();
  const now = useCurrentTime();
  const preferred = usePreferredLinkKind();
  const visible = isHidden ? reports.filter((report) => !isHidden(report)) : reports;
  // Hidden ones stay in a page that is painted already, out of sight: their removal would change its layout.
  const kept = isKept ? reports : visible;
  const listed = new Set(kept.map(({ slug }) => slug));
  const isCopy = ({ sameTextAs }: EventReport): boolean => sameTextAs !== undefined && listed.has(sameTextAs);
  const originals = kept.filter((report) => !isCopy(report));
  const hiddenCount = reports.length - visible.length;
  return (
    <>
      {groupArticles(originals, 'day', site).map(({ key, heading, articles }) => (
        <section key={key} className="group">
          <h2 className="group-heading">
            <span {...interfaceAttributes}>{heading}</span>
          </h2>
          <ol className="event-list">
            {articles.map((report) => (
              <li key={report.slug} hidden={isHidden?.(report)}>
                <ErrorBoundary
                  fallback={
                    <p className="py-4 text-ink-2" {...interfaceAttributes}>
                      {strings.failed.card}
                    </p>
                  }
                >
                  <ArticleCard
                    article={report}
                    now={now}
                    preferred={preferred}
                    isRead={tools !== undefined && read.has(report.slug)}
                    isSaved={saved.has(report.slug)}
                    Tools={tools?.CardTools}
                    showTime={dayOf(report.publishedAt, site) === key}
                  />
                  <Added words={report.adds} />
                  <Copies
                    reports={kept.filter((other) => isCopy(other) && other.sameTextAs === report.slug)}
                    isHidden={isHidden}
                  />
                </ErrorBoundary>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {tools && hiddenCount > 0 && <tools.HiddenNote count={hiddenCount} isAll={visible.length === 0} onShow={show} />}
    </>
  );
}

/** The words that a report adds. */
function Added({ words: added }: { words: string[] | undefined }) {
  if (!added) return null;
  return (
    <p className="event-added" {...interfaceAttributes}>
      {`${words.adds} `}
      {added.map((word, index) => (
        <span key={word}>
          {index > 0 && strings.listSeparator}
          <em {...contentAttributes}>{word}</em>
        </span>
      ))}
    </p>
  );
}

interface CopiesProps {
  reports: EventReport[];
  isHidden: ((report: EventReport) => boolean) | undefined;
}

function Copies({ reports, isHidden }: CopiesProps) {
  const preferred = usePreferredLinkKind();
  if (reports.length === 0) return null;
  return (
    <details className="event">
      <summary {...interfaceAttributes}>{words.sameText({ count: reports.length })}</summary>
      <ReportRows reports={isHidden ? reports.filter((report) => !isHidden(report)) : reports} preferred={preferred} />
    </details>
  );
}
