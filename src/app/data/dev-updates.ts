import type { QueryClient } from '@tanstack/react-query';
import { articleFile, MORE_TOP_FILE, TOP_FILE } from '../../model/edition-files.ts';
import { DERIVED } from './queries.ts';

/** What has changed, from the dev server. Without the lists, anything may have. */
interface EditionUpdate {
  articles?: string[];
  collections?: string[];
}

/** Listens to the dev server: refetches what changed, and shows errors in the content in an overlay. */
export function followDevServer(queryClient: QueryClient): void {
  // Vite replaces this exact expression.
  const hot = import.meta.hot;
  if (!hot) return;
  hot.on('broadsheet:edition', ({ articles, collections }: EditionUpdate) => {
    void queryClient.invalidateQueries(articles && collections ? { predicate: matchesAny(articles, collections) } : {});
  });
  hot.on('broadsheet:errors', ({ errors }: { errors: string }) => showErrors(errors));
  hot.send('broadsheet:hello', {});
}

/** Matches the queries of changed files. `queries.ts` explains the keys. Any article may be a top story or in an event. */
function matchesAny(articles: readonly string[], collections: readonly string[]) {
  const files = new Set([...articles.map(articleFile), TOP_FILE, MORE_TOP_FILE]);
  const folders = ['data/events/', ...collections.map((collection) => `data/feeds/${collection}/`)];
  return ({ queryKey: [first] }: { queryKey: readonly unknown[] }): boolean =>
    first === DERIVED || files.has(String(first)) || folders.some((folder) => String(first).startsWith(folder));
}

type Overlay = new (error: { message: string; stack: string; plugin: string }) => HTMLElement;

/** Shows the errors in Vite's error overlay, or removes the overlay if there are none. */
function showErrors(errors: string): void {
  const name = 'vite-error-overlay';
  for (const overlay of document.querySelectorAll(name)) overlay.remove();
  const ErrorOverlay: Overlay | undefined = customElements.get(name);
  if (errors === '' || !ErrorOverlay) return;
  document.body.append(new ErrorOverlay({ message: errors, stack: '', plugin: 'broadsheet' }));
}
