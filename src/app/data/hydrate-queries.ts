import type { QueryClient } from '@tanstack/react-query';
import { EDITION_FILE } from '../../model/edition-files.ts';
import { type PageData, SITE_INFO } from '../../model/page.ts';

/** Puts the data that is embedded in a pre-rendered page into the query cache. */
export function hydrateQueries(client: QueryClient, data: PageData): void {
  if (EDITION_FILE in data) client.setQueryData([SITE_INFO], data[EDITION_FILE]);
  for (const [path, value] of Object.entries(data)) client.setQueryData([path], value);
}
