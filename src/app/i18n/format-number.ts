import { locale } from './locale.ts';

const formatter = new Intl.NumberFormat(locale);

/** `1,234`. */
export const formatCount = (count: number): string => formatter.format(count);
