import type { QueryClient } from '@tanstack/react-query';
import type { FeedHead } from '../model/edition.ts';
import { EDITION_FILE } from '../model/edition-files.ts';
import { FRAME, type PageData } from '../model/page.ts';

const HEAD_FILE = /^data\/feeds\/(.+)\/head\.json$/;

/** Puts the edition files that a pre-rendered page carries where the queries look for them. */
export function seedQueries(client: QueryClient, data: PageData): void {
  if (!(FRAME in data)) client.setQueryData([FRAME], data[EDITION_FILE]);
  for (const [path, value] of Object.entries(data)) {
    const feed = HEAD_FILE.exec(path)?.[1];
    if (feed) client.setQueryData(['feed', feed], { pages: [value as FeedHead], pageParams: [undefined] });
    else client.setQueryData([path], value);
  }
}
