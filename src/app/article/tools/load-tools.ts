import type { QueryClient } from '@tanstack/react-query';
import { hasFilter } from '../../../model/addresses/routes.ts';
import { createLoader } from '../../loading/create-loader.ts';
import { whenLoaded } from '../../loading/when-loaded.ts';
import { provideTools } from './use-tools.ts';

const loader = createLoader(() => import('./tools.ts'));

/**
 * Loads the tools of cards and articles. Without them a page works, and hides no words. `hasInput`: the reader has done
 * something on the page.
 */
export function loadTools(client: QueryClient, hasInput?: true): void {
  whenLoaded(client, loader, (tools) => provideTools({ ...tools, ...(hasInput && { hasInput }) }));
  void loader.load().then((isLoaded) => {
    if (!isLoaded) showList();
  });
}

/** Shows the pre-rendered list, which the inline script in `index.html` hides until the tools have searched it for words. */
function showList(): void {
  if (!hasFilter(location.search)) delete document.documentElement.dataset['filtered'];
}
