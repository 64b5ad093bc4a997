import { frontPath } from '../../../model/permalinks.ts';
import { useSite } from '../../data/site-context.ts';
import { formatCount } from '../../i18n/format-date.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { StateMessage } from '../../states/state-message.tsx';
import { changeFilter, type Filter, filterLink } from '../address/filter.ts';
import { filterStrings } from '../filter-strings.ts';
import { applyFilter, type FilterData } from '../matching/apply-filter.ts';
import type { ActiveFilter } from './active-filters.ts';

const words = filterStrings.none;

interface NothingMatchesProps {
  filter: Filter;
  topicNames: string[];
  activeFilters: ActiveFilter[];
  filterData: FilterData;
}

/** No story matches: says what was asked, and offers the filter nearest to it that some stories match. */
export function NothingMatches({ filter, topicNames, activeFilters, filterData }: NothingMatchesProps) {
  const { site } = useSite();
  const looser = findLooser(filter, activeFilters, filterData);
  const shown = looser && formatCount(looser.count, site.language);
  return (
    <StateMessage {...sayNothing(filter, topicNames, activeFilters, filterData, site.language)}>
      {looser && shown !== undefined && (
        <AppLink to={filterLink(looser.filter)} className="button button-primary">
          {looser.mark === undefined
            ? filter.topics.length === 2
              ? words.either(shown)
              : words.any(shown)
            : words.without(looser.mark, shown)}
        </AppLink>
      )}
      <AppLink to={frontPath} className="button">
        {words.clear}
      </AppLink>
    </StateMessage>
  );
}

interface Looser {
  filter: Filter;
  /** What is taken away; absent where any of the topics will do. */
  mark?: string;
  count: number;
}

/** Of the filters that ask for one thing less, the one that fewest stories match, but some. */
function findLooser(filter: Filter, activeFilters: ActiveFilter[], filterData: FilterData): Looser | undefined {
  const isAll = filter.match === 'all' && filter.topics.length > 1;
  const candidates = [
    ...(isAll ? [{ filter: changeFilter(filter, { match: 'any' }) }] : []),
    ...activeFilters.map(({ words: mark, rest }) => ({ filter: rest, mark })),
  ].filter(({ filter: rest }) => rest.topics.length > 0 || rest.provider !== undefined || rest.period !== undefined);
  const counted = candidates
    .map((candidate): Looser => ({ ...candidate, count: applyFilter(candidate.filter, filterData).length }))
    .filter(({ count }) => count > 0);
  const either = counted.find(({ mark }) => mark === undefined);
  return either ?? counted.sort((a, b) => a.count - b.count)[0];
}

function sayNothing(
  filter: Filter,
  topicNames: string[],
  activeFilters: ActiveFilter[],
  filterData: FilterData,
  language: string,
): { title: string; help: string } {
  const { topics, match } = filter;
  const isTopicsAlone = activeFilters.length === topics.length && match === 'all' && topics.length > 1;
  const asked = words.filters(activeFilters.map(({ words: mark }) => mark).join(', '));
  if (!isTopicsAlone) return { title: words.filter, help: asked };
  if (topics.length > 2) return { title: words.all, help: asked };
  const about = topics.map((slug, index) => {
    const { length } = filterData.topic(slug);
    return words.about(strings.stories(length, formatCount(length, language)), topicNames[index] ?? slug);
  });
  return { title: words.both, help: words.bothHelp(about[0] ?? '', about[1] ?? '') };
}
