import { type CollectionHead, PAGE_SIZE } from '../../model/edition.ts';

/**
 * The pages of a feed's archive that follow its head, newest first, once the reader has asked for older stories so many
 * times. The newest page holds articles of the head too; where it adds fewer than half a page, the next one comes with
 * it.
 */
export function olderPages({ total, pages, articles }: CollectionHead, times: number): number[] {
  if (times < 1 || total <= articles.length) return [];
  const first = total % PAGE_SIZE < PAGE_SIZE / 2 ? 2 : 1;
  return Array.from({ length: Math.min(pages, first + times - 1) }, (_, index) => pages - index);
}

/** The page of the archive that comes after those; `undefined` when all is shown. */
export const nextOlderPage = (head: CollectionHead, times: number): number | undefined =>
  olderPages(head, times + 1)[olderPages(head, times).length];
