/** A date for other programs: without the time if it is midnight, which means a date without a time. */
export const publicDate = (at: string): string => at.replace(/T00:00:00Z$/, '');
