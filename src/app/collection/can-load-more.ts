import { PAGE_SIZE } from '../../model/edition.ts';

/** Longer lists are slow on phones. */
const MAX_STORIES = 150;

/** Whether another page of stories may be added to a list. If not, a link leads to the next page. */
export const canLoadMore = (shown: readonly unknown[]): boolean => shown.length + PAGE_SIZE <= MAX_STORIES;
