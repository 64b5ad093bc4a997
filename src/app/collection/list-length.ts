import { PAGE_SIZE } from '../../model/edition.ts';

/** A list of more cards than this is slow to draw on a phone. */
const MOST_STORIES = 150;

/** Whether another page may be added to a list; if not, a link leads on. */
export const canGrow = (shown: readonly unknown[]): boolean => shown.length + PAGE_SIZE <= MOST_STORIES;
