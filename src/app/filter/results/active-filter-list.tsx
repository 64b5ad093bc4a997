import type { MouseEvent } from 'react';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Filter, filterLink } from '../address/filter.ts';
import { filterStrings as words } from '../filter-strings.ts';
import { type ActiveFilter, withoutFilters } from './active-filters.ts';
import { FilterLabel } from './filter-label.tsx';
import './active-filter-list.css';

interface ActiveFilterListProps {
  filter: Filter;
  /** Its parts. */
  activeFilters: ActiveFilter[];
  /** Called on a click, with the filter that the link leads to. Without it the link is followed. */
  onRemove?: (rest: Filter, link: HTMLElement) => void;
}

/** The active filters as links that remove them, and a link that removes all. */
export function ActiveFilterList({ filter, activeFilters, onRemove }: ActiveFilterListProps) {
  if (activeFilters.length === 0) return null;
  const linkTo = (rest: Filter) => ({
    to: filterLink(rest),
    onClick: (event: MouseEvent<HTMLAnchorElement>): void => {
      if (!onRemove) return;
      event.preventDefault();
      onRemove(rest, event.currentTarget);
    },
  });
  return (
    <ul className="active-filters" aria-label={words.activeFilters}>
      {activeFilters.map(({ label, name, rest }) => (
        <li key={label}>
          <AppLink {...linkTo(rest)} className="active-filter" aria-label={words.remove({ filter: label })}>
            <FilterLabel label={label} name={name} />
            <Icon name="close" />
          </AppLink>
        </li>
      ))}
      <li>
        <AppLink {...linkTo(withoutFilters(filter))} className="clear-link" {...interfaceAttributes}>
          {words.clear}
        </AppLink>
      </li>
    </ul>
  );
}
