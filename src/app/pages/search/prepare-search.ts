import type { QueryClient } from '@tanstack/react-query';
import { manifestQuery } from '../../search/index/site-index.ts';

/** Fetches what every search needs, before the reader has typed a query. */
export function prepareSearch(client: QueryClient): void {
  client.query(manifestQuery()).catch(ignore);
}

/** If it fails, the search fetches it again and shows the error. */
function ignore(): void {}
