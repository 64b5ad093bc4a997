import type { QueryClient } from '@tanstack/react-query';
import { EDITION_FILE } from '../../model/edition-files.ts';
import { FRAME, type PageData } from '../../model/page.ts';

/** Puts the edition files that a pre-rendered page carries where the queries look for them. */
export function seedQueries(client: QueryClient, data: PageData): void {
  if (!(FRAME in data)) client.setQueryData([FRAME], data[EDITION_FILE]);
  for (const [path, value] of Object.entries(data)) client.setQueryData([path], value);
}
