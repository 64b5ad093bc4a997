import { locale } from './locale.ts';

const formatter = new Intl.ListFormat(locale, { type: 'conjunction' });

/** `Culture, Space, and Sport`. */
export const formatList = (parts: readonly string[]): string => formatter.format(parts);
