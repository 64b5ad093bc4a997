import type { QueryClient } from '@tanstack/react-query';
import { editionQuery } from '../../data/queries.ts';
import { changeEntries, valuesOf } from '../state/reader-state.ts';
import { deleteUnsavedArticles } from './kept-articles.ts';

/** Deletes saved stories that the paper had to withdraw from its readers, too, see `Edition.purge`. */
export async function purgeSaved(client: QueryClient): Promise<void> {
  const saved = valuesOf('saved');
  if (saved.size === 0) return;
  const edition = await client.query(editionQuery()).catch(() => undefined);
  const slugs = edition?.purge?.filter((slug) => saved.has(slug)) ?? [];
  if (slugs.length === 0) return;
  changeEntries(
    'saved',
    slugs.map((slug) => [slug, null]),
  );
  await deleteUnsavedArticles();
}
