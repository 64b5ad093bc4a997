import { articlePath } from '../../../model/addresses/permalinks.ts';
import type { Coverage as CoverageData, CoverageReport } from '../../../model/article.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { RelatedCard } from '../page/related/related-card.tsx';
import { coverageStrings } from './coverage-strings.ts';
import './coverage.css';

/** More reports than this are behind a disclosure. */
const MAX_SHOWN = 6;

/** What other articles report on the event of an article, and why they are thought to. Copies of one text are folded. */
export default function Coverage({ coverage }: { coverage: CoverageData }) {
  const { reports, total } = coverage;
  const own = reports.filter(({ sameTextAs }) => sameTextAs === undefined);
  const copies = reports.filter(({ sameTextAs }) => sameTextAs !== undefined);
  const rest = own.slice(MAX_SHOWN);
  const left = total - 1 - reports.length;
  return (
    <section aria-labelledby="coverage" className="related coverage">
      <h2 id="coverage">{coverageStrings.alsoReportedBy}</h2>
      <Reports reports={own.slice(0, MAX_SHOWN)} idPrefix="e" />
      {rest.length > 0 && (
        <details>
          <summary>{coverageStrings.more(rest.length)}</summary>
          <Reports reports={rest} idPrefix="f" />
        </details>
      )}
      {copies.length > 0 && (
        <details>
          <summary>{coverageStrings.sameText(copies.length)}</summary>
          <Reports reports={copies} idPrefix="g" />
        </details>
      )}
      {left > 0 && <p className="note">{coverageStrings.more(left)}</p>}
      <details>
        <summary>{coverageStrings.why}</summary>
        <Reason coverage={coverage} />
      </details>
    </section>
  );
}

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

function Reason({ coverage }: { coverage: CoverageData }) {
  const { words, hours, reports } = coverage;
  const span = spanOf(hours);
  const nearest = reports.find(({ isNearest }) => isNearest);
  return (
    <>
      <p>{words ? <SharedWords {...coverage} words={words} span={span} /> : coverageStrings.named(span)}</p>
      {nearest && reports.length > 1 && (
        <p>
          {`${coverageStrings.mostSimilar} `}
          <AppLink to={articlePath(nearest.slug)}>{nearest.title}</AppLink>
        </p>
      )}
    </>
  );
}

interface SharedWordsProps extends Pick<CoverageData, 'isMost' | 'total'> {
  words: string[];
  span: string;
}

function SharedWords({ words, isMost, total, span }: SharedWordsProps) {
  const parts = new Intl.ListFormat('en', { type: 'conjunction' }).formatToParts(words);
  return (
    <>
      {`${isMost ? coverageStrings.mostName(total) : coverageStrings.allName(total)} `}
      {parts.map(({ type, value }, index) => (type === 'element' ? <i key={index}>{value}</i> : value))}
      {`, ${span}.`}
    </>
  );
}

const DAY = 24;

const spanOf = (hours: number): string =>
  hours <= 2 * DAY ? coverageStrings.withinHours(hours) : coverageStrings.withinDays(Math.ceil(hours / DAY));
