import { withBasePath } from '../../data/base-path.ts';
import { navigateTo } from '../../navigation/scroll-restoration.ts';
import { type Filter, filterLink } from './filter.ts';

/** The address that choices of one sitting replace each other at, so that Back leads to before all of them. */
let lastChosen: string | undefined;

/** Shows what a filter asks for, in place: the focus stays on what was chosen. */
export function updateFilter(filter: Filter): void {
  const address = withBasePath(filterLink(filter));
  const replace = lastChosen !== undefined && location.pathname + location.search === lastChosen;
  lastChosen = address;
  navigateTo(address, { replace, keepsFocus: true });
}

/** A new sitting: the next choice is worth going back from. */
export function startFilterSession(): void {
  lastChosen = undefined;
}
