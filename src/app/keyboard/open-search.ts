import { searchPath } from '../../model/addresses/permalinks.ts';
import { parseRoute } from '../../model/addresses/routes.ts';
import { withBasePath, withoutBasePath } from '../data/base-path.ts';
import { navigateTo } from '../navigation/scroll/scroll-restoration.ts';
import { openTopicSearch } from './open-topic-search.ts';

/**
 * Opens the search page, whose field takes the focus. On that page: focuses the field. A site without a search has a
 * search for topics.
 */
export function openSearch(): void {
  if (!document.querySelector('.tool[href$="/search/"]')) {
    openTopicSearch();
    return;
  }
  if (parseRoute(withoutBasePath(location.pathname)).page !== 'search') {
    navigateTo(withBasePath(searchPath));
    return;
  }
  const field = document.querySelector<HTMLInputElement>('.search-form input');
  field?.focus();
  field?.select();
}
