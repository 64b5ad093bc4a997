import { type CollectionHead, PAGE_SIZE } from '../../model/edition.ts';

/**
 * The archive pages that the list shows after the head, newest first, after `loadMoreCount` clicks on "Older stories".
 * The newest page overlaps the head; if it adds less than half a page, the first click adds the next page too.
 */
export function olderPages({ total, pages, articles }: CollectionHead, loadMoreCount: number): number[] {
  if (loadMoreCount < 1 || total <= articles.length) return [];
  const first = total % PAGE_SIZE < PAGE_SIZE / 2 ? 2 : 1;
  return Array.from({ length: Math.min(pages, first + loadMoreCount - 1) }, (_, index) => pages - index);
}

/** The archive page after those; `undefined` if all are shown. */
export const nextOlderPage = (head: CollectionHead, loadMoreCount: number): number | undefined =>
  olderPages(head, loadMoreCount + 1)[olderPages(head, loadMoreCount).length];
