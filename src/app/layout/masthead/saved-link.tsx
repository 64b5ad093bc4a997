import { savedPath } from '../../../model/addresses/permalinks.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { useReader } from '../../reader/state/use-reader.ts';

/** A link to the saved stories, with their number once it is known. */
export const SavedLink = () => (
  <AppLink to={savedPath} className="tool" data-count={useReader('saved').size || undefined}>
    {strings.saved}
  </AppLink>
);
