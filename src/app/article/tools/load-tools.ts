import { hasFilter } from '../../navigation/routes.ts';
import { provideTools } from './use-tools.ts';

/**
 * Loads the tools of cards and articles. Without them a page works, and hides no words. `hasInput`: the reader has done
 * something on the page.
 */
export const loadTools = (hasInput?: true): Promise<void> =>
  import('./tools.ts').then((tools) => provideTools({ ...tools, ...(hasInput && { hasInput }) }), showList);

/** Shows the pre-rendered list, which the inline script in `index.html` hides until the tools have searched it for words. */
function showList(): void {
  if (!hasFilter(location.search)) delete document.documentElement.dataset['filtered'];
}
