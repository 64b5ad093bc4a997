import { eventPath } from '../../../model/addresses/permalinks.ts';
import type { Coverage as CoverageData, CoverageReport } from '../../../model/article.ts';
import { MIN_EVENT_REPORTS } from '../../../model/edition.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { RelatedCard } from '../page/related/related-card.tsx';
import { CoverageReason } from './coverage-reason.tsx';
import { coverageStrings } from './coverage-strings.ts';
import './coverage.css';

/** More reports than this are behind a disclosure. */
const MAX_SHOWN = 6;

export interface CoverageProps {
  coverage: CoverageData;
  /** The slug of the event. */
  event?: string | undefined;
}

/** What other articles report on the event of an article, and why they are grouped. Copies of one text are folded. */
export default function Coverage({ coverage, event }: CoverageProps) {
  const { reports, total } = coverage;
  const own = reports.filter(({ sameTextAs }) => sameTextAs === undefined);
  const copies = reports.filter(({ sameTextAs }) => sameTextAs !== undefined);
  const left = total - 1 - reports.length;
  return (
    <section aria-labelledby="coverage" className="related coverage">
      <h2 id="coverage" {...interfaceAttributes}>
        {coverageStrings.alsoReportedBy}
      </h2>
      {own.length > 0 && <Reports reports={own.slice(0, MAX_SHOWN)} idPrefix="e" />}
      <FoldedReports reports={own.slice(MAX_SHOWN)} label={coverageStrings.more} idPrefix="f" />
      <FoldedReports reports={copies} label={coverageStrings.sameText} idPrefix="g" isOpen={own.length === 0} />
      {left > 0 && (
        <p className="note" {...interfaceAttributes}>
          {coverageStrings.notListed({ count: left })}
        </p>
      )}
      {event !== undefined && total >= MIN_EVENT_REPORTS && (
        <p className="note" {...interfaceAttributes}>
          <AppLink to={eventPath(event)}>{coverageStrings.allReports({ count: total })}</AppLink>
        </p>
      )}
      <CoverageReason coverage={coverage} />
    </section>
  );
}

interface FoldedReportsProps {
  reports: CoverageReport[];
  label: (values: { count: number }) => string;
  idPrefix: string;
  isOpen?: boolean;
}

function FoldedReports({ reports, label, idPrefix, isOpen = false }: FoldedReportsProps) {
  if (reports.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary {...interfaceAttributes}>{label({ count: reports.length })}</summary>
      <Reports reports={reports} idPrefix={idPrefix} />
    </details>
  );
}

/** Not `RelatedList`: to share it would add 60 bytes to the first load. */
function Reports({ reports, idPrefix }: { reports: CoverageReport[]; idPrefix: string }) {
  return (
    <ul>
      {reports.map((report, index) => (
        <ErrorBoundary key={report.slug} fallback={null}>
          <RelatedCard story={report} id={`${idPrefix}${index}`} />
        </ErrorBoundary>
      ))}
    </ul>
  );
}
