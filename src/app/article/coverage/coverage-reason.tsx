import { articlePath } from '../../../model/addresses/permalinks.ts';
import type { Coverage, CoverageReport } from '../../../model/article.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { coverageStrings } from './coverage-strings.ts';

/* Not in `coverage.tsx`: the page of an event uses it without related cards. */

/** Why reports on an event are together. */
export function CoverageReason({ coverage }: { coverage: Reasons }) {
  const { hours } = coverage;
  if (hours === undefined) return null;
  return (
    <details>
      <summary>{coverageStrings.why}</summary>
      <Reason coverage={coverage} span={spanOf(hours)} />
    </details>
  );
}

/** Of the reports only those are used of which one is the most similar to an article. */
type Reasons = Omit<Coverage, 'reports'> & {
  reports: Pick<CoverageReport, 'slug' | 'title' | 'isNearest' | 'sameTextAs'>[];
};

function Reason({ coverage, span }: { coverage: Reasons; span: string }) {
  const { words, isNamed, total, reports } = coverage;
  const nearest = reports.find(({ isNearest, sameTextAs }) => isNearest && sameTextAs === undefined);
  return (
    <>
      <p>
        {words ? (
          <SharedWords {...coverage} words={words} span={span} />
        ) : (
          (isNamed && coverageStrings.named(span)) || coverageStrings.similar(total, span)
        )}
      </p>
      {nearest && reports.length > 1 && (
        <p>
          {`${coverageStrings.mostSimilar} `}
          <AppLink to={articlePath(nearest.slug)}>{nearest.title}</AppLink>
        </p>
      )}
    </>
  );
}

interface SharedWordsProps extends Pick<Coverage, 'isMost' | 'total'> {
  words: string[];
  span: string;
}

function SharedWords({ words, isMost, total, span }: SharedWordsProps) {
  const parts = new Intl.ListFormat('en', { type: 'conjunction' }).formatToParts(words);
  return (
    <>
      {`${isMost ? coverageStrings.mostName(total) : coverageStrings.allName(total)} `}
      {parts.map(({ type, value }, index) => (type === 'element' ? <em key={index}>{value}</em> : value))}
      {`, ${span}.`}
    </>
  );
}

const DAY = 24;

const spanOf = (hours: number): string =>
  hours <= 2 * DAY ? coverageStrings.withinHours(hours) : coverageStrings.withinDays(Math.ceil(hours / DAY));
