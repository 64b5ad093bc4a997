import { searchPath } from '../../../model/permalinks.ts';
import { useSite } from '../../data/site-context.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { preloadComponent } from '../../navigation/lazy-component.tsx';

/** A link to the search page, unless the edition has no search index. */
export const SearchLink = () =>
  useSite().site.hasNoSearch ? null : (
    <AppLink to={searchPath} className="tool" onPointerDown={preloadSearch} onPointerEnter={preloadSearch}>
      {strings.search}
    </AppLink>
  );

const preloadSearch = (): void => preloadComponent('search-page');
