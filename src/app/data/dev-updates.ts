import type { QueryClient } from '@tanstack/react-query';
import { articleFile } from '../../model/edition-files.ts';
import { DERIVED } from './queries.ts';

/** What the dev server says has changed. Without lists, anything may have. */
interface Changed {
  articles?: string[];
  collections?: string[];
}

/** Follows the dev server: fetches again what changed, and shows what is wrong with the content over the page. */
export function followDevServer(queryClient: QueryClient): void {
  // Vite looks for these very words.
  const hot = import.meta.hot;
  if (!hot) return;
  hot.on('broadsheet:edition', ({ articles, collections }: Changed) => {
    void queryClient.invalidateQueries(articles && collections ? { predicate: showsAny(articles, collections) } : {});
  });
  hot.on('broadsheet:errors', ({ errors }: { errors: string }) => showErrors(errors));
  hot.send('broadsheet:hello', {});
}

/** See `queries.ts` for the keys. */
function showsAny(articles: readonly string[], collections: readonly string[]) {
  const files = new Set(articles.map(articleFile));
  const folders = collections.map((collection) => `data/feeds/${collection}/`);
  return ({ queryKey: [first] }: { queryKey: readonly unknown[] }): boolean =>
    first === DERIVED || files.has(String(first)) || folders.some((folder) => String(first).startsWith(folder));
}

type Overlay = new (error: { message: string; stack: string; plugin: string }) => HTMLElement;

/** Vite's own overlay. It disappears as soon as there are no errors. */
function showErrors(errors: string): void {
  const name = 'vite-error-overlay';
  for (const overlay of document.querySelectorAll(name)) overlay.remove();
  const ErrorOverlay: Overlay | undefined = customElements.get(name);
  if (errors === '' || !ErrorOverlay) return;
  document.body.append(new ErrorOverlay({ message: errors, stack: '', plugin: 'broadsheet' }));
}
