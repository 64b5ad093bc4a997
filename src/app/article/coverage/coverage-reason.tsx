import { articlePath } from '../../../model/addresses/permalinks.ts';
import type { Coverage, CoverageReport } from '../../../model/article.ts';
import { fillElements } from '../../i18n/fill-elements.tsx';
import { listElements } from '../../i18n/list-elements.tsx';
import { contentAttributes, interfaceAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { coverageStrings } from './coverage-strings.ts';

/* Not in `coverage.tsx`: the page of an event uses it without related cards. */

/** Why reports on an event are together. */
export function CoverageReason({ coverage }: { coverage: Reasons }) {
  const { hours } = coverage;
  if (hours === undefined) return null;
  return (
    <details {...interfaceAttributes}>
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
          (isNamed && coverageStrings.named({ span })) || coverageStrings.similar({ count: total, span })
        )}
      </p>
      {nearest && reports.length > 1 && (
        <p>
          {fillElements(
            {
              title: (
                <AppLink to={articlePath(nearest.slug)} {...contentAttributes}>
                  {nearest.title}
                </AppLink>
              ),
            },
            coverageStrings.mostSimilar,
          )}
        </p>
      )}
    </>
  );
}

interface SharedWordsProps extends Pick<Coverage, 'isMost' | 'total'> {
  words: string[];
  span: string;
}

function SharedWords({ words, isMost, total: count, span }: SharedWordsProps) {
  const list = listElements(words, (word) => <em {...contentAttributes}>{word}</em>);
  return fillElements({ words: list }, (marks) => {
    if (isMost) return coverageStrings.mostName({ count, span, ...marks });
    return count === 2
      ? coverageStrings.bothName({ span, ...marks })
      : coverageStrings.allName({ count, span, ...marks });
  });
}

const DAY = 24;

function spanOf(hours: number): string {
  if (hours <= 1) return coverageStrings.withinHour;
  const count = hours <= 2 * DAY ? hours : Math.ceil(hours / DAY);
  return count === hours ? coverageStrings.withinHours({ count }) : coverageStrings.withinDays({ count });
}
