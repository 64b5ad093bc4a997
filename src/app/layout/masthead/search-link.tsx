import { searchPath } from '../../../model/addresses/permalinks.ts';
import { useSite } from '../../data/site-context.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';

/** A link to the search page, unless the edition has no search index. */
export const SearchLink = () =>
  useSite().site.hasNoSearch ? null : (
    <AppLink to={searchPath} className="tool">
      {strings.search}
    </AppLink>
  );
