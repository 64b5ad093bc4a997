import { withBasePath } from '../../data/base-path.ts';
import { navigateTo } from '../../navigation/scroll/scroll-restoration.ts';
import { type Filter, filterLink } from './filter.ts';

/** The address of the last choice in this session of the panel. The next choice replaces its history entry. */
let lastAddress: string | undefined;

/** Navigates to a filter. The focus stays on the control. All choices of a session share one history entry. */
export function updateFilter(filter: Filter): void {
  const address = withBasePath(filterLink(filter));
  const replace = lastAddress !== undefined && location.pathname + location.search === lastAddress;
  lastAddress = address;
  navigateTo(address, { replace, keepFocus: true });
}

/** Starts a session of the panel: the next choice gets a history entry of its own. */
export function startFilterSession(): void {
  lastAddress = undefined;
}
