/** A moment as others read it. With us, midnight stands for a date without a clock. */
export const publicDate = (at: string): string => at.replace(/T00:00:00Z$/, '');
