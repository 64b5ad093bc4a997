import { hasFilter } from '../../navigation/routes.ts';
import { provideTools } from './use-tools.ts';

let loading: Promise<void> | undefined;

/** Loads the tools of cards and articles, once. Without them a page works, and hides no words. */
export function loadTools(): Promise<void> {
  loading ??= import('./tools.ts').then(provideTools, showList);
  return loading;
}

/** Shows the pre-rendered list, which the inline script in `index.html` hides until the tools have searched it for words. */
function showList(): void {
  if (!hasFilter(location.search)) delete document.documentElement.dataset['filtered'];
}
