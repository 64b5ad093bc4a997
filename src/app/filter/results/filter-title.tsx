import { Fragment, type ReactNode } from 'react';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { PageTitle } from '../../navigation/page-title.tsx';
import type { Filter } from '../address/filter.ts';
import { filterStrings as words } from '../filter-strings.ts';
import { ActiveFilterList } from './active-filter-list.tsx';
import type { ActiveFilter } from './active-filters.ts';

interface FilterTitleProps {
  filter: Filter;
  /** Of the topics of the filter. */
  topicNames: string[];
  providerName: string;
  activeFilters: ActiveFilter[];
  /** How many stories match. `undefined` while loading. */
  total: number | undefined;
  /** Shown in place of that number. */
  children?: ReactNode;
}

/** The heading of a filtered list, the number of matches, and the active filters with links to remove them. */
export function FilterTitle({ filter, topicNames, providerName, activeFilters, total, children }: FilterTitleProps) {
  const names = namesOf(filter, topicNames, providerName);
  // Names that load with the stories would change the width of the title.
  const areNamesKnown =
    filter.provider === undefined && topicNames.every((name, index) => name !== filter.topics[index]);
  const isAll = filter.topics.length === 0 && filter.provider === undefined;
  const conjunction = filter.match === 'all' ? words.and : words.or;
  return (
    <header className={areNamesKnown ? 'filter-title pt-6 pb-1' : 'pt-6 pb-1'}>
      <PageTitle title={names.join(` ${conjunction} `)} />
      <div className="flex flex-wrap items-baseline gap-x-4">
        <PageHeading className="collection-title">
          {names.map((name, index) => (
            <Fragment key={name}>
              {index > 0 && <i {...interfaceAttributes}> {conjunction} </i>}
              <bdi {...(isAll && interfaceAttributes)}>{name}</bdi>
            </Fragment>
          ))}
        </PageHeading>
        <p className="text-[.8125rem] text-ink-3" {...interfaceAttributes}>
          {children || (total === undefined ? ' ' : strings.stories({ count: total }))}
        </p>
      </div>
      <ActiveFilterList filter={filter} activeFilters={activeFilters} />
    </header>
  );
}

function namesOf({ topics, provider }: Filter, topicNames: string[], providerName: string): string[] {
  if (topics.length > 0) return topicNames;
  return [provider === undefined ? words.allStories : providerName];
}
