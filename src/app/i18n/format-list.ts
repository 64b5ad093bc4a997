import { locale } from './locale.ts';

/** Of the language of the interface. */
export const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' });

/** `Culture, Space, and Sport`. */
export const formatList = (parts: readonly string[]): string => listFormat.format(parts);
